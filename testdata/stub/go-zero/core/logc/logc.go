package logc

import (
	"context"

	"github.com/zeromicro/go-zero/core/logx"
)

// LogField is one thing that is logged.
type LogField = logx.LogField

// Errorw logs an error.
func Errorw(ctx context.Context, msg string, fields ...LogField) {}

// Errorf logs an error.
func Errorf(ctx context.Context, format string, v ...any) {}

// Field makes one.
func Field(key string, value any) LogField { return logx.Field(key, value) }
