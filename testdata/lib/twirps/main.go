// A server and clients of twirp: options are functions that the generated code calls.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/twitchtv/twirp"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"libcases/twirps/hatpb"
)

func authorised(next twirp.Method) twirp.Method {
	return func(ctx context.Context, req interface{}) (interface{}, error) {
		if name, ok := twirp.MethodName(ctx); ok && name == "" {
			return nil, http.ErrNotSupported
		}
		if _, err := http.Get("http://users/users/me"); err != nil { // want `POST /api/shop.hats.Haberdasher/MakeHat of twirps waits for users GET /users/\{id\}:`
			return nil, err
		}
		return next(ctx, req)
	}
}

func received(ctx context.Context) (context.Context, error) {
	http.Get("http://orders/orders/1") // want `POST /api/shop.hats.Haberdasher/.* of twirps \(like 1 other endpoint\) waits for orders GET /orders/\{id\}:`
	return ctx, nil
}

type haberdasher struct{ old hatpb.Haberdasher }

func (h *haberdasher) MakeHat(ctx context.Context, size *wrapperspb.Int32Value) (*wrapperspb.StringValue, error) {
	http.Post("http://payments/payments", "", nil) // want `POST /inner/twirp/shop.hats.Haberdasher/MakeHat of twirps \(like 2 other endpoints\) waits for payments POST /payments:`
	return wrapperspb.String("bowler"), nil
}

func (h *haberdasher) BrushHat(ctx context.Context, size *wrapperspb.Int32Value) (*wrapperspb.StringValue, error) {
	return h.old.BrushHat(ctx, size) // want `POST /api/shop.hats.Haberdasher/BrushHat of twirps waits for archive POST /old/shop.hats.Haberdasher/BrushHat:`
}

// brusher only brushes.
type brusher struct{ haberdasher }

func (b *brusher) BrushHat(ctx context.Context, size *wrapperspb.Int32Value) (*wrapperspb.StringValue, error) {
	http.Get("http://orders/orders/brush") // want `POST /twirp/shop.hats.Haberdasher/BrushHat of twirps waits for orders GET /orders/\{id\}:`
	return wrapperspb.String("bowler"), nil
}

// A second server is all that a port serves.
func alone() {
	log.Fatal(http.ListenAndServe(":8081", hatpb.NewHaberdasherServer(&brusher{})))
}

// A third one is served below a path that it does not see.
type presser struct{ haberdasher }

func (p *presser) BrushHat(ctx context.Context, size *wrapperspb.Int32Value) (*wrapperspb.StringValue, error) {
	http.Get("http://users/users/press") // want `POST /inner/twirp/shop.hats.Haberdasher/BrushHat of twirps waits for users GET /users/\{id\}:`
	return wrapperspb.String("bowler"), nil
}

func main() {
	go alone()
	hats := hatpb.NewHaberdasherProtobufClient("http://payments", &http.Client{})
	old := hatpb.NewHaberdasherProtobufClient("http://archive", http.DefaultClient, twirp.WithClientPathPrefix("old"))
	server := hatpb.NewHaberdasherServer(&haberdasher{old},
		twirp.WithServerPathPrefix("/api"),
		twirp.WithServerInterceptors(authorised),
		&twirp.ServerHooks{RequestReceived: received})
	mux := http.NewServeMux()
	mux.Handle(server.PathPrefix(), server)
	mux.Handle("/inner/", http.StripPrefix("/inner", hatpb.NewHaberdasherServer(&presser{})))
	mux.HandleFunc("POST /hat/{id}", func(w http.ResponseWriter, r *http.Request) {
		hats.MakeHat(r.Context(), wrapperspb.Int32(1)) // want `POST /hat/\{id\} of twirps waits for payments POST /twirp/shop.hats.Haberdasher/MakeHat:`
	})
	http.ListenAndServe(":8080", mux)
}
