// What a service of net/rpc does for whoever calls it by name.
package main

import (
	"log"
	"net"
	"net/http"
	"net/rpc"
	"net/rpc/jsonrpc"
)

// Quotes is served.
type Quotes struct{}

// Ask waits for another service.
func (Quotes) Ask(id string, reply *int) error {
	_, err := http.Get("http://users/users/" + id) // want `Quotes/Ask of netrpcchain-server waits for users GET /users/\{id\}`
	return err
}

// Count does not.
func (Quotes) Count(id string, reply *int) error { return nil }

func main() {
	if err := rpc.Register(Quotes{}); err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", ":1234")
	if err != nil {
		log.Fatal(err)
	}
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go rpc.ServeCodec(jsonrpc.NewServerCodec(conn))
	}
}
