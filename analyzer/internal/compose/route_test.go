package compose

import (
	"slices"
	"strings"
	"testing"
)

func TestMatch(t *testing.T) {
	shop := "GET /orders, POST /orders, GET /orders/{id}, DELETE /orders/{id}, GET /orders/{id}/lines, GET /orders/recent, ANY /static/, GET /files/{path...}"
	tests := []struct {
		name   string
		serves string // endpoints, ", " between
		method string
		call   string // {} for a hole
		want   string
	}{
		{"literal", shop, "GET", "/orders", "GET /orders"},
		{"method", shop, "POST", "/orders", "POST /orders"},
		{"no such method", shop, "PUT", "/orders", ""},
		{"no such path", shop, "GET", "/baskets", ""},
		{"parameter", shop, "GET", "/orders/17", "GET /orders/{id}"},
		{"literal before parameter", shop, "GET", "/orders/recent", "GET /orders/recent"},
		{"hole is a parameter", shop, "GET", "/orders/{}", "GET /orders/{id}"},
		{"hole in the middle", shop, "GET", "/orders/{}/lines", "GET /orders/{id}/lines"},
		{"part of a segment", shop, "GET", "/orders/o-{}", "GET /orders/{id}"},
		{"query", shop, "GET", "/orders?from={}", "GET /orders"},
		{"query after a slash", shop, "GET", "/orders/?x=/a/b", "GET /orders"},
		{"fragment", shop, "GET", "/orders#top", "GET /orders"},
		{"hole for a query", shop, "GET", "/orders{}", "GET /orders"},
		{"double slashes", shop, "GET", "//orders//17", "GET /orders/{id}"},
		{"slash at the end", shop, "GET", "/orders/", "GET /orders"},
		{"HEAD by GET", shop, "HEAD", "/orders/{}", "GET /orders/{id}"},
		{"subtree", shop, "GET", "/static/css/main.css", "ANY /static/"},
		{"subtree by redirect", shop, "GET", "/static", "ANY /static/"},
		{"rest", shop, "GET", "/files/a/b", "GET /files/{path...}"},
		{"rest with a hole", shop, "GET", "/files/{}", "GET /files/{path...}"},
		{"rest of several holes", shop, "GET", "/files/{}/{}", "GET /files/{path...}"},
		{"rest that is empty", shop, "GET", "/files/", "GET /files/{path...}"},
		{"unknown method, one endpoint", shop, "", "/orders/{}/lines", "GET /orders/{id}/lines"},
		{"unknown method, several", shop, "", "/orders/{}", "ANY /orders/{id}"},

		{"own method before ANY", "ANY /x, POST /x", "POST", "/x", "POST /x"},
		{"ANY for the others", "ANY /x, POST /x", "GET", "/x", "ANY /x"},
		{"HEAD before GET", "GET /x, HEAD /x", "HEAD", "/x", "HEAD /x"},
		{"GET before ANY for HEAD", "ANY /x, GET /x", "HEAD", "/x", "GET /x"},
		{"path before method", "ANY /x/{id}, GET /x/", "GET", "/x/1", "ANY /x/{id}"},
		{"a path without the method is none", "POST /x/{id}, ANY /x/", "GET", "/x/1", "ANY /x/"},
		{"parameter before rest", "GET /a/{rest...}, GET /a/{id}", "GET", "/a/{}", "GET /a/{id}"},
		{"rest before subtree", "GET /a/{rest...}, GET /a/", "GET", "/a/b", "GET /a/{rest...}"},
		{"literal at the left decides", "GET /a/{x}, GET /{y}/b", "GET", "/a/b", "GET /a/{x}"},
		{"deeper subtree", "ANY /, ANY /a/, ANY /a/b/", "GET", "/a/b/c/d", "ANY /a/b/"},
		{"root", "GET /", "GET", "/", "GET /"},
		{"root for no path", "GET /", "GET", "", "GET /"},
		{"root takes all", "GET /", "GET", "/a/b", "GET /"},
		{"{$} takes the root only", "GET /{$}", "GET", "/a", ""},
		{"{$} before subtree", "ANY /, GET /{$}", "GET", "/", "GET /{$}"},
		{"exact slash preferred", "GET /x, GET /x/", "GET", "/x/", "GET /x/"},
		{"exact end preferred", "GET /x, GET /x/", "GET", "/x", "GET /x"},

		{"suffix of a parameter", "GET /img/{name}.png, GET /img/{name}", "GET", "/img/{}.png", "GET /img/{name}.png"},
		{"text for a suffixed parameter", "GET /img/{name}.png, GET /img/{name}", "GET", "/img/cat.png", "GET /img/{name}.png"},
		{"verb after a parameter", "POST /v1/{name}:cancel, POST /v1/{name}:undo", "POST", "/v1/{}:undo", "POST /v1/{name}:undo"},
		{"star as a rest", "GET /assets/*", "GET", "/assets/a/b", "GET /assets/*"},

		{"hole for the one literal", "GET /state/on", "GET", "/state/{}", "GET /state/on"},
		{"hole for one of several literals", "GET /state/off, GET /state/on", "GET", "/state/{}", ""},
		{"hole for literal beside a catch-all", "GET /, GET /state/on", "GET", "/state/{}", ""},
		{"hole at the end for nothing", "GET /products", "GET", "/products/{}", "GET /products"},
		{"hole at the end for a rest", "GET /api/a/b", "GET", "/api/{}", "GET /api/a/b"},
		{"hole at the end for one of two rests", "GET /api/a/b, GET /api/a/c", "GET", "/api{}", ""},
		{"glued hole for a segment", "GET /products/{id}", "GET", "/products{}", "GET /products/{id}"},
		{"glued hole prefers a query", "GET /products/{id}, GET /products", "GET", "/products{}", "GET /products"},
		{"part for the one literal", "GET /v1/x, POST /v2/y", "GET", "/v{}/x", "GET /v1/x"},
		{"part for two literals", "GET /v1/x, GET /v2/x", "GET", "/v{}/x", ""},

		{"unknown base", "GET /orders", "GET", "{}/orders", "GET /orders"},
		{"unknown base without slash", "GET /orders/{id}", "GET", "{}orders/{}", "GET /orders/{id}"},
		{"unknown base holds segments", "GET /api/v1/orders/{id}, GET /api/v1/orders", "GET", "{}/orders/{}", "GET /api/v1/orders/{id}"},
		{"unknown base fits two", "GET /a/orders, GET /b/orders", "GET", "{}/orders", ""},
		{"unknown base takes no rest", "ANY /static/, GET /v1/{id}", "GET", "{}/orders", ""},
		{"known base holds none", "GET /api/v1/orders", "GET", "/orders", ""},
		{"nothing known, one endpoint", "GET /orders/{id}", "GET", "{}", "GET /orders/{id}"},
		{"nothing known, several", "GET /orders/{id}, GET /orders", "GET", "{}", ""},
		{"nothing known, one of the method", "GET /orders/{id}, POST /orders", "POST", "{}", "POST /orders"},
		{"no endpoints", "", "GET", "/x", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := newRouter(sortedNames(tt.serves))
			p := callPath(strings.ReplaceAll(tt.call, "{}", hole))
			if got := r.match(tt.method, p); got != tt.want {
				t.Errorf("match(%q, %q) = %q, want %q", tt.method, tt.call, got, tt.want)
			}
		})
	}
}

