package interp

// adopt has a group hold routes, and groups of routes, that were made before.
func (c *libraryCall) adopt(group, routes setID) {
	for _, r := range c.routersOf(group) {
		for _, x := range c.routersOf(c.join(routes, c.elements(routes))) {
			o := c.object(x.n)
			switch o.lib {
			case "route":
				c.addRoute(r, o)
			case "router":
				c.write(o, c.below(0, parentField), c.one(r))
				c.write(c.object(r.n), c.below(c.below(r.path, childrenField), "["+itoa(int64(o.id))+"]"), c.ref(o, 0))
			}
		}
	}
}
