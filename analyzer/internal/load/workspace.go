package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A workspace is the modules that a directory holds, or that hold it.
type workspace struct {
	// modules are the directories of the modules' go.mod, sorted.
	modules []string
	// shared is set if one run of the go command sees all modules, as with go.work.
	shared bool
	env    []string // environment of the go command
	dir    string   // what was asked for
	target target
}

// A target is what packages are built for, as far as types depend on it.
type target struct {
	GOOS, GOARCH, GOVERSION, GOROOT string
}

// goEnv is what is asked of go env.
type goEnv struct {
	target
	GOMOD, GOWORK string
}

func findWorkspace(cfg Config) (*workspace, error) {
	if info, err := os.Stat(cfg.Dir); err != nil {
		return nil, &NoGoError{Dir: cfg.Dir, Reason: reason(err)}
	} else if !info.IsDir() {
		return nil, &NoGoError{Dir: cfg.Dir, Reason: "it is no directory"}
	}
	env, err := readGoEnv(cfg.Dir, cfg.Env)
	if err != nil {
		return nil, err
	}
	ws := &workspace{dir: cfg.Dir, env: cfg.Env, target: env.target}
	if env.GOWORK != "" && env.GOWORK != "off" {
		if err := ws.useGoWork(env.GOWORK); err != nil || ws.shared {
			return ws, err
		}
		if env, err = readGoEnv(cfg.Dir, ws.env); err != nil {
			return nil, err
		}
	}
	return ws, ws.findModules(env.GOMOD)
}

func reason(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "there is no such directory"
	}
	return err.Error()
}

// useGoWork takes the modules that go.work lists. If the directory has none of
// them and lies in none of them, go.work is not about it and is switched off.
func (ws *workspace) useGoWork(file string) error {
	out, err := goCommand(ws.dir, ws.env, "list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return fmt.Errorf("cannot list the modules of %s: %v", file, err)
	}
	for _, dir := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		if dir = strings.TrimSpace(dir); dir != "" && (within(ws.dir, dir) || within(dir, ws.dir)) {
			ws.modules = append(ws.modules, dir)
		}
	}
	slices.Sort(ws.modules)
	if ws.shared = len(ws.modules) > 0; !ws.shared {
		ws.env = append(slices.Clip(ws.env), "GOWORK=off")
	}
	return nil
}

// findModules takes the module that the directory lies in and those below it.
func (ws *workspace) findModules(gomod string) error {
	below, err := modulesBelow(ws.dir)
	if err != nil {
		return err
	}
	switch gomod {
	case "": // the go command is not in module mode: one directory is as good as another
		below = []string{ws.dir}
	case os.DevNull:
		if len(below) == 0 {
			return &NoGoError{Dir: ws.dir, Reason: "there is no go.mod in it, below it or above it"}
		}
	default:
		below = append(below, filepath.Dir(gomod))
	}
	slices.Sort(below)
	ws.modules = slices.Compact(below)
	return nil
}

// modulesBelow finds the directories with a go.mod in dir and below.
func modulesBelow(dir string) ([]string, error) {
	var modules []string
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == dir:
			return err
		case err != nil:
			return nil // the go command cannot see what we may not read either
		case d.IsDir() && name != dir && ignoredDir(d.Name()):
			return fs.SkipDir
		case d.Name() == "go.mod" && d.Type().IsRegular():
			modules = append(modules, filepath.Dir(name))
		}
		return nil
	})
	return modules, err
}

// ignoredDir reports whether a directory of that name holds no module of the system.
func ignoredDir(name string) bool {
	switch name {
	case "vendor", "node_modules", "testdata":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

// owner is the innermost module that holds dir, "" if none does.
func (ws *workspace) owner(dir string) string {
	best := ""
	for _, m := range ws.modules {
		if within(dir, m) && len(m) > len(best) {
			best = m
		}
	}
	return best
}

// below are the modules in dir, but for dir itself.
func (ws *workspace) below(dir string) []string {
	var below []string
	for _, m := range ws.modules {
		if m != dir && within(m, dir) {
			below = append(below, m)
		}
	}
	return below
}

// runDir is where the go command is run for a module.
func (ws *workspace) runDir(module string) string {
	if ws.shared || within(ws.dir, module) {
		return ws.dir
	}
	return module
}

// within reports whether dir is base or lies below it.
func within(dir, base string) bool {
	rel, err := filepath.Rel(base, dir)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func readGoEnv(dir string, environ []string) (goEnv, error) {
	var env goEnv
	out, err := goCommand(dir, environ, "env", "-json", "GOOS", "GOARCH", "GOVERSION", "GOROOT", "GOMOD", "GOWORK")
	if err != nil {
		return env, err
	}
	if err := json.Unmarshal(out, &env); err != nil {
		return env, fmt.Errorf("go env: %v", err)
	}
	return env, nil
}

// goCommand runs the go command in dir. The error is what it says on stderr.
func goCommand(dir string, environ []string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(slices.Clip(environ), "PWD="+dir)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err == nil {
		return out, nil
	}
	if text := strings.TrimSpace(stderr.String()); text != "" {
		return nil, fmt.Errorf("go %s: %s", args[0], text)
	}
	return nil, fmt.Errorf("go %s: %v; hoplint needs the go command in PATH", args[0], err)
}

// missingDir says why a directory gives no package.
func missingDir(dir string) string {
	if _, err := os.Stat(dir); err != nil {
		return reason(err)
	}
	return "no Go file there is built for this platform and these tags"
}
