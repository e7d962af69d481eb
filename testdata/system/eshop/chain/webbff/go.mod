module example.com/eshop/chain/webbff

go 1.26.0

require example.com/eshop/chain/platform v0.0.0

replace example.com/eshop/chain/platform => ../platform
