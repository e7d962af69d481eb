// A server of go-swagger that is told of its operations.
package main

import (
	"log"
	"net/http"

	"github.com/go-openapi/loads"
	"github.com/go-openapi/runtime"
	"github.com/go-openapi/runtime/middleware"
	"github.com/go-openapi/runtime/middleware/untyped"
)

// authorised stands around all operations.
func authorised(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://users/users/me") // want `GET /todos/\{id\} of swaggers waits for users GET /users/\{id\}:`
		next.ServeHTTP(w, r)
	})
}

// told is a server without generated code.
func told(spec *loads.Document) http.Handler {
	api := untyped.NewAPI(spec)
	api.RegisterOperation("get", "/todos/{id}", runtime.OperationHandlerFunc(func(params any) (any, error) {
		return http.Get("http://archive/orders/1") // want `GET /todos/\{id\} of swaggers waits for archive GET /orders/\{id\}:`
	}))
	return middleware.NewContext(spec, api, nil).APIHandler(authorised)
}

func main() {
	spec, err := loads.Spec("swagger.json")
	if err != nil {
		log.Fatal(err)
	}
	// An operation may stand on a route that the program makes itself.
	http.Handle("DELETE /todos/{id}", &removeTodo{middleware.NewContext(spec, nil, nil), remover{"http://orders/orders"}})
	http.Handle("/", told(spec))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
