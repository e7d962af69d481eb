package product

import (
	"context"
	"errors"
	"io"

	"libcases/catalogue/internal/svc"
	"libcases/catalogue/internal/types"
	"libcases/catalogue/rpc/reviews"

	"github.com/zeromicro/go-zero/core/logx"
)

type WatchLogic struct {
	logx.Logger
	ctx    context.Context
	svcCtx *svc.ServiceContext
}

func NewWatchLogic(ctx context.Context, svcCtx *svc.ServiceContext) *WatchLogic {
	return &WatchLogic{
		Logger: logx.WithContext(ctx),
		ctx:    ctx,
		svcCtx: svcCtx,
	}
}

func (l *WatchLogic) Watch(req *types.ProductReq, client chan<- *types.Event) error {
	stream, err := l.svcCtx.Reviews.Watch(l.ctx, &reviews.RatingRequest{ProductId: req.Id}) // want `GET /api/v1/products/\{id\}/watch of catalogue waits for reviews shop\.reviews\.v1\.Reviews/Watch`
	if err != nil {
		return err
	}
	for {
		rating, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		select {
		case client <- &types.Event{Stars: rating.GetStars()}:
		case <-l.ctx.Done():
			return l.ctx.Err()
		}
	}
}
