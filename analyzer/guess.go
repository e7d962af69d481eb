package analyzer

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
	"github.com/hoplint/hoplint/analyzer/internal/compose"
	"github.com/hoplint/hoplint/analyzer/internal/load"
)

// vague are the names of directories that say nothing of the service in them.
var vague = map[string]bool{".": true, "main": true, "cmd": true, "app": true, "src": true, "server": true, "service": true}

// guessed makes a service of a main package that no manifest speaks of.
func (c *checker) guessed(l *load.Listing, p *load.Package) compose.Deployment {
	rel, err := filepath.Rel(l.Dir, p.Dir)
	if err != nil {
		rel = p.Dir
	}
	rel = filepath.ToSlash(rel)
	return compose.Deployment{Service: serviceName(rel, p.Path), Root: "./" + rel, Guessed: true}
}

// serviceName is the last element of the directory, or else of the import path, that
// says something.
func serviceName(rel, importPath string) string {
	for _, p := range []string{rel, importPath} {
		for ; p != "." && p != "/" && p != ""; p = path.Dir(p) {
			if base := path.Base(p); !vague[base] && !isMajor(base) {
				return base
			}
		}
	}
	return path.Base(importPath)
}

// isMajor reports whether a path element is a major version, as "v2".
func isMajor(s string) bool {
	return len(s) > 1 && s[0] == 'v' && strings.Trim(s[1:], "0123456789") == ""
}

// uniqueNames tells services of the same name apart by their roots.
func (c *checker) uniqueNames() {
	count := make(map[string]int)
	for _, s := range c.services {
		count[s.Service]++
	}
	for _, s := range c.services {
		if count[s.Service] > 1 {
			s.Service = strings.TrimPrefix(s.Root, "./")
		}
	}
}

// gatewayNames are words in the names of services that stand before others.
var gatewayNames = []string{"gateway", "bff", "frontend", "edge", "ingress", "apigw", "proxy", "webapp", "web"}

// guessRole guesses what a service is from its name and from what it does.
func guessRole(name string, p *hop.Program) hop.Role {
	for _, w := range gatewayNames {
		if strings.Contains(strings.ToLower(name), w) {
			return hop.RoleGateway
		}
	}
	for _, e := range p.Endpoints {
		if !e.Infrastructure {
			return hop.RoleService
		}
	}
	if len(p.Consumers) > 0 {
		return hop.RoleWorker
	}
	return hop.RoleTool
}
