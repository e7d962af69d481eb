/*
Hoplint finds the services that another service waits for while it serves a request.

Usage:

	hoplint [flags] [packages]
	hoplint [flags] baseline [-prune]
	hoplint [flags] diff [-merge-base] base [head]
	hoplint [flags] fragment [-o file] [-name name]
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

# Waivers

A call that is agreed on is allowed in the manifest, for all rules, or in the code, for
the rules that are named, on the line of the call, on the line above it, or above the
function that holds it:

	//hoplint:allow sync-call to=identity until=2027-03-31 -- tokens are introspected

The reason must be given; to=service and until=day may be left out. What is allowed is
counted, not listed. A waiver in a package that several services are made of holds for all
of them. Waivers that have ended, that hold for nothing or that cannot be read are
findings where they stand; hoplint explain unused-waiver says when.

# Comparing

Hoplint diff tells what a change does: it analyses base and head, and reports findings that
head has and base has not, endpoints that wait for longer or shorter chains than before,
and findings that are gone. New findings alone make it exit with 3. A chain that grows too
long because of an edit in a callee is one, at the endpoint where it begins.

	hoplint diff origin/main            the working tree against a branch
	hoplint diff v1.4.0 v1.5.0          two revisions
	hoplint diff old.json new.json      two reports of -format json, without git

Base and head are revisions as git takes them. Without a head it is the working tree, with
all that is not committed. With -merge-base the base is the commit at which the histories
of the two part, as code hosts have it. An argument that ends in .json is a report, and may
also stand for one side alone.

Revisions are checked out with git worktree, into a directory for temporary files that goes
afterwards, also on an interrupt. Files, index and stash of the user stay as they are, and
no hooks run. The two sides share the cache: only what differs is read twice.

Each side has the manifest and the baseline of its own tree, if they lie in the repository.
A finding is known if base has all of its fingerprints, accepted or not; one that base's
manifest allowed and head's does not is new. Where base lacks the checked directory, or Go
in it, everything is new. If head could not be read in full, nothing is said to be gone; if
base could not, what is new may be older, which is told.

What git ignores is not in a worktree: a vendor directory, generated code or a go.work that
is not committed. Nor are submodules, and what lies beside the repository; only fragments
are looked for there as the user has them. A revision that needs such files is incomplete;
then check each where they are, with -format json, and compare the reports.

# Several repositories

Where the services of a system lie in several repositories, hoplint fragment writes what
the others need to know of one: what its services serve and call, and how its manifest
addresses services. The fragment goes to standard output, or to the file that -o names.
It depends on the source and the manifest alone, and names the repository by its module
path, or as -name says.

The entry fragments of a manifest names such files, or globs of them, relative to the
checked directory:

	fragments: [../fragments/*.json]

Their services join the system, so that a chain counts that leads through several
repositories. Positions in another one stand behind its name and two slashes:
shop.example/payment//main.go:12:3. A finding fails the run if one of its calls is made in
the checked repository, and stands at that call; what lies wholly in others is left to the
runs there, and not reported. Of a service that the manifest and fragments speak of, each
field is what the manifest says, else what the service's own repository says; addresses
and allowances add up, and what a fragment says of addresses holds for the services of
its repository, or for all if it speaks of its own service. The repository's own fragment
may be among the files and is passed over.

A fragment that is damaged, of another version, or holds a service that another one or
the repository itself holds is an error of the configuration. A glob without a file, and
a service that no fragment holds, are told with what was skipped, as is what was
incomplete when a fragment was written. Go vet knows of fragments, too.

# Caches

What has been read of a package is kept in the user's cache directory, or in the one
that -cache names; -cache off keeps nothing. Results never depend on the cache.

# Go vet

The command is also an analysis tool for go vet, which then shows what is known
within one program: rules about chains and cycles through others find nothing there.

	go vet -vettool=$(which hoplint) ./...

The manifest is the nearest hoplint.yaml above the packages, or the one that the
environment variable HOPLINT_MANIFEST names, by a path from there. Go vet caches what it
was told, until the manifest, the baseline or a fragment changes; files that are named with
-hoplint.manifest and -hoplint.baseline instead are not known to that cache. It asks again
on the next day where exceptions end on a day. Whether a waiver holds for nothing is told there only of what one
program shows: of the manifest's entries, and in main packages of rules about single calls.

Golangci-lint and Bazel's nogo run the same analysis: package cmd/gclplugin is a module
plugin, and analyzer.New makes an analyzer of a manifest that is embedded.

# Exit codes

	0  nothing was found and everything was looked at
	1  the check failed, something could not be looked at, or no endpoint was found
	2  the command line or the manifest is wrong
	3  there are findings of severity warning or error, and nothing was missed

The codes are the same in all formats. Findings that the manifest or a waiver allows do not
count, nor do those of severity info, nor for hoplint diff those that base has. Revisions
that do not exist and reports that are damaged count as a wrong command line. Where a run
has findings and is incomplete as well, the exit code is 1, and what is missing is said on
standard error.

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
