package product

import (
	"context"

	"libcases/catalogue/internal/client"
	"libcases/catalogue/internal/svc"
	"libcases/catalogue/internal/types"
	"libcases/catalogue/rpc/reviews"

	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/core/threading"
)

type AddReviewLogic struct {
	logx.Logger
	ctx    context.Context
	svcCtx *svc.ServiceContext
}

func NewAddReviewLogic(ctx context.Context, svcCtx *svc.ServiceContext) *AddReviewLogic {
	return &AddReviewLogic{
		Logger: logx.WithContext(ctx),
		ctx:    ctx,
		svcCtx: svcCtx,
	}
}

func (l *AddReviewLogic) AddReview(req *types.AddReviewReq) (resp *types.AddReviewResp, err error) {
	in := &reviews.AddRequest{ProductId: req.Id, Text: req.Text, Stars: int32(req.Stars)}
	added, err := l.svcCtx.Reviews.Add(l.ctx, in) // want `POST /api/v1/products/\{id\}/reviews of catalogue waits for reviews shop\.reviews\.v1\.Reviews/Add`
	if err != nil {
		return nil, err
	}
	threading.GoSafe(func() {
		client.Index(context.WithoutCancel(l.ctx), l.svcCtx.Config.Feed.Url, req.Id)
	})
	return &types.AddReviewResp{Id: added.GetId()}, nil
}
