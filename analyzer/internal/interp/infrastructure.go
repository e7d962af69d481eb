package interp

import (
	"strings"

	"github.com/hoplint/hoplint/analyzer/hop"
)

// reachInfrastructure keeps a call of a function that clients of databases, clouds and
// the like declare, and of which nothing else is known, if it looks like one that goes
// over a network.
func (c *libraryCall) reachInfrastructure() {
	if !c.in.CommaOk {
		return
	}
	if category := c.models.Reaches(c.name); category != "" {
		c.emit(effect{
			kind:      hop.Sync,
			protocol:  category,
			category:  category,
			procedure: shortName(c.name),
			spawned:   c.kind == goEdge,
		})
	}
}

// shortName writes a full name as people do who have imported its package:
// "s3.Client.GetObject".
func shortName(fn string) string {
	fn = fn[strings.LastIndexByte(fn, '/')+1:]
	return strings.Replace(strings.TrimLeft(fn, "(*"), ")", "", 1)
}
