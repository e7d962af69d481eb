// Services as subcommands of one program, with flags of their own and of their
// parent's; one that is a tool.
package main

import (
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

var ordersAddr string

func newRoot() *cobra.Command {
	root := &cobra.Command{Use: "cobras", SilenceUsage: true}
	root.PersistentFlags().StringVar(&ordersAddr, "orders-addr", "localhost:9000", "where orders are")
	values(root.PersistentFlags())
	root.AddCommand(newBasket(), catalogCmd, newImport())
	return root
}

func main() {
	if err := newRoot().Execute(); err != nil {
		os.Exit(1)
	}
}

func newBasket() *cobra.Command {
	var users string
	cmd := &cobra.Command{
		Use:   "basket [flags]",
		Short: "serve baskets",
		RunE: func(cmd *cobra.Command, args []string) error {
			mux := http.NewServeMux()
			mux.HandleFunc("GET /basket", func(w http.ResponseWriter, r *http.Request) {
				http.Get("http://" + users + "/users/1") // want `GET /basket of cobras-basket waits for users GET /users/\{id\}`
			})
			return http.ListenAndServe(":8080", mux)
		},
	}
	cmd.Flags().StringVarP(&users, "users-addr", "u", "", "where users are")
	return cmd
}

var payments string

var catalogCmd = &cobra.Command{
	Use: "catalog",
	Run: runCatalog,
}

func init() {
	catalogCmd.Flags().StringVar(&payments, "payments-addr", "payments:80", "where payments are")
}

func runCatalog(cmd *cobra.Command, args []string) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /parsed", parsed)
	mux.HandleFunc("GET /item", func(w http.ResponseWriter, r *http.Request) {
		http.Get("http://" + ordersAddr + "/orders/1")                     // want `GET /item of cobras-catalog waits for orders GET /orders/\{id\}`
		http.Post("http://"+payments+"/payments", "application/json", nil) // want `GET /item of cobras-catalog waits for payments POST /payments`
	})
	http.ListenAndServe(":8080", mux)
}

func newImport() *cobra.Command {
	return &cobra.Command{
		Use:  "import FILE...",
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			for range args {
				if _, err := http.Post("http://"+ordersAddr+"/orders", "application/json", nil); err != nil {
					return err
				}
			}
			return nil
		},
	}
}
