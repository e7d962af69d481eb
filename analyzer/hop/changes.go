package hop

// Changes says how a system differs from an earlier state of it.
type Changes struct {
	Base   string        `json:"base"`   // what it is compared with, as the user named it
	Fixed  []Finding     `json:"fixed"`  // findings of the base that the system no longer has
	Chains []ChainChange `json:"chains"` // by service and endpoint
	// Incomplete is what could not be looked at in the base: findings that seem to be new
	// and chains that seem to be longer may have been there.
	Incomplete []Skipped `json:"incomplete,omitempty"`
}

// A ChainChange is an endpoint of which the longest chain that begins at it has another
// number of hops than before.
type ChainChange struct {
	Service  string `json:"service"`
	Endpoint string `json:"endpoint"`
	Before   int    `json:"before"` // hops; 0 if it began no chain, or did not exist
	After    int    `json:"after"`
	// Chain is the longest chain of the state that has the longer one.
	Chain []ChainHop `json:"chain"`
}

// Longer reports whether the change made the endpoint wait for more.
func (c ChainChange) Longer() bool { return c.After > c.Before }
