module github.com/micro/go-micro/v2

go 1.26.0
