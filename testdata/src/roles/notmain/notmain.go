// Package notmain is a service whose main function lies in a package of its own, so
// that another program can start it too.
package notmain

import (
	"context"
	"errors"
	"net/http"
	"time"
)

type application struct {
	users string
	srv   *http.Server
}

// Main serves until ctx ends.
func Main(ctx context.Context) error {
	app := &application{users: "http://users"}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /me", app.me)
	app.srv = &http.Server{Addr: ":8080", Handler: mux, ReadTimeout: time.Second}
	return app.Run(ctx)
}

// Run serves until ctx ends.
func (app *application) Run(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		app.srv.Shutdown(context.WithoutCancel(ctx))
	}()
	if err := app.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (app *application) me(w http.ResponseWriter, r *http.Request) {
	http.Get(app.users + "/users/me") // want `GET /me of roles waits for users GET /users/\{id\}`
}
