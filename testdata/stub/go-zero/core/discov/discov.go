package discov

// EtcdConf is where a name is looked up.
type EtcdConf struct {
	Hosts []string
	Key   string
	ID    int64  `json:",optional"`
	User  string `json:",optional"`
	Pass  string `json:",optional"`
}
