module example.com/eshop/chain/platform

go 1.26.0
