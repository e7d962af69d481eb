package interp

import (
	"slices"
	"testing"
)

func TestSmoke(t *testing.T) {
	p := runSource(t, `
import "net/http"
func main() {
	http.HandleFunc("GET /a", func(w http.ResponseWriter, r *http.Request) { http.Get("http://b/x") })
	http.ListenAndServe("", nil)
}`)
	if got, want := lines(p), []string{"GET /a -> GET http://b/x"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
