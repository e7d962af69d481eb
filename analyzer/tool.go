package analyzer

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
)

// toolID identifies this build of hoplint in the keys of the cache: its version or,
// for builds that have none, a digest of the executable.
var toolID = sync.OnceValue(func() string {
	if v := version(); v != "" {
		return v
	}
	return executableDigest()
})

// version returns the version of hoplint's module, "" for a development build.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	const path = "github.com/hoplint/hoplint"
	mods := append(info.Deps, &info.Main)
	for _, m := range mods {
		if m.Path == path && m.Replace == nil && strings.HasPrefix(m.Version, "v") && !strings.Contains(m.Version, "dirty") {
			return m.Version
		}
	}
	return ""
}

func executableDigest() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}
