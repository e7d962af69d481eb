module gopkg.in/DataDog/dd-trace-go.v1

go 1.26.0

require github.com/DataDog/dd-trace-go/contrib/net/http/v2 v2.8.0
