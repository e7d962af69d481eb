module github.com/zeromicro/go-zero

go 1.26.0

require google.golang.org/grpc v1.84.0
