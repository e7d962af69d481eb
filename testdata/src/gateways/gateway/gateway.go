// Package gateway holds the ports of the service layer.
package gateway

import (
	"context"
	"log"
)

// Payments takes money.
type Payments interface {
	Charge(ctx context.Context, order string, cents int) error
}

// Audit writes down what happened.
type Audit interface {
	Write(ctx context.Context, what string) error
}

type logAudit struct{}

// NewAudit returns an audit trail that is a log.
func NewAudit() Audit { return logAudit{} }

func (logAudit) Write(_ context.Context, what string) error {
	log.Print(what)
	return nil
}
