package interp

import (
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/ir"
	"github.com/hoplint/hoplint/analyzer/internal/model"
)

const commandsField = "$commands"

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
// arguments, all. What is given to it is for the commands' methods to ask for.
func (c *libraryCall) runCommand(row *model.Row) []setID {
	if row.Args[model.RoleFunc].Base != model.Nowhere {
		c.supply(row)
	}
	for _, x := range c.opened(c.arg(row, model.RoleCommand)) {
		if x.kind == refValue && row.Const[model.RoleTag] != "" {
			c.runGrammar(x, row)
			continue
		}
		c.runBelow(x, c.words(), make(map[value]bool))
	}
	return c.resultsOf(unknown, bottom)
}

// A command is a value of a type that a row describes: its fields say what it is called,
// what it runs, and which commands lie below it.
type command struct {
	*libraryCall
	at  value
	row *model.Row
}

// asCommand returns the command that a value is.
func (c *libraryCall) asCommand(x value) (command, bool) {
	row := c.typeRow(x, model.CommandType)
	return command{c, x, row}, row != nil
}

// field returns what one of the command's fields holds.
func (cmd command) field(name string, class ir.Class) setID {
	return cmd.loadFrom(cmd.object(cmd.at.n), cmd.below(cmd.at.path, name), class)
}

// subcommands returns the commands below the command.
func (cmd command) subcommands() []command {
	added := cmd.below(cmd.below(cmd.at.path, commandsField), anyElement)
	found := cmd.refsAt(cmd.object(cmd.at.n), added)
	for name := range strings.FieldsSeq(cmd.row.Const[model.RoleSub]) {
		for _, s := range cmd.list(cmd.field(name, ir.Slice)) {
			found = append(found, cmd.opened(s)...)
		}
	}
	var out []command
	for _, x := range found {
		if sub, ok := cmd.asCommand(x); ok {
			out = append(out, sub)
		}
	}
	return out
}

// runBelow runs a command or, of those below it, the one that the words name. Each
// runs once, even if it lies below itself.
func (c *libraryCall) runBelow(x value, words []string, seen map[value]bool) {
	cmd, ok := c.asCommand(x)
	if !ok || seen[x] {
		return
	}
	seen[x] = true
	cmd.defineFlags()
	subs := cmd.subcommands()
	i := slices.IndexFunc(subs, func(s command) bool { return len(words) > 0 && s.named(words[0]) })
	if i >= 0 {
		cmd.runHooks(cmd.row.Const[model.RoleOuter])
		c.runBelow(subs[i].at, words[1:], seen)
		return
	}
	cmd.runHooks(cmd.row.Const[model.RoleOuter])
	cmd.runHooks(cmd.row.Const[model.RoleRun])
	if len(words) > 0 {
		return
	}
	for _, s := range subs {
		c.runBelow(s.at, nil, seen)
	}
}

// named reports whether a command has the name: the first word of what a field says.
func (cmd command) named(name string) bool {
	for _, use := range cmd.literals(cmd.field(cmd.row.Const[model.RoleName], ir.String)) {
		if first, _, _ := strings.Cut(use, " "); first == name {
			return true
		}
	}
	return false
}

func (cmd command) runHooks(fields string) {
	for name := range strings.FieldsSeq(fields) {
		for _, x := range cmd.callables(cmd.field(name, ir.FuncValue)) {
			cmd.apply(x, []setID{unknown, unknown}, cmd.kind)
		}
	}
}
