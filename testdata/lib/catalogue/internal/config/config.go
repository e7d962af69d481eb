package config

import (
	"time"

	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/zrpc"
)

type Config struct {
	rest.RestConf
	ReviewsRpc   zrpc.RpcClientConf
	InventoryUrl string
	PricingUrl   string
	Sessions     struct {
		Url string
	}
	Feed struct {
		Url      string
		Interval time.Duration `json:",default=1m"`
	}
}
