// Package session stands for the package of this name.
package session

import "github.com/aws/aws-sdk-go/aws"

type Session struct{}

func (*Session) ClientConfig(serviceName string) {}

func NewSession(cfgs ...*aws.Config) (*Session, error) { return nil, nil }
