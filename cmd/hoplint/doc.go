/*
Hoplint finds the services that another service waits for while it serves a request.

Usage:

	hoplint [flags] [packages]
	hoplint [flags] baseline [-prune] [packages]
	hoplint explain [rule | models]
	hoplint models [package]
	hoplint -version

Hoplint reads the Go source of all services of a system, runs the wiring of each
from its main function in the abstract, and so learns which endpoints a service
serves and whom each of them calls: over HTTP, gRPC, other RPC and message brokers.
It joins the services into one system and reports every call from one service to
another whose answer a request waits for, with the path through the code from the
endpoint to the line that makes the call, and chains of such calls.

The packages are patterns as the go command takes them, ./... by default. Every
module below the checked directory counts, with or without a go.work file. The
checked directory is the working directory, or the one that -C names; patterns and
the positions of the report are relative to it.

The file hoplint.yaml in the checked directory, or the one that -manifest names,
says which services there are, how they are addressed, and which calls are allowed.
The file name given with -manifest is relative to the working directory; paths
within the file are relative to the checked directory. Without a manifest every
main package is a service whose role is guessed.

Hoplint explain prints the documentation of a rule, and without a rule one line
for each of them. Hoplint models prints which libraries are known: those that the
manifest describes and hoplint's own; with the import path of a package, what each
function is known to do. Hoplint explain models describes the language of models.

# Output

With -format text, the default, a finding is a line as a compiler writes it,

	services/ordering/http.go:42:9: warning: POST /orders of ordering waits for … (sync-call)

and below it the path, frame by frame, the chain, if it is about one, and advice.
Other calls whose target is not known follow, with the line of the manifest that
would make it known, then roles that were guessed, and packages that could not be
read. The last line says what has been looked at. With a manifest, a clean run is
that line alone. With -verbose nothing is left out: every unresolved call, all that was
skipped, and functions that the manifest's models describe and no program uses, whose
names may be misspelt.

With -format json the report is one JSON object that holds everything; its field
"version" changes when its shape does. Colours and progress are shown on terminals
only; the environment variable NO_COLOR turns colours off.

The other formats are for code hosts and their tools. They name files from the root of
the repository that the checked directory lies in.

	-format sarif       SARIF 2.1.0, for code scanning and for editors
	-format github      workflow commands, which annotate lines under GitHub Actions
	-format gitlab      a Code Quality report
	-format rdjsonl     diagnostics for reviewdog
	-format checkstyle  XML as Checkstyle writes it
	-format junit       a test suite a service, in which findings fail
	-format markdown    a comment on a pull request

They tell each finding in whole, with its path, its chain, and how its target is known.
Findings that do not count are in sarif, as suppressed or unchanged, and in junit, as
skipped, and nowhere else; those of severity info pass in junit. What could not be looked
at is told in all of them: a report without findings is not a clean one by itself.

With -out format=file the report is also written to a file, replacing it; the flag may
be given several times, so that one run serves people and machines.

# Baseline

Hoplint baseline writes hoplint-baseline.yaml, beside the manifest, or the file that
-baseline names: it accepts what is found today. What the file holds is counted and no
longer listed, and does not fail a run. A finding is known by the names of its rule,
services and endpoints, wherever its code moves; with an endpoint more it is new. Entries
of what has been fixed are told, and hoplint baseline -prune takes them out. New ones
enter the file by the command alone.

# Caches

What has been read of a package is kept in the user's cache directory, or in the one
that -cache names; -cache off keeps nothing. Results never depend on the cache.

# Go vet

The command is also an analysis tool for go vet, which then shows what is known
within one program: rules about chains and cycles through others find nothing there.

	go vet -vettool=$(which hoplint) ./...

The manifest is the nearest hoplint.yaml above the packages, or the one that the
environment variable HOPLINT_MANIFEST names, by a path from there. Go vet caches what it
was told, until the manifest or the baseline changes; files that are named with
-hoplint.manifest and -hoplint.baseline instead are not known to that cache.

Golangci-lint and Bazel's nogo run the same analysis: package cmd/gclplugin is a module
plugin, and analyzer.New makes an analyzer of a manifest that is embedded.

# Exit codes

	0  nothing was found and everything was looked at
	1  the check failed, something could not be looked at, or no endpoint was found
	2  the command line or the manifest is wrong
	3  there are findings of severity warning or error, and nothing was missed

The codes are the same in all formats. Findings that the manifest allows do not
count, nor do those of severity info. Where a run has findings and is incomplete as
well, the exit code is 1, and what is missing is said on standard error.

# Limitations

Hoplint follows values, not conditions: a call counts even if the branch that it
lies in is never taken in production.

It sees Go source only. Services in other languages and calls that a proxy, a mesh
or a generated gateway adds outside of the code exist as far as the manifest
declares them. Tests are left out unless -tests is given, and files that build
constraints exclude unless -tags names their tags.

Libraries are not read; models say what their functions do. A function that takes
callbacks and has no model is assumed to call them at once. A request sent by a
library without a model is not seen, and neither is what happens by reflection,
in cgo, in assembly or in plugins.

An address that is computed from data of the request or from stored data is reported
as unknown, not guessed. Addresses that come from the environment, flags, files or
service discovery are matched by their keys; the values they have in production are
not known unless the manifest gives them.

Where a function is called with very many different arguments, or recursively, their
values are merged, and a call may then be attributed to more targets than it has.
*/
package main
