// Each turn of a loop over routes stands on its own: what wraps one handler wraps no other,
// in whatever direction the middlewares are gone through, and fields that a route leaves
// out are empty.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
)

type middleware func(http.Handler) http.Handler

type route struct {
	pattern string
	target  string
	strip   bool
	rewrite func(path string) string
	wrap    []middleware
}

func introspected(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/" + r.FormValue("token")) // want `ANY /orders/ of turns waits for users GET /users/\{id\}`
		next.ServeHTTP(w, r)                                   // want `ANY /orders/ of turns waits for orders GET /orders/\{id\}`
	})
}

func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func proxy(r route) http.Handler {
	target, _ := url.Parse(r.target)
	return &httputil.ReverseProxy{Rewrite: func(pr *httputil.ProxyRequest) {
		pr.SetURL(target)
		if r.rewrite != nil {
			pr.Out.URL.Path = r.rewrite(pr.In.URL.Path)
		}
	}}
}

func backwards(h http.Handler, wrap ...middleware) http.Handler {
	for i := range wrap {
		h = wrap[len(wrap)-1-i](h)
	}
	return h
}

func main() {
	routes := []route{
		{pattern: "/orders/", target: "http://orders", wrap: []middleware{plain, introspected}},
		{pattern: "/people/", target: "http://users", strip: true, rewrite: func(path string) string { return "/users" + path }},
		{pattern: "/payments", target: "http://payments"},
	}
	for _, r := range routes {
		h := proxy(r)
		for i := len(r.wrap) - 1; i >= 0; i-- {
			h = r.wrap[i](h)
		}
		if r.strip {
			h = http.StripPrefix("/people", h)
		}
		http.Handle(r.pattern, h) // want `ANY /people/ of turns waits for users GET /users/\{id\}` `ANY /payments of turns waits for payments POST /payments`
	}
	http.Handle("/own", backwards(http.NotFoundHandler(), plain, plain))
	http.ListenAndServe(":8080", nil)
}
