module example.com/eshop/chain/catalog

go 1.26.0

require (
	example.com/eshop/chain/platform v0.0.0
	github.com/gorilla/mux v1.8.1
)

replace example.com/eshop/chain/platform => ../platform
