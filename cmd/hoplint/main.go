package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/fatih/color"
	"golang.org/x/term"
)

func main() {
	args := os.Args[1:]
	if isVet(args) {
		vet(args, os.Stdout, os.Stderr) // does not return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	code := run(ctx, process{
		args:     args,
		stdout:   color.Output,
		stderr:   os.Stderr,
		color:    !color.NoColor,
		progress: term.IsTerminal(int(os.Stderr.Fd())),
		now:      time.Now(),
	})
	stop()
	os.Exit(code)
}
