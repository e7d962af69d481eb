package compose

import (
	"slices"
	"strings"
	"unicode"
)

// names finds services by their names, the last resort of what decides a target.
type names struct {
	exact map[string]string // lower case, "_" as "-"
	words map[string]string // words without those of addresses; "" where two services share them
}

func newNames(services []string) names {
	n := names{exact: map[string]string{}, words: map[string]string{}}
	for _, s := range services {
		n.exact[hostName(s)] = s
		key := strings.Join(dropAddressWords(wordsOf(s)), "")
		if _, ok := n.words[key]; ok || key == "" {
			n.words[key] = ""
			continue
		}
		n.words[key] = s
	}
	return n
}

func hostName(s string) string { return strings.ReplaceAll(strings.ToLower(s), "_", "-") }

// ofHost returns the service that a host names: the host itself, or its first label
// where the others place it in a cluster or private network. The first label of a
// public host says nothing: payment.example.com is not the service payment.
func (n names) ofHost(host string) string {
	host = hostName(host)
	if s, ok := n.exact[host]; ok {
		return s
	}
	label, domain, ok := strings.Cut(host, ".")
	if !ok || !privateDomain(domain) {
		return ""
	}
	return n.exact[label]
}

// privateSuffixes are what the hosts of clusters and private networks end in: the
// names of Kubernetes and Consul, those that RFC 6761, 6762 and 8375 keep out of the
// public name space, and internal, which ICANN does.
var privateSuffixes = []string{
	"svc", "svc.cluster.local", "service.consul", "connect.consul",
	"local", "internal", "test", "localhost", "home.arpa",
}

// privateDomain reports whether a domain belongs to a cluster or private network. One
// label alone is a Kubernetes namespace.
func privateDomain(domain string) bool {
	if !strings.Contains(domain, ".") {
		return true
	}
	return slices.ContainsFunc(privateSuffixes, func(s string) bool {
		return strings.HasSuffix(domain, "."+s) || domain == s
	})
}

// ofKey returns the service that a key names: ORDERING_SERVICE_ADDR, ordering-url,
// services.ordering.url. Of a dotted key the last segment that has words of its own
// decides.
func (n names) ofKey(key string) string {
	segments := strings.Split(key, ".")
	for _, s := range slices.Backward(segments) {
		words := dropAddressWords(wordsOf(s))
		if len(words) > 0 {
			return n.words[strings.Join(words, "")]
		}
	}
	return ""
}

// addressWords are what keys and service names have at their ends besides the name.
var addressWords = map[string]bool{
	"addr": true, "address": true, "api": true, "base": true, "client": true, "endpoint": true,
	"grpc": true, "host": true, "hostname": true, "http": true, "https": true, "port": true,
	"rpc": true, "server": true, "service": true, "srv": true, "svc": true, "target": true,
	"uri": true, "url": true,
}

// dropAddressWords drops address words from the end, and "…service" written together.
func dropAddressWords(words []string) []string {
	for n := len(words); n > 0 && addressWords[words[n-1]]; n-- {
		words = words[:n-1]
	}
	if n := len(words); n > 0 {
		if short, ok := strings.CutSuffix(words[n-1], "service"); ok && short != "" {
			words = append(slices.Clone(words[:n-1]), short)
		}
	}
	return words
}

// wordsOf cuts an identifier of any style into lower-case words.
func wordsOf(s string) []string {
	var out []string
	start, runes := 0, []rune(s)
	flush := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(string(runes[start:end])))
		}
		start = end
	}
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush(i)
			start = i + 1
		case i > start && unicode.IsUpper(r) && wordStarts(runes, i):
			flush(i)
		}
	}
	flush(len(runes))
	return out
}

// wordStarts reports whether the capital at i begins a word: after a small letter or
// digit, or before a small letter, as S does in VAService.
func wordStarts(runes []rune, i int) bool {
	return !unicode.IsUpper(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])
}
