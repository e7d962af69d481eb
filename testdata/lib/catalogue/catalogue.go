// Catalogue shows the products of a shop: its API is laid out as goctl does, and reviews
// are asked by a client of zrpc.
package main

import (
	"flag"
	"fmt"

	"libcases/catalogue/internal/client"
	"libcases/catalogue/internal/config"
	"libcases/catalogue/internal/handler"
	"libcases/catalogue/internal/svc"

	"github.com/zeromicro/go-zero/core/conf"
	"github.com/zeromicro/go-zero/core/service"
	"github.com/zeromicro/go-zero/rest"
)

var configFile = flag.String("f", "etc/catalogue-api.yaml", "the config file")

func main() {
	flag.Parse()

	var c config.Config
	conf.MustLoad(*configFile, &c, conf.UseEnv())

	server := rest.MustNewServer(c.RestConf)
	ctx := svc.NewServiceContext(c)
	handler.RegisterHandlers(server, ctx)

	group := service.NewServiceGroup()
	defer group.Stop()
	group.Add(server)
	group.Add(client.NewFeed(c.Feed.Url, c.Feed.Interval, ctx.Prices))

	fmt.Printf("Starting server at %s:%d...\n", c.Host, c.Port)
	group.Start()
}
