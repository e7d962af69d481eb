// Requests that are handed on with their own path, or with what is left of it: the
// path tells which of the other service's endpoints is meant.
package main

import (
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
)

var catalog = &url.URL{Scheme: "http", Host: "catalog"}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items/{id}", joined)
	mux.HandleFunc("GET /items", withQuery)
	mux.HandleFunc("DELETE /items/{id}", inPlace)
	mux.HandleFunc("GET /api/items/{id}/prices", trimmed)
	mux.HandleFunc("GET /v1/items/{id}", resolved)
	mux.HandleFunc("/stock/", byID)
	mux.HandleFunc("GET /stock/{id}", uri)
	mux.Handle("GET /proxy/items/{id}/prices", http.StripPrefix("/proxy", director())) // want `GET /proxy/items/\{id\}/prices of forwarding waits for catalog GET /items/\{id\}/prices:`
	mux.Handle("DELETE /old/items/{id}", moved())                                      // want `DELETE /old/items/\{id\} of forwarding waits for catalog DELETE /items/\{id\}:`
	http.ListenAndServe(":8080", mux)
}

func joined(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Get(catalog.JoinPath(r.URL.Path).String()) // want `GET /items/\{id\} of forwarding waits for catalog GET /items/\{id\}:`
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func withQuery(w http.ResponseWriter, r *http.Request) {
	http.Get("http://catalog" + r.URL.Path + "?" + r.URL.RawQuery) // want `GET /items of forwarding waits for catalog GET /items:`
}

func inPlace(w http.ResponseWriter, r *http.Request) {
	r.URL.Scheme, r.URL.Host = catalog.Scheme, catalog.Host
	r.RequestURI = ""
	http.DefaultClient.Do(r) // want `DELETE /items/\{id\} of forwarding waits for catalog DELETE /items/\{id\}:`
}

func trimmed(w http.ResponseWriter, r *http.Request) {
	http.Get("http://catalog" + strings.TrimPrefix(r.URL.Path, "/api")) // want `GET /api/items/\{id\}/prices of forwarding waits for catalog GET /items/\{id\}/prices:`
}

func resolved(w http.ResponseWriter, r *http.Request) {
	u, err := catalog.Parse(strings.TrimPrefix(r.URL.EscapedPath(), "/v1"))
	if err != nil {
		return
	}
	req, err := http.NewRequestWithContext(r.Context(), r.Method, u.String(), r.Body)
	if err != nil {
		return
	}
	http.DefaultClient.Do(req) // want `GET /v1/items/\{id\} of forwarding waits for catalog GET /items/\{id\}:`
}

func byID(w http.ResponseWriter, r *http.Request) {
	id := strings.TrimPrefix(r.URL.Path, "/stock/")
	http.Get("http://catalog/stock/" + id) // want `ANY /stock/ of forwarding waits for catalog GET /stock/\{id\}:`
}

func uri(w http.ResponseWriter, r *http.Request) {
	http.Get("http://catalog" + r.URL.RequestURI()) // want `GET /stock/\{id\} of forwarding waits for catalog GET /stock/\{id\}:`
}

// director joins the paths as programs do that copied the code of NewSingleHostReverseProxy.
func director() http.Handler {
	return &httputil.ReverseProxy{Director: func(r *http.Request) {
		r.URL.Scheme = catalog.Scheme
		r.URL.Host = catalog.Host
		r.URL.Path = joinSlash(catalog.Path, r.URL.Path)
	}}
}

func joinSlash(a, b string) string {
	switch after, before := strings.HasSuffix(a, "/"), strings.HasPrefix(b, "/"); {
	case after && before:
		return a + b[1:]
	case !after && !before:
		return a + "/" + b
	}
	return a + b
}

// moved sends requests on to where the resource has moved.
func moved() http.Handler {
	return &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.Out.URL.Scheme, r.Out.URL.Host = "http", "catalog"
		r.Out.URL.Path = "/items/" + r.In.PathValue("id")
	}}
}
