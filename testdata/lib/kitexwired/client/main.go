// Clients of kitex: who is called stands in options, by name and by address.
package main

import (
	"log"
	"net/http"

	"github.com/cloudwego/kitex/client"

	"libcases/kitexwired/gen/cart"
	"libcases/kitexwired/gen/cart/cartservice"
)

func main() {
	named, err := cartservice.NewClient("cart")
	if err != nil {
		log.Fatal(err)
	}
	direct := cartservice.MustNewClient("elsewhere", client.WithHostPorts("payments:8888"))
	http.HandleFunc("POST /add", func(w http.ResponseWriter, r *http.Request) {
		named.AddItem(r.Context(), &cart.Item{Id: r.FormValue("id")}) // want `POST /add of kitexwired-client waits for carts CartService/AddItem:`
	})
	http.HandleFunc("GET /cart", func(w http.ResponseWriter, r *http.Request) {
		named.GetCart(r.Context(), r.FormValue("user"), 10) // want `GET /cart of kitexwired-client waits for carts CartService/GetCart:`
	})
	http.HandleFunc("GET /direct", func(w http.ResponseWriter, r *http.Request) {
		direct.GetCart(r.Context(), r.FormValue("user"), 10) // want `GET /direct of kitexwired-client waits for payments CartService/GetCart:`
	})
	generics()
	log.Fatal(http.ListenAndServe(":8080", nil))
}
