package worktree

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// newRepository makes a repository "shop" with two commits on branch main; the second
// changes a.txt from one to two.
func newRepository(t *testing.T) *Repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git: ", err)
	}
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "TMPDIR": t.TempDir(),
		"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@shop.example", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@shop.example",
	} {
		t.Setenv(name, value)
	}
	root := filepath.Join(t.TempDir(), "shop")
	write(t, filepath.Join(root, "sub", "a.txt"), "one")
	must(t, root, "init", "--quiet", "--initial-branch=main")
	commit(t, root, "first")
	write(t, filepath.Join(root, "sub", "a.txt"), "two")
	commit(t, root, "second")
	r, err := Open(t.Context(), filepath.Join(root, "sub"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func commit(t *testing.T, root, message string) {
	t.Helper()
	must(t, root, "add", "-A")
	must(t, root, "commit", "--quiet", "-m", message)
}

func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

// clean checks that no worktree, and no directory for one, is left.
func clean(t *testing.T, r *Repository) {
	t.Helper()
	if list := must(t, r.Root, "worktree", "list"); strings.Contains(list, "\n") {
		t.Errorf("worktrees are left:\n%s", list)
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), "hoplint-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestWith(t *testing.T) {
	r := newRepository(t)
	if filepath.Base(r.Root) != "shop" || r.Prefix != "sub" {
		t.Errorf("%+v, want shop and sub", r)
	}
	first, err := r.Commit(t.Context(), "main~1")
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	err = r.With(t.Context(), first, func(root string) error {
		calls++
		text, err := os.ReadFile(filepath.Join(root, r.Prefix, "a.txt"))
		if string(text) != "one" || filepath.Base(root) != "shop" {
			t.Errorf("%q in %s, want one in a directory shop", text, root)
		}
		return err
	})
	if err != nil || calls != 1 {
		t.Errorf("%d calls, error %v", calls, err)
	}
	clean(t, r)
}

// Whatever ends the work, the worktree goes.
func TestWithFailure(t *testing.T) {
	r := newRepository(t)
	failure := errors.New("failed")
	if err := r.With(t.Context(), "HEAD", func(string) error { return failure }); !errors.Is(err, failure) {
		t.Errorf("error %v", err)
	}
	clean(t, r)
	func() {
		defer func() { _ = recover() }()
		_ = r.With(t.Context(), "HEAD", func(string) error { panic("failed") })
	}()
	clean(t, r)
	if err := r.With(t.Context(), "nowhere", func(string) error { return nil }); err == nil || !strings.Contains(err.Error(), "cannot check out nowhere: invalid reference: nowhere") {
		t.Errorf("error %v", err)
	}
	clean(t, r)
}

// An interrupt takes the context away, and must leave the means to tidy up.
func TestWithInterrupt(t *testing.T) {
	r := newRepository(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := r.With(ctx, "HEAD", func(string) error {
		cancel()
		return ctx.Err()
	})
	if !errors.Is(err, context.Canceled) || strings.Contains(err.Error(), "cannot remove") {
		t.Errorf("error %v", err)
	}
	clean(t, r)
	err = r.With(ctx, "HEAD", func(string) error {
		t.Error("called after the interrupt")
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	clean(t, r)
}

// A worktree that git began and did not finish, or that somebody has damaged, goes as well.
func TestWithHalf(t *testing.T) {
	r := newRepository(t)
	err := r.With(t.Context(), "HEAD", func(root string) error {
		must(t, r.Root, "worktree", "lock", root)
		return os.Remove(filepath.Join(root, ".git"))
	})
	if err != nil {
		t.Error(err)
	}
	clean(t, r)
}

// In a hook, git's variables name the index and the tree that the hook is about.
func TestWithInHook(t *testing.T) {
	r := newRepository(t)
	write(t, filepath.Join(r.Root, "sub", "a.txt"), "three")
	must(t, r.Root, "add", "-A")
	write(t, filepath.Join(r.Root, "sub", "a.txt"), "four")
	index := filepath.Join(r.Root, ".git", "index")
	before, err := os.ReadFile(index)
	if err != nil {
		t.Fatal(err)
	}
	hook := filepath.Join(r.Root, ".git", "hooks", "post-checkout")
	write(t, hook, "#!/bin/sh\ntouch '"+filepath.Join(r.Root, "hooked")+"'\n")
	if err := os.Chmod(hook, 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_DIR", filepath.Join(r.Root, ".git"))
	t.Setenv("GIT_WORK_TREE", r.Root)
	t.Setenv("GIT_INDEX_FILE", index)
	if err := r.With(t.Context(), "main~1", func(string) error { return nil }); err != nil {
		t.Error(err)
	}
	after, err := os.ReadFile(index)
	if err != nil || !slices.Equal(before, after) {
		t.Errorf("the index has changed, %v", err)
	}
	if _, err := os.Stat(filepath.Join(r.Root, "hooked")); err == nil {
		t.Error("the user's hook has run")
	}
	if text, err := os.ReadFile(filepath.Join(r.Root, "sub", "a.txt")); string(text) != "four" {
		t.Errorf("the user's file holds %q, %v", text, err)
	}
}

func TestTemporaryInside(t *testing.T) {
	r := newRepository(t)
	t.Setenv("TMPDIR", filepath.Join(r.Root, "sub"))
	err := r.With(t.Context(), "HEAD", func(string) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "lies in the repository; set TMPDIR") {
		t.Errorf("error %v", err)
	}
}

func TestUnknown(t *testing.T) {
	r := newRepository(t)
	must(t, r.Root, "tag", "v1")
	_, err := r.Commit(t.Context(), "mian")
	unknown, ok := errors.AsType[*UnknownError](err)
	if !ok {
		t.Fatalf("error %v", err)
	}
	if want := []string{"HEAD", "main", "v1"}; !slices.Equal(unknown.Names, want) || unknown.Said != "Needed a single revision" {
		t.Errorf("%+v, want names %v", unknown, want)
	}
	if _, err := Open(t.Context(), t.TempDir()); err == nil || !strings.Contains(err.Error(), "not a git repository") {
		t.Errorf("error %v", err)
	}
}

func TestMergeBase(t *testing.T) {
	r := newRepository(t)
	must(t, r.Root, "branch", "side", "main~1")
	first := must(t, r.Root, "rev-parse", "main~1")
	if got, err := r.MergeBase(t.Context(), "side", "main"); got != first || err != nil {
		t.Errorf("got %s, %v, want %s", got, err, first)
	}
	must(t, r.Root, "checkout", "--quiet", "--orphan", "other")
	commit(t, r.Root, "alone")
	if _, err := r.MergeBase(t.Context(), "other", "main"); err == nil || !strings.Contains(err.Error(), "no commit in common") {
		t.Errorf("error %v", err)
	}
}

func TestWithoutGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := Open(t.Context(), "."); err == nil || !strings.Contains(err.Error(), "git, which is not in PATH") {
		t.Errorf("error %v", err)
	}
}
