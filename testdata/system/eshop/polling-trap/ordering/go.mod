module example.com/eshop/polling-trap/ordering

go 1.26.0
