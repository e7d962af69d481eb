package service

type (
	// Starter starts.
	Starter interface{ Start() }
	// Stopper stops.
	Stopper interface{ Stop() }
	// Service starts and stops.
	Service interface {
		Starter
		Stopper
	}
	// ServiceGroup runs services side by side.
	ServiceGroup struct{}
)

// NewServiceGroup makes a group.
func NewServiceGroup() *ServiceGroup { return &ServiceGroup{} }

// Add adds a service.
func (sg *ServiceGroup) Add(service Service) {}

// Start starts them all.
func (sg *ServiceGroup) Start() {}

// Stop stops them all.
func (sg *ServiceGroup) Stop() {}
