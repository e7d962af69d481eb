module go-micro.dev/v4

go 1.26.0
