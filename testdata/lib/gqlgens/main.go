// A GraphQL server of gqlgen: all operations come by one route, and resolvers are called
// by the generated schema.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/99designs/gqlgen/graphql/playground"

	"libcases/gqlgens/graph"
)

// audit is an extension: it looks at each operation.
type audit struct{ url string }

func (audit) ExtensionName() string { return "audit" }

func (audit) Validate(graphql.ExecutableSchema) error { return nil }

func (a audit) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	http.Post(a.url, "", nil) // want `POST /query of gqlgens waits for orders POST /orders:`
	return next(ctx)
}

// Flush is none of the methods that extensions have.
func (a audit) Flush() { http.Get("http://archive/flush") }

// allowed gives what is called for each response.
func allowed(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	answer := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		http.Get("http://archive/orders/1") // want `POST /query of gqlgens waits for archive GET /orders/\{id\}:`
		return answer(ctx)
	}
}

func timed(ctx context.Context, next graphql.Resolver) (any, error) {
	if _, err := http.Get("http://users/allowed"); err != nil { // want `POST /query of gqlgens waits for users GET /allowed:`
		return nil, err
	}
	return next(ctx)
}

// admin is a schema that is written by hand.
type admin struct{ graphql.ExecutableSchema }

func (admin) Exec(ctx context.Context) graphql.ResponseHandler {
	return func(ctx context.Context) *graphql.Response {
		http.Get("http://archive/orders/2") // want `POST /admin of gqlgens waits for archive GET /orders/\{id\}:`
		return nil
	}
}

// guarded hands on the requests that have a token.
func guarded(srv *handler.Server) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		srv.ServeHTTP(w, r)
	}
}

func main() {
	resolver := &graph.Resolver{Orders: "http://orders", Users: "http://users"}
	srv := handler.New(graph.NewExecutableSchema(graph.Config{Resolvers: resolver}))
	srv.AddTransport(transport.POST{})
	srv.Use(audit{"http://orders/orders"})
	srv.AroundOperations(allowed)
	srv.AroundFields(timed)
	http.Handle("GET /", playground.Handler("GraphQL playground", "/query"))
	http.Handle("POST /query", srv)
	http.HandleFunc("POST /admin", guarded(handler.New(admin{})))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
