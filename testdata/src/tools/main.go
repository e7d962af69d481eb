// A command line tool calls services, but serves nobody.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
)

func main() {
	orders := flag.String("orders-addr", "localhost:9090", "address of orders")
	flag.Parse()
	for _, id := range flag.Args() {
		resp, err := http.Get("http://" + *orders + "/orders/" + id)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(id, resp.Status)
	}
}
