package logx

import "context"

// LogField is one thing that is logged.
type LogField struct {
	Key   string
	Value any
}

// A Logger logs.
type Logger interface {
	Error(...any)
	Errorf(string, ...any)
	Errorw(string, ...LogField)
	Info(...any)
	Infof(string, ...any)
	Infow(string, ...LogField)
	WithContext(ctx context.Context) Logger
	WithFields(fields ...LogField) Logger
}

// WithContext makes a logger.
func WithContext(ctx context.Context) Logger { return nil }

// Errorf logs an error.
func Errorf(format string, v ...any) {}

// Infof logs.
func Infof(format string, v ...any) {}

// Must exits if there is an error.
func Must(err error) {}

// Field makes one.
func Field(key string, value any) LogField { return LogField{Key: key, Value: value} }
