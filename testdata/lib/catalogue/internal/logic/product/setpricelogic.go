package product

import (
	"context"

	"libcases/catalogue/internal/svc"
	"libcases/catalogue/internal/types"

	"github.com/zeromicro/go-zero/core/logx"
)

type SetPriceLogic struct {
	logx.Logger
	ctx    context.Context
	svcCtx *svc.ServiceContext
}

func NewSetPriceLogic(ctx context.Context, svcCtx *svc.ServiceContext) *SetPriceLogic {
	return &SetPriceLogic{
		Logger: logx.WithContext(ctx),
		ctx:    ctx,
		svcCtx: svcCtx,
	}
}

func (l *SetPriceLogic) SetPrice(req *types.PriceReq) error {
	return l.svcCtx.Prices.Set(l.ctx, req.Id, req.Cents)
}
