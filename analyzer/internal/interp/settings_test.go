package interp

import (
	"github.com/hoplint/hoplint/analyzer/internal/model"
	"testing"

	"github.com/hoplint/hoplint/analyzer/hop"
)

func TestSettled(t *testing.T) {
	m := newMachine(Config{Models: new(model.Table), Env: map[string]string{"KIND": "orders"}, Args: []string{"-name", "basket", "--port=80"}})
	tests := []struct {
		part hop.Part
		want string
	}{
		{hop.Part{Kind: hop.PartEnv, Text: "KIND"}, "orders"},
		{hop.Part{Kind: hop.PartEnv, Text: "OTHER", Default: "orders"}, "{env:OTHER}"},
		{hop.Part{Kind: hop.PartFlag, Text: "name", Default: "all"}, "basket"},
		{hop.Part{Kind: hop.PartFlag, Text: "port"}, "80"},
		{hop.Part{Kind: hop.PartFlag, Text: "KIND"}, "{flag:KIND}"},
	}
	for _, tt := range tests {
		if got := m.settled(hop.Template{tt.part}).String(); got != tt.want {
			t.Errorf("settled(%v) = %q, want %q", tt.part, got, tt.want)
		}
	}
}

func TestUpperName(t *testing.T) {
	tests := []struct {
		name  string
		split bool
		want  string
	}{
		{"UsersURL", true, "USERS_URL"},
		{"URLBase", true, "URL_BASE"},
		{"UsersURL", false, "USERSURL"},
		{"a", true, "A"},
		{"", true, ""},
	}
	for _, tt := range tests {
		if got := upperName(tt.name, tt.split); got != tt.want {
			t.Errorf("upperName(%q, %t) = %q, want %q", tt.name, tt.split, got, tt.want)
		}
	}
}
