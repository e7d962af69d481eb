module github.com/DataDog/dd-trace-go/contrib/net/http/v2

go 1.26.0
