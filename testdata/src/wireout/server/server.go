// Package server serves the use cases.
package server

import (
	"encoding/json"
	"log"
	"net/http"

	"cases/wireout/biz"
)

// App is the service.
type App struct {
	handler http.Handler
	log     *log.Logger
}

// NewApp is a provider.
func NewApp(h http.Handler, logger *log.Logger) *App { return &App{h, logger} }

// NewHandler is a provider with a cleanup.
func NewHandler(uc *biz.OrderUsecase) (http.Handler, func(), error) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /order/{id}", func(w http.ResponseWriter, r *http.Request) {
		o, err := uc.Get(r.Context(), r.PathValue("id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		json.NewEncoder(w).Encode(o)
	})
	return mux, func() {}, nil
}

// Run serves.
func (a *App) Run() error {
	a.log.Println("serving")
	return http.ListenAndServe(":8080", a.handler)
}
