module example.com/eshop/polling/basket

go 1.26.0

require example.com/eshop/polling/platform v0.0.0

replace example.com/eshop/polling/platform => ../platform
