package model

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// compact holds the libraries in the form that is read fastest: of each, a line of JSON
// with what says which packages are its own, and a line with its rows. It is made of the
// YAML files, which people write and read.
//
//go:generate go test -run TestCompact|TestLanguage$ -update
//go:embed library.jsonl
var compact []byte

// A head is what is known of a library before its rows are decoded.
type head struct {
	File    string
	Library Library
}

// A body is its rows, each with the line that it has in the YAML file.
type body struct {
	Rows  []Row
	Lines []int
}

// encode returns the compact form of the YAML files in library.
func encode(library fs.FS) ([]byte, error) {
	names, err := fs.Glob(library, "*.yaml")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	to := json.NewEncoder(&out)
	to.SetEscapeHTML(false)
	for _, name := range names {
		if err := encodeFile(to, library, name); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

func encodeFile(to *json.Encoder, library fs.FS, name string) error {
	data, err := fs.ReadFile(library, name)
	if err != nil {
		return err
	}
	var lib Library
	if err := strict.Decode(name, data, &lib); err != nil {
		return err
	}
	rows := body{Rows: lib.Rows}
	for i := range lib.Rows {
		rows.Lines = append(rows.Lines, lib.Rows[i].Pos.Line)
	}
	lib.Rows = nil
	if err := to.Encode(head{File: path.Base(name), Library: lib}); err != nil {
		return err
	}
	return to.Encode(rows)
}

// next reads the head of the first library in text, and returns it with its rows, which
// it does not read, and with what follows.
func next(text []byte) (h *head, rows, rest []byte, err error) {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	if err := json.Unmarshal(line, &h); err != nil {
		return nil, nil, nil, fmt.Errorf("embedded library models: %v", err)
	}
	rows, rest, _ = bytes.Cut(rest, []byte("\n"))
	return h, rows, rest, nil
}

// decode reads the rows of a library.
func (h *head) decode(text []byte) (*decoded, error) {
	d := &decoded{library: h.Library}
	var rows body
	err := json.Unmarshal(text, &rows)
	if err == nil {
		for i, line := range rows.Lines {
			rows.Rows[i].Pos.Line = line
		}
		d.library.Rows = rows.Rows
		d.rows, err = d.library.rowsOf(h.File)
	}
	if err != nil {
		return nil, fmt.Errorf("embedded library model: %v", err)
	}
	return d, nil
}