func sortedNames(list string) []string {
	if list == "" {
		return nil
	}
	names := strings.Split(list, ", ")
	slices.Sort(names)
	return names
}

func TestPathString(t *testing.T) {
	tests := []struct{ call, want string }{
		{"", "/"},
		{"/", "/"},
		{"/orders/{}", "/orders/{}"},
		{"/orders/o-{}/", "/orders/o-{}/"},
		{"{}/orders", "/orders"},
		{"{}", "/{}"},
		{"//a//b?c#d", "/a/b"},
	}
	for _, tt := range tests {
		if got := callPath(strings.ReplaceAll(tt.call, "{}", hole)).String(); got != tt.want {
			t.Errorf("callPath(%q) = %q, want %q", tt.call, got, tt.want)
		}
	}
}

func TestOverlap(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"", "", true},
		{"a", "a", true},
		{"a", "b", false},
		{"", "*", true},
		{"*", "*", true},
		{"a*", "*b", true},
		{"a*b", "ab", true},
		{"a*b", "axyb", true},
		{"a*b", "axyc", false},
		{"a*c", "*b*", true},
		{"x*", "y*", false},
		{"*x", "*y", false},
		{"*a*b*", "ba", false},
	}
	for _, tt := range tests {
		a, b := strings.ReplaceAll(tt.a, "*", hole), strings.ReplaceAll(tt.b, "*", hole)
		if overlap(a, b) != tt.want || overlap(b, a) != tt.want {
			t.Errorf("overlap(%q, %q) is not %v both ways", tt.a, tt.b, tt.want)
		}
	}
}
