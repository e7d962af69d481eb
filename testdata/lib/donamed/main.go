// samber/do: services by name, values, and implementations of interfaces.
package main

import (
	"net/http"

	"github.com/samber/do/v2"
)

type config struct{ base string }

type orders interface{ find(id string) error }

type remote struct{ base string }

func newRemote(i do.Injector) (*remote, error) {
	return &remote{do.MustInvoke[*config](i).base}, nil
}

func (r *remote) find(id string) error {
	_, err := http.Get(r.base + "/orders/" + id) // want `GET /order of donamed waits for orders GET /orders/\{id\}`
	return err
}

type users struct{ base string }

func (u *users) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Get(u.base + "/users/1") // want `GET /user of donamed waits for users GET /users/\{id\}`
}

type archive struct{ base string }

func (a archive) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	http.Get(a.base + "/orders/1") // want `GET /archive of donamed waits for archive GET /orders/\{id\}`
}

type notifier interface{ notify() }

type mail struct{ base string }

func (m *mail) notify() {
	http.Post(m.base+"/payments", "", nil) // want `POST /notify of donamed waits for payments POST /payments`
}

type silent struct{}

func (silent) notify() {}

func main() {
	injector := do.New(stocked)
	do.ProvideValue(injector, &config{"http://orders"})
	do.Provide(injector, newRemote)
	do.MustAs[*remote, orders](injector)
	do.ProvideNamedValue(injector, "users", "http://users")
	do.ProvideNamedValue(injector, "archive", "http://archive")
	do.ProvideNamed(injector, "people", func(i do.Injector) (*users, error) {
		return &users{do.MustInvokeNamed[string](i, "users")}, nil
	})
	do.ProvideNamed(injector, "strangers", func(do.Injector) (*users, error) { return &users{"http://strangers"}, nil })
	do.ProvideNamedTransient(injector, "old", func(i do.Injector) (http.Handler, error) {
		base, err := do.InvokeNamed[string](i, "archive")
		return archive{base}, err
	})

	do.ProvideValue[notifier](injector, &mail{"http://payments"})
	do.ProvideNamedValue[notifier](injector, "silent", silent{})

	told, quiet := do.MustInvoke[notifier](injector), do.MustInvokeNamed[notifier](injector, "silent")
	http.HandleFunc("POST /notify", func(w http.ResponseWriter, r *http.Request) { told.notify() })
	http.HandleFunc("POST /quiet", func(w http.ResponseWriter, r *http.Request) { quiet.notify() })
	found := do.MustInvoke[orders](injector)
	http.HandleFunc("GET /order", func(w http.ResponseWriter, r *http.Request) { found.find("1") })
	http.Handle("GET /user", do.MustInvokeNamed[*users](injector, "people"))
	http.Handle("GET /archive", do.MustInvokeNamed[http.Handler](injector, "old"))
	scope := injector.Scope("shop", priced)
	http.Handle("GET /stock", do.MustInvoke[*stock](scope))
	http.ListenAndServe(":8080", nil)
}
