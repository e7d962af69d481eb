package rule

import "testing"

// Fingerprints leave out the names of parameters, and nothing else that stands in braces.
func TestFingerprint(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"GET /items/{id}", "GET /items/{}", true},
		{"GET /items/{id}/{part}", "GET /items/{item}/{}", true},
		{"GET /files/{rest...}", "GET /files/{...}", true},
		{"GET /files/{rest...}", "GET /files/{}", false},
		{"GET /items/{id}", "GET /items/id", false},
		{"{env:A}/x", "{env:B}/x", false},
	} {
		v := &view{rule: "sync-call"}
		if got := v.fingerprint(test.a) == v.fingerprint(test.b); got != test.same {
			t.Errorf("%s and %s: the same fingerprint is %v, want %v", test.a, test.b, got, test.same)
		}
	}
}
