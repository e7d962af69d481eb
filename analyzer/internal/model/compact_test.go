package model

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the compact form of the libraries anew")

// TestCompact checks that what is embedded is made of the files in library.
func TestCompact(t *testing.T) {
	want, err := encode(os.DirFS("library"))
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case *update:
		if err := os.WriteFile("library.jsonl", want, 0o644); err != nil {
			t.Fatal(err)
		}
	case !bytes.Equal(compact, want):
		t.Error("library.jsonl is not what the files in library say (go generate ./analyzer/internal/model writes it)")
	}
}
