module github.com/ogen-go/ogen

go 1.24
