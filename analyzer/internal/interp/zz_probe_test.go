package interp

import (
	"os"
	"testing"
)

func TestProbe(t *testing.T) {
	name := os.Getenv("PROBE")
	if name == "" {
		t.Skip()
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	p := runSource(t, string(data))
	for _, e := range p.Endpoints {
		t.Log("endpoint", e.Name, e.Func, e.Pos)
	}
	for _, l := range lines(p) {
		t.Log(l)
	}
	for _, n := range p.Notes {
		t.Log("note", n)
	}
}
