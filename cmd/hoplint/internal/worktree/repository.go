package worktree

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// A Repository is one with files that somebody works on.
type Repository struct {
	// Root is the directory that holds all of its files.
	Root string
	// Prefix is the path from there to the directory that was asked for; "" for the root.
	Prefix string
}

// Open finds the repository that a directory lies in. The error is what git says.
func Open(ctx context.Context, dir string) (*Repository, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	root, err := git(ctx, dir, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	prefix, err := git(ctx, dir, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	return &Repository{Root: filepath.FromSlash(root), Prefix: filepath.FromSlash(strings.TrimSuffix(prefix, "/"))}, nil
}

// An UnknownError says that the repository has no such revision.
type UnknownError struct {
	Revision string
	Said     string   // by git
	Names    []string // of the branches and tags that there are
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("unknown revision %q: %s", e.Revision, e.Said)
}

// Commit returns the hash of the commit that a revision names; the error is an
// [*UnknownError] if there is none.
func (r *Repository) Commit(ctx context.Context, revision string) (string, error) {
	commit, err := git(ctx, r.Root, "rev-parse", "--verify", revision+"^{commit}")
	if e, ok := errors.AsType[*Error](err); ok {
		return "", &UnknownError{Revision: revision, Said: e.Said, Names: r.names(ctx)}
	}
	return commit, err
}

// MergeBase returns the hash of the commit at which the histories of two commits part.
func (r *Repository) MergeBase(ctx context.Context, a, b string) (string, error) {
	commit, err := git(ctx, r.Root, "merge-base", a, b)
	if _, ok := errors.AsType[*Error](err); ok {
		return "", &Error{"they have no commit in common"}
	}
	return commit, err
}

// names lists branches and tags; none if git fails, since it has failed already.
func (r *Repository) names(ctx context.Context) []string {
	out, err := git(ctx, r.Root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags")
	if err != nil || out == "" {
		return nil
	}
	names := append(strings.Fields(out), "HEAD")
	slices.Sort(names)
	return slices.Compact(names)
}
