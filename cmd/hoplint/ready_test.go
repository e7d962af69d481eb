package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// An action is what of action.yml is run.
type action struct {
	Inputs  map[string]struct{ Default string }
	Outputs map[string]struct{ Value string }
	Runs    struct {
		Steps []struct {
			Name, ID, Shell, Run string
			Env                  map[string]string
		}
	}
}

func readAction(t *testing.T) action {
	t.Helper()
	var a action
	decodeYAML(t, "../../action.yml", []byte(readText(t, "../../action.yml")), &a)
	if len(a.Runs.Steps) != 2 || a.Runs.Steps[1].ID != "check" {
		t.Fatalf("the action has the steps %+v, want one that installs and one that checks", a.Runs.Steps)
	}
	return a
}

func decodeYAML(t *testing.T, name string, data []byte, into any) {
	t.Helper()
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// TestActionInputs checks that the action uses what it declares, and nothing else.
func TestActionInputs(t *testing.T) {
	a, text := readAction(t), readText(t, "../../action.yml")
	used := make(map[string]bool)
	for _, m := range regexp.MustCompile(`\binputs\.(\w+)`).FindAllStringSubmatch(text, -1) {
		used[m[1]] = true
		if _, ok := a.Inputs[m[1]]; !ok {
			t.Errorf("the action has no input %s", m[1])
		}
	}
	for name := range a.Inputs {
		if !used[name] {
			t.Errorf("the action does not use its input %s", name)
		}
	}
	for name := range a.Outputs {
		if !strings.Contains(a.Runs.Steps[1].Run, name+"=%s") {
			t.Errorf("no step gives the output %s", name)
		}
	}
}

// TestActionScripts has shellcheck read the scripts, where it is installed, and bash else.
func TestActionScripts(t *testing.T) {
	for _, step := range readAction(t).Runs.Steps {
		check := exec.Command("bash", "-n")
		if _, err := exec.LookPath("shellcheck"); err == nil {
			check = exec.Command("shellcheck", "--shell", "bash", "-")
		}
		check.Stdin = strings.NewReader(step.Run)
		if out, err := check.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", step.Name, err, out)
		}
		if strings.Contains(step.Run, "${{") {
			t.Errorf("%s: an expression in a script is code of whoever opens the pull request; pass it by env", step.Name)
		}
	}
}

// TestActionRuns runs the step that checks as a pull request would: on a change that adds a
// hop, on one that adds none, and without a base.
func TestActionRuns(t *testing.T) {
	run := readAction(t).Runs.Steps[1].Run
	repo := changedRepository(t)
	for _, test := range []struct {
		name, head, base string
		code             int
		stdout, summary  string
	}{
		{"a hop more", "hop", "main", exitFindings, "::warning file=services/ordering/main.go,line=7,", "POST /orders"},
		{"nothing more", "same", "main", exitClean, "", "hoplint"},
		{"no base", "hop", "", exitFindings, "::warning file=services/ordering/main.go,line=7,", "POST /orders"},
		{"no such base", "hop", "origin/gone", exitUsage, "::error::hoplint compares with origin/gone", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			git(t, repo, "switch", "--quiet", test.head)
			temp := t.TempDir()
			cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", run)
			cmd.Dir = repo
			cmd.Env = append(os.Environ(),
				"PATH="+commandDir(t)+string(os.PathListSeparator)+os.Getenv("PATH"),
				"DIRECTORY=services", "BASE="+test.base, "FLAGS=-cache "+filepath.Join(temp, "cache"), "SARIF="+filepath.Join(temp, "out.sarif"),
				"RUNNER_TEMP="+temp, "GITHUB_OUTPUT="+filepath.Join(temp, "output"), "GITHUB_STEP_SUMMARY="+filepath.Join(temp, "summary"))
			out, err := cmd.CombinedOutput()
			if code := cmd.ProcessState.ExitCode(); code != test.code || !strings.Contains(string(out), test.stdout) {
				t.Fatalf("exit %d (%v), want %d and %q in\n%s", code, err, test.code, test.stdout, out)
			}
			if test.code == exitUsage {
				return
			}
			if summary := readText(t, filepath.Join(temp, "summary")); !strings.Contains(summary, test.summary) {
				t.Errorf("the summary lacks %q:\n%s", test.summary, summary)
			}
			if sarif := readText(t, filepath.Join(temp, "out.sarif")); !strings.Contains(sarif, `"version": "2.1.0"`) {
				t.Errorf("no SARIF is written:\n%s", sarif)
			}
			if outputs := readText(t, filepath.Join(temp, "output")); !strings.Contains(outputs, "sarif="+temp) || !strings.Contains(outputs, "markdown="+temp) {
				t.Errorf("the outputs are\n%s", outputs)
			}
		})
	}
}

