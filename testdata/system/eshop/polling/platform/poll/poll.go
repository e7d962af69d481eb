// Package poll asks again and again.
package poll

import (
	"context"
	"log/slog"
	"time"
)

// Every calls ask at each interval until ctx is done. What fails is tried again at the next one.
func Every(ctx context.Context, interval time.Duration, ask func(context.Context) error) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if err := ask(ctx); err != nil {
				slog.WarnContext(ctx, "poll failed", "err", err)
			}
		}
	}
}
