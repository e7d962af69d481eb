package product

import (
	"context"

	"libcases/catalogue/internal/svc"
	"libcases/catalogue/internal/types"

	"github.com/zeromicro/go-zero/core/logx"
)

type RemoveLogic struct {
	logx.Logger
	ctx    context.Context
	svcCtx *svc.ServiceContext
}

func NewRemoveLogic(ctx context.Context, svcCtx *svc.ServiceContext) *RemoveLogic {
	return &RemoveLogic{
		Logger: logx.WithContext(ctx),
		ctx:    ctx,
		svcCtx: svcCtx,
	}
}

func (l *RemoveLogic) Remove(req *types.ProductReq) error {
	if err := l.svcCtx.Inventory.Clear(l.ctx, req.Id); err != nil {
		l.Errorw("remove", logx.Field("id", req.Id), logx.Field("error", err))
		return err
	}
	return nil
}
