package svc

import (
	"time"

	"libcases/catalogue/internal/client"
	"libcases/catalogue/internal/config"
	"libcases/catalogue/internal/middleware"
	"libcases/catalogue/rpc/reviewsclient"

	"github.com/zeromicro/go-zero/core/collection"
	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/zrpc"
)

type ServiceContext struct {
	Config         config.Config
	AuthMiddleware rest.Middleware
	Reviews        reviewsclient.Reviews
	Inventory      *client.Inventory
	Prices         *client.Prices
}

func NewServiceContext(c config.Config) *ServiceContext {
	sessions := client.NewSessions(c.Sessions.Url)
	cache, err := collection.NewCache(time.Minute, collection.WithLimit(10000))
	logx.Must(err)
	return &ServiceContext{
		Config:         c,
		AuthMiddleware: middleware.NewAuthMiddleware(sessions).Handle,
		Reviews:        reviewsclient.NewReviews(zrpc.MustNewClient(c.ReviewsRpc, zrpc.WithUnaryClientInterceptor(sessions.Intercept))),
		Inventory:      client.NewInventory(c.InventoryUrl),
		Prices:         client.NewPrices(c.PricingUrl, cache),
	}
}
