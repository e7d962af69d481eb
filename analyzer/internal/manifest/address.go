package manifest

import (
	"errors"
	"fmt"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
)

// Loopback is the Host of entries for the machine itself.
const Loopback = "localhost"

// Check reads the host: "host", "host:port" or "unix:/path".
func (h *Host) Check() error {
	if file, ok := strings.CutPrefix(h.Text, "unix:"); ok {
		if file = strings.TrimPrefix(file, "//"); file == "" {
			return fmt.Errorf("host %q has no path", h.Text)
		}
		h.Host, h.Unix = file, true
		return nil
	}
	if err := checkHostText(h.Text); err != nil {
		return err
	}
	host, port := cutPort(h.Text)
	if port != "" && !validPort(port) {
		return fmt.Errorf("host %q: bad port %q", h.Text, port)
	}
	h.Host, h.Port = NormalHost(host), port
	if h.Host == Loopback && port == "" {
		return fmt.Errorf("host %q is every service's own machine: add the port (%s:8080)", h.Text, h.Text)
	}
	return nil
}

// hostText is what a host without scheme and path is made of.
var hostText = regexp.MustCompile(`^[\pL\d._*:\[\]%-]+$`)

func checkHostText(text string) error {
	if _, after, ok := strings.Cut(text, "://"); ok {
		authority, _, _ := strings.Cut(after, "/")
		return fmt.Errorf("host %q: the scheme does not matter (write %q)", text, authority)
	}
	if host, _, ok := strings.Cut(text, "/"); ok && host != "" {
		return fmt.Errorf("host %q has a path (write %q)", text, host)
	}
	if strings.Trim(text, "*.") == "" {
		return fmt.Errorf("host %q names no host", text)
	}
	if !hostText.MatchString(text) {
		return fmt.Errorf("bad host %q (want host, host:port or unix:/path)", text)
	}
	return nil
}

// cutPort cuts a host at the colon before its port. An IPv6 address with a port is in
// brackets.
func cutPort(text string) (host, port string) {
	if _, err := netip.ParseAddr(text); err == nil {
		return text, ""
	}
	i := strings.LastIndexByte(text, ':')
	if i < 0 || strings.Contains(text[i:], "]") {
		return text, ""
	}
	return text[:i], text[i+1:]
}

func validPort(port string) bool {
	n, err := strconv.ParseUint(port, 10, 16)
	return err == nil && n > 0
}

// NormalHost is the form in which hosts are compared.
func NormalHost(host string) string {
	host = strings.TrimSuffix(strings.ToLower(strings.Trim(host, "[]")), ".")
	if host == "" || host == Loopback {
		return Loopback // a server that listens on ":8080" is dialled so, too
	}
	if ip, err := netip.ParseAddr(host); err == nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		return Loopback
	}
	return host
}

// Check refuses what is a key of no kind.
func (k *Key) Check() error {
	if k.Key == "" || strings.ContainsAny(k.Key, " \t\r\n") {
		return fmt.Errorf("bad key %q: want a name without spaces", k.Key)
	}
	return nil
}

// Check cuts the topic at its first colon.
func (t *Topic) Check() error {
	broker, name, ok := strings.Cut(t.Text, ":")
	if !ok || !brokerName.MatchString(broker) || name == "" || strings.ContainsAny(name, " \t\r\n") {
		return fmt.Errorf("bad topic %q (want broker:name, as kafka:orders or nats:orders.*)", t.Text)
	}
	t.Broker, t.Name = broker, name
	return nil
}

var brokerName = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// The checks of keys and names by their kind.

func checkEnv(key string) error {
	if name := strings.Trim(key, "${}"); name != key {
		return fmt.Errorf("environment variable %q: write the name alone (%s)", key, name)
	}
	return nil
}

func checkFlag(key string) error {
	if name := strings.TrimLeft(key, "-"); name != key {
		return fmt.Errorf("flag %q: write it without dashes (%s)", key, name)
	}
	return nil
}

func checkConfig(key string) error {
	if strings.HasPrefix(key, ".") || strings.HasSuffix(key, ".") || strings.Contains(key, "..") {
		return fmt.Errorf("configuration key %q has an empty segment", key)
	}
	return nil
}

func checkDiscovery(key string) error {
	if _, after, ok := strings.Cut(key, "://"); ok {
		name := after[strings.LastIndexByte(after, '/')+1:]
		return fmt.Errorf("discovery name %q: write the name alone (%s)", key, name)
	}
	return nil
}

// firstLabel returns the first label of a name of Consul's DNS, which is what counts
// of it; other names as they are.
func firstLabel(key string) string {
	if labels, ok := strings.CutSuffix(strings.TrimSuffix(key, "."), ".service.consul"); ok {
		key, _, _ = strings.Cut(labels, ".")
	}
	return key
}

var (
	grpcName   = regexp.MustCompile(`^[\pL_][\pL\d_]*(\.[\pL_][\pL\d_]*)*$`)
	clientName = regexp.MustCompile(`^(\(\*?[\pL\d._~/-]+\.[\pL\d_]+\)\.[\pL\d_]+|[\pL\d._~/-]+)$`)
	fieldName  = regexp.MustCompile(`^([\pL\d._~-]+/)*[\pL\d._~-]+\.[\pL_][\pL\d_]*\.[\pL_][\pL\d_]*$`)
)

func checkGRPC(name string) error {
	if !grpcName.MatchString(name) {
		return fmt.Errorf("bad gRPC service %q (want package.Service)", name)
	}
	return nil
}

func checkClient(name string) error {
	if !clientName.MatchString(name) {
		return fmt.Errorf("bad client %q (want import/path, import/path.Type, import/path.Func or (*import/path.Type).Method)", name)
	}
	return nil
}

func checkField(name string) error {
	if !fieldName.MatchString(name) {
		return fmt.Errorf("bad field %q (want import/path.Type.Field)", name)
	}
	return nil
}

func checkImport(name string) error {
	switch {
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "/"), strings.ContainsAny(name, " \t\\:@"), name == "":
		return fmt.Errorf("bad import path prefix %q (want host/owner/ or import/path)", name)
	case strings.HasSuffix(name, "..."):
		return fmt.Errorf("import path prefix %q: all below a prefix is meant (write %q)", name, strings.TrimSuffix(name, "..."))
	}
	return nil
}

func checkExclude(name string) error {
	dir := strings.TrimSuffix(name, "/...")
	if err := checkDir(dir); err != nil {
		return fmt.Errorf("exclude %q: %v", name, err)
	}
	return nil
}

func checkFile(name string) error {
	if name == "" || strings.Contains(name, "\\") {
		return errors.New("want a file with slashes between directories")
	}
	return nil
}
