// Package analyzer finds the synchronous calls between microservices in their Go
// source, and judges them.
//
// A call is synchronous if a service waits for its answer while it serves a request
// itself. What a request reaches makes chains of services that fail and slow down
// together; see "Communication in a microservice architecture" in Microsoft's guide
// ".NET Microservices: Architecture for Containerized .NET Applications".
//
// [Check] looks at a whole system, described by a manifest, in phases that are
// packages of their own:
//
//	load      which packages there are, and the types of what they import
//	lower     what each first-party package does, as ir
//	interp    what each service serves and calls: its program
//	compose   what the programs do together: the system
//	fragment  what other repositories of the system do
//	rule      what is wrong with that: findings
//
// The results are plain data, package hop. [Analyzer] and [New] are the same phases
// for one program at a time, under drivers of go/analysis such as go vet. There the
// other services of the repository are known from the manifest only, so that no chain
// goes through them. Other repositories are known by their fragments, see [Fragment].
package analyzer
