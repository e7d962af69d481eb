package product

import (
	"net/http"

	"libcases/catalogue/internal/logic/product"
	"libcases/catalogue/internal/svc"
	"libcases/catalogue/internal/types"

	"github.com/zeromicro/go-zero/rest/httpx"
)

func SetPriceHandler(svcCtx *svc.ServiceContext) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var req types.PriceReq
		if err := httpx.Parse(r, &req); err != nil {
			httpx.ErrorCtx(r.Context(), w, err)
			return
		}

		l := product.NewSetPriceLogic(r.Context(), svcCtx)
		err := l.SetPrice(&req)
		if err != nil {
			httpx.ErrorCtx(r.Context(), w, err)
		} else {
			httpx.Ok(w)
		}
	}
}
