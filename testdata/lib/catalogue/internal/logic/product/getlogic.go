package product

import (
	"context"

	"libcases/catalogue/internal/svc"
	"libcases/catalogue/internal/types"
	"libcases/catalogue/rpc/reviews"

	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/core/mr"
)

type GetLogic struct {
	logx.Logger
	ctx    context.Context
	svcCtx *svc.ServiceContext
}

func NewGetLogic(ctx context.Context, svcCtx *svc.ServiceContext) *GetLogic {
	return &GetLogic{
		Logger: logx.WithContext(ctx),
		ctx:    ctx,
		svcCtx: svcCtx,
	}
}

func (l *GetLogic) Get(req *types.ProductReq) (resp *types.Product, err error) {
	resp = &types.Product{Id: req.Id}
	err = mr.Finish(func() (err error) {
		resp.Stock, err = l.svcCtx.Inventory.Stock(l.ctx, req.Id)
		return err
	}, func() (err error) {
		resp.Cents, err = l.svcCtx.Prices.Price(l.ctx, req.Id)
		return err
	}, func() error {
		rating, err := l.svcCtx.Reviews.Rating(l.ctx, &reviews.RatingRequest{ProductId: req.Id}) // want `GET /api/v1/products/\{id\} of catalogue waits for reviews shop\.reviews\.v1\.Reviews/Rating`
		if err != nil {
			l.Errorf("no rating of %s: %v", req.Id, err)
			return nil
		}
		resp.Stars = rating.GetStars()
		return nil
	})
	return resp, err
}
