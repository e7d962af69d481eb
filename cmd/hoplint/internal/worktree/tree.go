package worktree

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// With checks a commit out into a directory of its own, calls do with that, and takes it
// away again, whatever happens. The directory has the name of the repository's root, as
// services may be called after it.
func (r *Repository) With(ctx context.Context, commit string, do func(root string) error) (err error) {
	parent, err := r.temporary()
	if err != nil {
		return err
	}
	root := filepath.Join(parent, filepath.Base(r.Root))
	defer func() {
		err = errors.Join(err, r.remove(context.WithoutCancel(ctx), parent, root))
	}()
	if _, err := git(ctx, r.Root, "worktree", "add", "--detach", root, commit); err != nil {
		return fmt.Errorf("cannot check out %s: %w", commit, err) // %w: it may be that of the context
	}
	return do(root)
}

// temporary makes a directory for worktrees, outside of the repository: what lies in there
// would be among the user's files.
func (r *Repository) temporary() (string, error) {
	dir, err := filepath.EvalSymlinks(os.TempDir()) // git and the go command name files by their real directories
	if err != nil {
		return "", err
	}
	if rel, err := filepath.Rel(r.Root, dir); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", fmt.Errorf("the directory for temporary files, %s, lies in the repository; set TMPDIR to another one", dir)
	}
	return os.MkdirTemp(dir, "hoplint-")
}

// remove removes a worktree and the directory that holds it. The files go first: git
// refuses to remove a worktree that it did not check out to the end, but forgets one whose
// files are not there.
func (r *Repository) remove(ctx context.Context, parent, root string) error {
	err := os.RemoveAll(root)
	if listed, lerr := r.lists(ctx, root); lerr != nil {
		err = errors.Join(err, lerr)
	} else if listed {
		_, gerr := git(ctx, r.Root, "worktree", "remove", "--force", "--force", root) // twice: it may be locked
		err = errors.Join(err, gerr)
	}
	if err = errors.Join(err, os.RemoveAll(parent)); err != nil {
		return fmt.Errorf("cannot remove the worktree %s: %v; git worktree prune forgets it", root, err)
	}
	return nil
}

// lists reports whether git has a worktree in a directory.
func (r *Repository) lists(ctx context.Context, root string) (bool, error) {
	out, err := git(ctx, r.Root, "worktree", "list", "--porcelain")
	if err != nil {
		return false, err
	}
	for line := range strings.Lines(out) {
		if dir, ok := strings.CutPrefix(strings.TrimSpace(line), "worktree "); ok && filepath.FromSlash(dir) == root {
			return true, nil
		}
	}
	return false, nil
}
