module github.com/levigross/grequests/v2

go 1.24
