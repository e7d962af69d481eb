package lower_test

import (
	"bytes"
	"reflect"
	"testing"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
)

// TestStandard lowers packages of the standard library, which use most of the
// language, and writes and reads them.
func TestStandard(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks much of the standard library")
	}
	for _, p := range lowerPatterns(t, ".", "net/http/httputil", "net/rpc", "text/template", "go/types", "slices", "maps") {
		for _, problem := range p.Problems {
			t.Errorf("%s: %s: %s", p.Path, problem.Func, problem.Text)
		}
		data := ir.Encode(p)
		q, err := ir.Decode(data)
		if err != nil {
			t.Errorf("%s: %v", p.Path, err)
			continue
		}
		if !reflect.DeepEqual(p, q) {
			t.Errorf("%s: reads back differently", p.Path)
		}
		if !bytes.Equal(data, ir.Encode(q)) {
			t.Errorf("%s: has other bytes when written again", p.Path)
		}
	}
}
