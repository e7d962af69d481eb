package model

import "testing"

func TestCategories(t *testing.T) {
	table, err := with(t, `
- library: mine
  import: acme/rpc
  infrastructure: {acme: cloud, acme/rpc/local: none}
  rows:
    - {func: acme/rpc.Call, kind: call, args: {url: 0}}
    - {func: acme/rpc.Get, kind: call, args: {url: 0}, category: database}
    - {func: acme/rpc.Sibling, kind: call, args: {url: 0}, category: none}
    - {func: acme/rpc/local.Call, kind: call, args: {url: 0}}
    - {func: acme/rpc.Send, kind: publish, args: {topic: 0}}
`)
	if err != nil {
		t.Fatal(err)
	}
	view := table.View()
	for fn, want := range map[string]string{
		"acme/rpc.Call": "cloud", "acme/rpc.Get": "database", "acme/rpc.Sibling": "", "acme/rpc/local.Call": "", "acme/rpc.Send": "",
	} {
		if got := view.Row(fn).Category; got != want {
			t.Errorf("%s has the category %q, want %q", fn, got, want)
		}
	}
	for fn, want := range map[string]string{
		"(*acme/other.Client).Get": "cloud", "acme/rpc/local.F": "", "acmes.F": "",
		"(*github.com/aws/aws-sdk-go-v2/service/s3.Client).GetObject": "cloud",
	} {
		if got := view.Reaches(fn); got != want {
			t.Errorf("%s reaches %q, want %q", fn, got, want)
		}
	}
	if !table.Known("google.golang.org/genproto/googleapis/pubsub/v1") || table.Known("google.golang.org/genprotos") {
		t.Error("the packages of infrastructure are not those below its prefixes")
	}
}
