// Package worktree checks revisions of a git repository out, each into a directory of its
// own for as long as it is looked at. Files, index and stash of the user are not touched.
package worktree

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// An Error is what git says.
type Error struct{ Said string }

func (e *Error) Error() string { return e.Said }

// elsewhere are the variables that a hook of git runs with, and that would have git work on
// the repository, the tree and the index of that hook instead of those of a directory.
var elsewhere = []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"}

// quiet are settings under which git only does what it is asked for: no hooks of the user,
// and no process that watches the directory.
var quiet = []string{"-c", "core.hooksPath=" + os.DevNull, "-c", "core.fsmonitor=false"}

// environment is that of git: it refreshes no index by the way, and fetches no large files, none
// of which is Go source.
func environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return slices.Contains(elsewhere, name)
	})
	return append(env, "GIT_OPTIONAL_LOCKS=0", "GIT_LFS_SKIP_SMUDGE=1", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
}

// patience is how long git may take to tidy up when it is interrupted.
const patience = 5 * time.Second

// git runs git in a directory and returns what it prints. The error is an [*Error], the
// context's, or says that there is no git.
func git(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", append(slices.Clone(quiet), args...)...)
	cmd.Dir, cmd.Env = dir, append(environment(), "PWD="+dir)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = patience
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	err := cmd.Run()
	switch {
	case err == nil:
		return strings.TrimRight(out.String(), "\r\n"), nil
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("revisions are compared by git, which is not in PATH; two JSON reports can be compared without it")
	}
	return "", &Error{said(stderr.String(), err)}
}

// said returns the last error among what git wrote, or else how it ended.
func said(stderr string, err error) string {
	text := fmt.Sprintf("git: %v", err)
	for line := range strings.Lines(stderr) {
		for _, kind := range []string{"error: ", "fatal: "} {
			if said, ok := strings.CutPrefix(strings.TrimSpace(line), kind); ok {
				text = said
			}
		}
	}
	return text
}
