package load

import "testing"

func TestOwner(t *testing.T) {
	for module, want := range map[string]string{
		"github.com/acme/shop":        "github.com/acme",
		"github.com/acme/shop/v2/api": "github.com/acme",
		"github.com/acme":             "github.com/acme",
		"github.com":                  "",
		"gitlab.com/acme/group/shop":  "gitlab.com/acme",
		"go.acme.dev/shop":            "go.acme.dev",
		"git.acme.com/team/shop":      "git.acme.com",
		"gopkg.in/yaml.v3":            "",
		"gopkg.in/acme/x.v1":          "gopkg.in/acme",
		"shop":                        "",
		"acme/shop":                   "",
	} {
		if got := owner(module); got != want {
			t.Errorf("owner(%q) = %q, want %q", module, got, want)
		}
	}
}

func TestClassify(t *testing.T) {
	own := &Module{Path: "github.com/acme/shop", Main: true, Local: true}
	sibling := &Module{Path: "github.com/acme/kit", Version: "v1.0.0"}
	replaced := &Module{Path: "example.org/fork", Local: true}
	foreign := &Module{Path: "github.com/gin-gonic/gin", Version: "v1.0.0"}
	partner := &Module{Path: "partner.example/api", Version: "v1.0.0"}
	nameless := &Module{Path: "shop", Version: "v1.0.0"}
	tests := []struct {
		path   string
		module *Module
		fp     FirstParty
		want   bool
	}{
		{"github.com/acme/shop/order", own, FirstParty{}, true},
		{"github.com/acme/kit/log", sibling, FirstParty{}, true},
		{"example.org/fork/x", replaced, FirstParty{}, true},
		{"github.com/gin-gonic/gin", foreign, FirstParty{}, false},
		{"partner.example/api", partner, FirstParty{}, false},
		{"shop/x", nameless, FirstParty{}, false},
		{"net/http", nil, FirstParty{}, false},
		{"partner.example/api", partner, FirstParty{Prefixes: []string{"partner.example/"}}, true},
		{"partner.example/api", partner, FirstParty{Prefixes: []string{"partner.example/ap"}}, false},
		{"github.com/acme/kit/log", sibling, FirstParty{Libraries: []string{"github.com/acme/kit"}}, false},
		{"github.com/acme/kit/log", sibling, FirstParty{Libraries: []string{"github.com/acme/ki"}}, true},
		{"github.com/acme/shop/order", own, FirstParty{Libraries: []string{"github.com/acme/"}}, false},
		{"github.com/acme/kit/log", sibling, FirstParty{Prefixes: []string{"github.com/acme/kit/log"}, Libraries: []string{"github.com/acme/kit"}}, true},
		{"github.com/acme/kit/log", sibling, FirstParty{Prefixes: []string{"github.com/acme"}, Libraries: []string{"github.com/acme/kit"}}, false},
		{"github.com/acme/kit", sibling, FirstParty{Prefixes: []string{"github.com/acme/kit"}, Libraries: []string{"github.com/acme/kit"}}, false},
		{"github.com/acme/kit", sibling, FirstParty{HasModel: func(path string) bool { return path == "github.com/acme/kit" }}, false},
		{"github.com/acme/kit/log", sibling, FirstParty{HasModel: func(path string) bool { return path == "github.com/acme/kit" }}, true},
		{"github.com/acme/kit", sibling, FirstParty{Prefixes: []string{"github.com/acme/kit"}, HasModel: func(string) bool { return true }}, false},
	}
	for _, test := range tests {
		p := &Package{Path: test.path, Module: test.module, Std: test.module == nil}
		l := &Listing{Packages: []*Package{{Path: "github.com/acme/shop", Module: own}, {Path: "example.org/fork", Module: replaced}, p}}
		l.Classify(test.fp)
		if p.FirstParty != test.want {
			t.Errorf("%s with %+v: first party is %v", test.path, test.fp, p.FirstParty)
		}
	}
}
