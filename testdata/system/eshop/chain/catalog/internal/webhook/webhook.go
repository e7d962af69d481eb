// Package webhook speaks to subscribers.
package webhook

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// A Probe checks subscribers' URLs.
type Probe struct {
	http *http.Client
}

// New makes a probe.
func New() *Probe { return &Probe{http: &http.Client{Timeout: 2 * time.Second}} }

// Check asks whether a URL takes part in the protocol.
func (p *Probe) Check(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodOptions, url, http.NoBody)
	if err != nil {
		return err
	}
	resp, err := p.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("it answers %s", resp.Status)
	}
	return nil
}
