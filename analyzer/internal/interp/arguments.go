package interp

import (
	"strconv"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/model"
)

// commandLine returns the arguments of the command line behind its flags: of those that
// the receiver parsed, else of the manifest's, or unknown ones.
func (c *libraryCall) commandLine(row *model.Row) []setID {
	words, known := c.operands(c.cfg.Args), len(c.cfg.Args) > 0
	if parsed := c.stored(row); row.Const[model.RoleKey] != "" && parsed != bottom {
		words, known = c.parsedWords(parsed)
	}
	if index := c.arg(row, model.RoleIndex); index != bottom {
		return []setID{c.argumentAt(c.indexOf(row, index), words, known)}
	}
	o := c.make("args", "")
	if !known {
		c.fill(o, 0, unknown)
	}
	for i, w := range words {
		c.write(o, c.below(0, "["+itoa(int64(i))+"]"), c.textSet(w))
	}
	return []setID{c.ref(o, 0)}
}

// indexOf returns which argument a row asks for, -1 if that is not known.
func (c *libraryCall) indexOf(row *model.Row, index setID) int {
	if text, ok := row.Const[model.RoleIndex]; ok {
		if n, err := strconv.Atoi(text); err == nil {
			return n
		}
	}
	if n, ok := c.constIndex(index); ok {
		return int(n)
	}
	return -1
}

func (c *libraryCall) argumentAt(i int, words []string, known bool) setID {
	switch {
	case !known || i < 0:
		return c.unknownText()
	case i < len(words):
		return c.textSet(words[i])
	}
	return c.textSet("")
}

// parsedWords returns those of a list of arguments behind its flags. It reports false if
// they are not known.
func (c *libraryCall) parsedWords(s setID) ([]string, bool) {
	var args []string
	for _, arg := range c.list(s) {
		text, ok := c.single(arg)
		if !ok {
			return nil, false
		}
		args = append(args, text)
	}
	return c.operands(args), len(args) > 0
}

// operands returns the arguments from the first on that is neither a flag nor the value
// of one that the program defines.
func (c *libraryCall) operands(args []string) []string {
	for i := 0; i < len(args); i++ {
		name := strings.TrimLeft(args[i], "-")
		if name == args[i] {
			return args[i:]
		}
		if c.setAt(c.flags(), c.below(0, name)) != bottom {
			i++
		}
	}
	return nil
}

// words returns the manifest's arguments that are no flags.
func (m *machine) words() []string {
	var out []string
	for _, a := range m.cfg.Args {
		if !strings.HasPrefix(a, "-") {
			out = append(out, a)
		}
	}
	return out
}
