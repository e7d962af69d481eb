package product

import (
	"context"

	"libcases/catalogue/internal/svc"
	"libcases/catalogue/internal/types"

	"github.com/zeromicro/go-zero/core/logx"
	"github.com/zeromicro/go-zero/core/mr"
)

type ListLogic struct {
	logx.Logger
	ctx    context.Context
	svcCtx *svc.ServiceContext
}

func NewListLogic(ctx context.Context, svcCtx *svc.ServiceContext) *ListLogic {
	return &ListLogic{
		Logger: logx.WithContext(ctx),
		ctx:    ctx,
		svcCtx: svcCtx,
	}
}

// List counts the stock of all of them side by side.
func (l *ListLogic) List(req *types.ListReq) (resp *types.ListResp, err error) {
	products, err := mr.MapReduce(func(source chan<- string) {
		for _, id := range req.Ids {
			source <- id
		}
	}, func(id string, writer mr.Writer[types.Product], cancel func(error)) {
		n, err := l.svcCtx.Inventory.Stock(l.ctx, id)
		if err != nil {
			cancel(err)
			return
		}
		writer.Write(types.Product{Id: id, Stock: n})
	}, func(pipe <-chan types.Product, writer mr.Writer[[]types.Product], cancel func(error)) {
		var all []types.Product
		for p := range pipe {
			all = append(all, p)
		}
		writer.Write(all)
	})
	if err != nil {
		return nil, err
	}
	return &types.ListResp{Products: products}, nil
}
