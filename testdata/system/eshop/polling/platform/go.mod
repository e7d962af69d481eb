module example.com/eshop/polling/platform

go 1.26.0
