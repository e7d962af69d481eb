package service

// ServiceConf is what every service is configured by.
type ServiceConf struct {
	Name string
	Mode string `json:",default=pro,options=dev|test|rt|pre|pro"`
}
