package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

const commandsField = "$commands"

// commandHooks are the functions of a command line program's command, in the order
// in which they run.
var commandHooks = []string{
	"PersistentPreRun", "PersistentPreRunE", "PreRun", "PreRunE", "Run", "RunE",
	"PostRun", "PostRunE", "PersistentPostRun", "PersistentPostRunE",
}

// addCommands adds commands to the receiver.
func (c *libraryCall) addCommands(row *model.Row) []setID {
	for _, x := range c.opened(c.receiver()) {
		if x.kind == refValue {
			c.write(c.object(x.n), c.below(c.below(x.path, commandsField), anyElement), c.arg(row, model.RoleCommand))
		}
	}
	return nil
}

// runCommand runs the command that the manifest's arguments select; without
// arguments, all.
func (c *libraryCall) runCommand(row *model.Row) []setID {
	for _, x := range c.opened(c.arg(row, model.RoleCommand)) {
		if x.kind == refValue {
			c.runBelow(x, c.words(), make(map[value]bool))
		}
	}
	return c.resultsOf(unknown, bottom)
}

// runBelow runs a command or, of those below it, the one that the words name. Each
// runs once, even if it lies below itself.
func (c *libraryCall) runBelow(cmd value, words []string, seen map[value]bool) {
	if seen[cmd] {
		return
	}
	seen[cmd] = true
	o := c.object(cmd.n)
	subs := c.refsAt(o, c.below(c.below(cmd.path, commandsField), anyElement))
	subs = slices.DeleteFunc(subs, func(x value) bool { return x.kind != refValue })
	if i := slices.IndexFunc(subs, func(x value) bool { return len(words) > 0 && c.named(x, words[0]) }); i >= 0 {
		c.runHooks(o, cmd.path, commandHooks[:2])
		c.runBelow(subs[i], words[1:], seen)
		return
	}
	c.runHooks(o, cmd.path, commandHooks)
	if len(words) > 0 {
		return
	}
	for _, s := range subs {
		c.runBelow(s, nil, seen)
	}
}

// named reports whether a command has the name: the first word of its usage.
func (c *libraryCall) named(cmd value, name string) bool {
	for _, use := range c.literals(c.loadFrom(c.object(cmd.n), c.below(cmd.path, "Use"), ir.String)) {
		if first, _, _ := strings.Cut(use, " "); first == name {
			return true
		}
	}
	return false
}

func (c *libraryCall) runHooks(o *object, p pathID, hooks []string) {
	for _, name := range hooks {
		for _, x := range c.callables(c.loadFrom(o, c.below(p, name), ir.FuncValue)) {
			c.apply(x, []setID{unknown, unknown}, c.kind)
		}
	}
}
