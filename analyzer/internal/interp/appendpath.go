package interp

import "github.com/hoplint/hoplint/analyzer/hop"

// appendPath appends parts to the paths of URLs, as they are.
func (c *libraryCall) appendPath(urls setID, parts []setID) {
	for _, x := range c.opened(urls) {
		if x.kind != refValue {
			continue
		}
		text := c.setAt(c.object(x.n), c.below(x.path, textField))
		path := c.each(text, func(t hop.Template) hop.Template { return splitURL(t).path })
		c.setField(c.one(x), "Path", c.concat(path, c.concatAll(parts)))
	}
}

// cloneURL makes a URL of another one: of those that are known, if there are any, since
// what a context or an option may hold in their place is rarely there.
func (c *libraryCall) cloneURL(urls setID) setID {
	out := bottom
	for _, x := range c.opened(urls) {
		if x.kind == refValue {
			out = c.join(out, c.one(x))
		}
	}
	if out == bottom {
		out = urls
	}
	return c.urlOf(c.rendered(out), "")
}

// writtenURLs returns URLs as strings, where some are objects.
func (c *libraryCall) writtenURLs(s setID) setID {
	out := bottom
	for _, x := range c.members(s) {
		if x.kind == refValue || x.kind == structValue {
			out = c.join(out, c.rendered(c.one(x)))
			continue
		}
		out = c.join(out, c.one(x))
	}
	return out
}
