// Package web is a driver over HTTP.
package web

import (
	"net/http"

	"cases/factories/driver"
)

func init() { driver.Register("web", web{}) }

type web struct{}

func (web) Open(dsn string) (driver.Conn, error) { return conn{dsn}, nil }

type conn struct{ dsn string }

func (c conn) Query(q string) error {
	_, err := http.Get(c.dsn + q) // want `GET /driver of factories waits for users GET /users/\{id\}`
	return err
}
