package interp

import "testing"

func TestDecompile(t *testing.T) {
	for _, test := range []struct {
		name string
		ops  []int64
		pool []string
		want string
	}{
		{"literals", []int64{2, 0, 2, 1}, []string{"v1", "orders"}, "/v1/orders"},
		{"one segment", []int64{2, 0, 2, 1, 1, 0, 4, 1, 5, 2}, []string{"v1", "orders", "id"}, "/v1/orders/{id}"},
		{"two in a row", []int64{2, 0, 1, 0, 4, 1, 5, 1, 2, 2, 1, 0, 4, 1, 5, 3}, []string{"v1", "shelf", "books", "book"}, "/v1/{shelf}/books/{book}"},
		{"with a literal", []int64{2, 0, 2, 1, 1, 0, 4, 2, 5, 2}, []string{"v1", "orders", "name"}, "/v1/orders/{name}"},
		{"the rest", []int64{2, 0, 3, 0, 4, 1, 5, 1}, []string{"v1", "path"}, "/v1/{path...}"},
		{"without a name", []int64{2, 0, 1, 0}, []string{"v1"}, "/v1/*"},
		{"nothing", nil, nil, ""},
		{"no such text", []int64{2, 7}, []string{"v1"}, ""},
		{"too many parts", []int64{4, 7}, nil, ""},
		{"half an operation", []int64{2, 0, 2}, []string{"v1"}, "/v1"},
	} {
		path, ok := decompile(test.ops, test.pool)
		if !ok {
			path = ""
		}
		if path != test.want {
			t.Errorf("%s: got %q, want %q", test.name, path, test.want)
		}
	}
}

func TestExpandBindings(t *testing.T) {
	for pattern, want := range map[string]string{
		"/v1/{name=shelves/*}/books":    "/v1/shelves/{name}/books",
		"/v1/{id=*}":                    "/v1/{id}",
		"/v1/{file.path=**}":            "/v1/{file.path...}",
		"/v1/{name=shelves/*/books/*}":  "/v1/shelves/{name}/books/{name}",
		"/v1/{name:[a=b]+}/{id}":        "/v1/{name}/{id}",
		"/v1/{name=shelves/*}:move/{x}": "/v1/shelves/{name}:move/{x}",
	} {
		if got := normalPattern(pattern, "braces"); got != want {
			t.Errorf("%s: got %s, want %s", pattern, got, want)
		}
	}
}