// TestGitLabJob runs the script of the README's job.
func TestGitLabJob(t *testing.T) {
	var jobs map[string]struct {
		Script    []string
		Artifacts struct{ Reports map[string]string }
	}
	decodeYAML(t, readme, []byte(snippet(t, ".gitlab-ci.yml")), &jobs)
	job := jobs["hoplint"]
	repo := changedRepository(t)
	git(t, repo, "switch", "--quiet", "hop")
	cmd := exec.Command("bash", "-e", "-c", strings.Join(job.Script, "\n"))
	cmd.Dir = filepath.Join(repo, "services")
	cmd.Env = append(os.Environ(), "PATH="+commandDir(t)+string(os.PathListSeparator)+os.Getenv("PATH"), "CI_MERGE_REQUEST_DIFF_BASE_SHA=main", "HOME="+t.TempDir())
	out, _ := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != exitFindings {
		t.Fatalf("exit %d, want %d:\n%s", code, exitFindings, out)
	}
	report := readText(t, filepath.Join(cmd.Dir, job.Artifacts.Reports["codequality"]))
	if !strings.Contains(report, `"path": "services/ordering/main.go"`) {
		t.Errorf("the report does not name the file:\n%s", report)
	}
}

// TestPreCommitHook checks that the hook runs the command on the whole module.
func TestPreCommitHook(t *testing.T) {
	var hooks []struct {
		ID, Entry, Language string
		PassFilenames       *bool `yaml:"pass_filenames"`
	}
	decodeYAML(t, ".pre-commit-hooks.yaml", []byte(readText(t, "../../.pre-commit-hooks.yaml")), &hooks)
	if len(hooks) != 1 || hooks[0].Entry != "hoplint" || hooks[0].Language != "golang" || hooks[0].PassFilenames == nil || *hooks[0].PassFilenames {
		t.Fatalf("the hooks are %+v", hooks)
	}
	var config struct {
		Repos []struct{ Hooks []struct{ ID string } }
	}
	decodeYAML(t, readme, []byte(snippet(t, ".pre-commit-config.yaml")), &config)
	if id := config.Repos[0].Hooks[0].ID; id != hooks[0].ID {
		t.Errorf("the README has a hook %q, want %q", id, hooks[0].ID)
	}
}

// TestWorkflow checks that the README's workflow uses the action's outputs.
func TestWorkflow(t *testing.T) {
	text := snippet(t, ".github/workflows/hoplint.yaml")
	var workflow map[string]any
	decodeYAML(t, readme, []byte(text), &workflow)
	outputs := readAction(t).Outputs
	for _, m := range regexp.MustCompile(`steps\.hoplint\.outputs\.(\w+)`).FindAllStringSubmatch(text, -1) {
		if _, ok := outputs[m[1]]; !ok {
			t.Errorf("the action has no output %s", m[1])
		}
	}
}

// snippet returns the YAML in the README that begins with a comment which names a file.
func snippet(t *testing.T, file string) string {
	t.Helper()
	_, rest, ok := strings.Cut(readText(t, readme), "```yaml\n# "+file+"\n")
	text, _, closed := strings.Cut(rest, "```")
	if !ok || !closed {
		t.Fatalf("the README has no %s", file)
	}
	return text
}

// commandDir returns a directory that holds the command hoplint: this test's binary.
func commandDir(t *testing.T) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(exe, filepath.Join(dir, "hoplint")); err != nil {
		t.Fatal(err)
	}
	return dir
}

const (
	readyManifest = `version: 1
services:
  ordering: {role: service, root: ./ordering}
  payment:
    role: service
    address: {hosts: [payment]}
`
	readyMain = `package main

import "net/http"

func main() {
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		// call
	})
	http.ListenAndServe(":8080", nil)
}
`
)

// changedRepository makes a repository with the branches main, hop, which has a hop more,
// and same, which has none.
func changedRepository(t *testing.T) string {
	t.Helper()
	repo := t.TempDir()
	services := filepath.Join(repo, "services")
	if err := os.MkdirAll(filepath.Join(services, "ordering"), 0o777); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(services, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module shop.example\n\ngo 1.26\n")
	write("hoplint.yaml", readyManifest)
	git(t, repo, "init", "--quiet", "--initial-branch=main")
	for branch, body := range map[string]string{"same": "_ = r", "hop": `http.Post("http://payment/payments", "", nil)`} {
		write("ordering/main.go", readyMain)
		git(t, repo, "add", ".")
		git(t, repo, "commit", "--quiet", "--allow-empty", "--message=base")
		git(t, repo, "switch", "--quiet", "--create", branch)
		write("ordering/main.go", strings.Replace(readyMain, "// call", body, 1))
		git(t, repo, "commit", "--quiet", "--all", "--message="+branch)
		git(t, repo, "switch", "--quiet", "main")
	}
	return repo
}

func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@shop.example", "-c", "commit.gpgsign=false"}, args...)...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %s: %v\n%s", args[0], err, out)
	}
}
