package main

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long a run may last before it shows its progress.
const patience = time.Second

// A meter shows the progress of a long run on a terminal.
type meter struct {
	w     io.Writer
	start time.Time

	mu    sync.Mutex
	stage string
	bar   *progressbar.ProgressBar
}

func newMeter(w io.Writer, start time.Time) *meter {
	return &meter{w: w, start: start}
}

// show shows that done of total steps of a stage are done; a total of 0 is not known.
// It may be called from several goroutines.
func (m *meter) show(stage string, done, total int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if time.Since(m.start) < patience {
		return
	}
	if m.bar == nil || m.stage != stage {
		m.erase()
		m.stage, m.bar = stage, newBar(m.w, stage, total)
	}
	if total > 0 && total != m.bar.GetMax() {
		m.bar.ChangeMax(total) // more was found on the way
	}
	_ = m.bar.Set(done) // progress that cannot be shown is no error
}

// clear removes the bar from the terminal; the report follows.
func (m *meter) clear() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.erase()
}

func (m *meter) erase() {
	if m.bar != nil {
		_ = m.bar.Clear()
		m.bar = nil
	}
}

func newBar(w io.Writer, stage string, total int) *progressbar.ProgressBar {
	if total <= 0 {
		total = -1 // a spinner
	}
	return progressbar.NewOptions(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(stage),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
}
