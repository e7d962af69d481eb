package threading

import "context"

type (
	// RoutineGroup waits for goroutines.
	RoutineGroup struct{}
	// TaskRunner runs some goroutines at a time.
	TaskRunner struct{}
)

// GoSafe runs a function on a goroutine.
func GoSafe(fn func()) {}

// GoSafeCtx runs a function on a goroutine.
func GoSafeCtx(ctx context.Context, fn func()) {}

// RunSafe runs a function.
func RunSafe(fn func()) {}

// NewRoutineGroup makes a group.
func NewRoutineGroup() *RoutineGroup { return &RoutineGroup{} }

// Run runs a function on a goroutine.
func (g *RoutineGroup) Run(fn func()) {}

// RunSafe runs a function on a goroutine.
func (g *RoutineGroup) RunSafe(fn func()) {}

// Wait waits for them.
func (g *RoutineGroup) Wait() {}

// NewTaskRunner makes a runner.
func NewTaskRunner(concurrency int) *TaskRunner { return &TaskRunner{} }

// Schedule runs a function on a goroutine.
func (rp *TaskRunner) Schedule(task func()) {}
