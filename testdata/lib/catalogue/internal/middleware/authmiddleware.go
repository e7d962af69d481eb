package middleware

import (
	"context"
	"net/http"

	"libcases/catalogue/internal/client"

	"github.com/zeromicro/go-zero/rest/httpx"
)

type userKey struct{}

type AuthMiddleware struct {
	sessions *client.Sessions
}

func NewAuthMiddleware(sessions *client.Sessions) *AuthMiddleware {
	return &AuthMiddleware{sessions: sessions}
}

func (m *AuthMiddleware) Handle(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		user, err := m.sessions.Verify(r.Context(), r.Header.Get("Authorization"))
		if err != nil {
			httpx.WriteJsonCtx(r.Context(), w, http.StatusUnauthorized, err.Error())
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), userKey{}, user)))
	}
}
