module github.com/RichardKnop/machinery/v2

go 1.26.0

require github.com/RichardKnop/machinery v1.10.7
