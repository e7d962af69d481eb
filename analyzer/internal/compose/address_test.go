package compose

import (
	"strings"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/manifest"
)

// template reads a template as reports write it, with "{env:X|default}" for a default.
func template(s string) hop.Template {
	var t hop.Template
	for s != "" {
		before, after, ok := strings.Cut(s, "{")
		if before != "" {
			t = append(t, text(before))
		}
		if !ok {
			break
		}
		key, rest, _ := strings.Cut(after, "}")
		t = append(t, part(key))
		s = rest
	}
	return t
}

func part(key string) hop.Part {
	switch key {
	case "":
		return hop.Part{Kind: hop.PartUnknown}
	case "request":
		return hop.Part{Kind: hop.PartRequest}
	}
	kind, name, _ := strings.Cut(key, ":")
	name, value, _ := strings.Cut(name, "|")
	return hop.Part{Kind: hop.PartKind(kind), Text: name, Default: value}
}

func TestParseAddress(t *testing.T) {
	tests := []struct {
		protocol, address              string
		scheme, host, port, path, note string
	}{
		{"http", "http://orders:8080/a/{}", "http", "orders", "8080", "/a/{}", ""},
		{"http", "orders:8080/a", "", "orders", "8080", "/a", ""},
		{"http", "https://orders", "https", "orders", "", "/", ""},
		{"http", "http://orders?x=1", "http", "orders", "", "/", ""},
		{"http", "http://user:pw@orders:80/a", "http", "orders", "80", "/a", ""},
		{"http", "http://[::1]:80/a", "http", "[::1]", "80", "/a", ""},
		{"http", "http://{flag:host}:{flag:port}/a", "http", "{flag:host}", "{flag:port}", "/a", ""},
		{"http", "http://{env:ORDERS}/a", "http", "{env:ORDERS}", "", "/a", "loose"},
		{"http", "http://{env:ORDERS}", "http", "{env:ORDERS}", "", "/", ""},
		{"http", "{env:ORDERS}/a", "", "{env:ORDERS}", "", "/a", "loose"},
		{"http", "{env:ORDERS}a/{}", "", "{env:ORDERS}", "", "/a/{}", "loose"},
		{"http", "{env:ORDERS}", "", "{env:ORDERS}", "", "/{}", "loose"},
		{"http", "{env:ORDERS}:8080/a", "", "{env:ORDERS}", "8080", "/a", ""},
		{"http", "{config:scheme}://{config:host}/a", "", "{config:host}", "", "/a", "loose"},
		{"http", "http://orders{}", "http", "orders", "", "/{}", "loose"},
		{"http", "http://orders:8080{}", "http", "orders", "8080", "/{}", "loose"},
		{"http", "http://orders:{env:PORT}", "http", "orders", "{env:PORT}", "/", ""},
		{"http", "http://orders-{env:REGION}:80/a", "http", "orders-{env:REGION}", "80", "/a", ""},
		{"http", "http://orders.{env:NS}.svc/a", "http", "orders.{env:NS}.svc", "", "/a", ""},
		{"http", "http://http://orders/a", "http", "orders", "", "/a", ""},
		{"http", "/a/b", "", "", "", "/a/b", ""},
		{"http", "", "", "", "", "/", ""},
		{"http", "http://orders/a?to=http://b/c", "http", "orders", "", "/a", ""},
		{"http", "orders/a?to=http://b/c", "", "orders", "", "/a", ""},
		{"grpc", "orders:50051", "", "orders", "50051", "/", ""},
		{"grpc", "dns:///orders:50051", "dns", "orders", "50051", "/", ""},
		{"grpc", "dns://8.8.8.8/orders:50051", "dns", "orders", "50051", "/", ""},
		{"grpc", "dns:orders:50051", "dns", "orders", "50051", "/", ""},
		{"grpc", "dns:8080", "", "dns", "8080", "/", ""},
		{"grpc", "passthrough:///{env:ORDERS}", "passthrough", "{env:ORDERS}", "", "/", "loose"},
		{"grpc", "consul://consul:8500/srv-geo?wait=14s", "consul", "srv-geo", "", "/", ""},
		{"grpc", "etcd:///shop/orders", "etcd", "orders", "", "/", ""},
		{"grpc", "etcd://orders", "etcd", "orders", "", "/", ""},
		{"grpc", "unix:/run/orders.sock", "unix", "/run/orders.sock", "", "/", ""},
		{"grpc", "unix:///run/orders.sock", "unix", "/run/orders.sock", "", "/", ""},
		{"http", "unix:/run/orders.sock:/orders/1", "unix", "/run/orders.sock", "", "/orders/1", ""},
		{"http", "unix:{env:SOCKET}:/orders/{}", "unix", "{env:SOCKET}", "", "/orders/{}", ""},
	}
	for _, tt := range tests {
		a := parseAddress(tt.protocol, template(tt.address))
		host, port := hop.Template(a.host).String(), hop.Template(a.port).String()
		if a.scheme != tt.scheme || host != tt.host || port != tt.port {
			t.Errorf("%s %q: scheme %q, host %q, port %q; want %q, %q, %q", tt.protocol, tt.address, a.scheme, host, port, tt.scheme, tt.host, tt.port)
		}
		if tt.protocol == "http" && (a.path.String() != tt.path || a.path.loose != (tt.note == "loose")) {
			t.Errorf("%q: path %q, loose %v; want %q, %s", tt.address, a.path.String(), a.path.loose, tt.path, tt.note)
		}
	}
}

func TestNormalHost(t *testing.T) {
	for host, want := range map[string]string{
		"Orders": "orders", "orders.": "orders", "127.0.0.1": "localhost", "127.3.2.1": "localhost", "0.0.0.0": "localhost",
		"[::1]": "localhost", "::": "localhost", "": "localhost", "LOCALHOST": "localhost", "10.0.0.1": "10.0.0.1",
	} {
		if got := manifest.NormalHost(host); got != want {
			t.Errorf("NormalHost(%q) = %q, want %q", host, got, want)
		}
	}
}

func FuzzMatch(f *testing.F) {
	f.Add("http", "http://orders:8080/a/{}?x", "GET /a/{id}", "GET")
	f.Add("http", "{env:A|http://x/y}/b//c{}", "ANY /y/{rest...}", "")
	f.Add("grpc", "dns:///{}", "/", "HEAD")
	f.Add("http", "unix:{request}", "GET /{$}", "GET")
	f.Add("http", "[::1]:{flag:p}", "POST /v1/{a}-{b}.json", "POST")
	f.Add("http", "://:@/?#", "GET {", "GET")
	f.Fuzz(func(t *testing.T, protocol, address, endpoint, method string) {
		tmpl := template(address)
		for _, x := range []hop.Template{tmpl, withDefaults(tmpl)} {
			a := parseAddress(protocol, x)
			a.hostText()
			if s := a.path.String(); !strings.HasPrefix(s, "/") || strings.Contains(s, "//") || strings.Contains(s, hole) {
				t.Errorf("path of %q is %q", address, s)
			}
			r := newRouter([]string{endpoint})
			if got := r.match(method, a.path); got != "" && got != endpoint {
				t.Errorf("match is %q, which is not served", got)
			}
		}
		// An endpoint is reached by its own path, whatever it is.
		own, text := splitEndpoint(endpoint)
		p := endpointPath(text)
		if p.rest {
			p.segments = append(p.segments, "x")
		}
		if got := newRouter([]string{endpoint}).match(own, p); got != endpoint {
			t.Errorf("endpoint %q is not reached by its own path %q: %q", endpoint, p.String(), got)
		}
	})
}
