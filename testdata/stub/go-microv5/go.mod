module go-micro.dev/v5

go 1.26.0
