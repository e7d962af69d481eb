package analyzer

import "github.com/hoplint/hoplint/analyzer/internal/model"

// A LibraryDoc says what is known of a library.
type LibraryDoc struct {
	Name     string
	Import   []string // paths of its packages, or above them
	Versions string
	Protocol string // "" for libraries that send and serve nothing
	// Endpoints, Calls and Async count the functions that serve something, that call and
	// wait, and that send or start something without a wait.
	Endpoints, Calls, Async int
	Functions               []FunctionDoc // by name
}

// A FunctionDoc says what is known of a function or package variable.
type FunctionDoc struct {
	Name    string // as types.Func.FullName prints it
	Package string // the path of the package that declares it
	Kind    string
	// Args says where its roles are: "recv" is the receiver, a number an argument, and
	// "1.." the arguments from 1 on; ".Field" after it a field. Const gives roles a value.
	Args, Const map[string]string
	Until       string // the last version that has it, "" if the newest does
	Line        int    // of its row in the file of the library
}

// ModelLanguage describes the language that the manifest's section models is written in,
// in Markdown.
func ModelLanguage() string { return model.Language() }

// Libraries describes the libraries that the configuration's manifest and hoplint itself
// know, the manifest's first.
func Libraries(cfg Config) ([]LibraryDoc, error) {
	m, err := readManifest(cfg)
	if err != nil {
		return nil, err
	}
	table, err := readModels(m)
	if err != nil {
		return nil, err
	}
	libraries, err := table.Libraries()
	if err != nil {
		return nil, err
	}
	var out []LibraryDoc
	view := table.View()
	for i := range libraries {
		out = append(out, describe(&libraries[i], view))
	}
	return out, view.Err()
}

func describe(lib *model.Library, view *model.View) LibraryDoc {
	d := LibraryDoc{Name: lib.Library, Import: lib.Import, Versions: lib.Versions, Protocol: lib.Protocol}
	for _, name := range lib.Functions() {
		row := view.Row(name)
		switch row.Direction() {
		case model.Endpoints:
			d.Endpoints++
		case model.Calls:
			d.Calls++
		case model.Async:
			d.Async++
		}
		d.Functions = append(d.Functions, functionDoc(name, row))
	}
	return d
}

func functionDoc(name string, row *model.Row) FunctionDoc {
	d := FunctionDoc{Name: name, Package: model.PackageOf(name), Kind: string(row.Kind), Until: row.Until, Line: row.Pos.Line, Args: make(map[string]string), Const: make(map[string]string)}
	for role, at := range row.Args {
		d.Args[string(role)] = at.String()
	}
	for role, text := range row.Const {
		d.Const[string(role)] = text
	}
	if row.Op != "" {
		d.Const["op"] = row.Op
	}
	if row.On != "" {
		d.Const["on"] = row.On
	}
	if row.Pass.Base != model.Nowhere {
		d.Args["pass"] = row.Pass.String()
	}
	return d
}
