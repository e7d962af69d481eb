package model

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hoplint/hoplint/analyzer/internal/strict"
)

// The words of the role yields.
const (
	YieldKey   = "key"
	YieldValue = "value"
	YieldOver  = "over"  // all that is gone over, or a part of it
	YieldOther = "other" // what is none of these: that in with
)

// The words of the role yields of consume, where a handler's arguments are not all the
// message or something with it.
const (
	DeliverMessage  = "message"
	DeliverMessages = "messages" // something to receive messages from
	DeliverOther    = "other"
)

// Deliveries are the words that the role yields takes for messages.
var Deliveries = []string{DeliverMessage, DeliverMessages, DeliverOther}

// The words of the role result; without one the result is unknown.
const (
	ResultOver   = "over"   // what was gone over
	ResultGiven  = "given"  // a slice of what the function gave
	ResultIndex  = "index"  // the index of the element of which the function said true
	ResultAny    = "any"    // whether it said true of one
	ResultFound  = "found"  // the element of which it said true
	ResultKeyed  = "keyed"  // a map of the elements, by what the function gave
	ResultPairs  = "pairs"  // a map by what it gave first, of what it gave second
	ResultGroups = "groups" // a map of slices of the elements, by what it gave
)

// The words of the role names: fields as they are, or with their words split.
const (
	NamesUpper = "upper" // but where a tag split_words says so
	NamesWords = "words"
)

// The words of the role names of routes: what says the path and method that a method of
// an object is for.
const (
	RoutesVerbs = "verbs" // its name is the HTTP method: Get
	RoutesWords = "words" // its name starts with that, and goes on with the path: GetUserBy
	RoutesLower = "lower" // /type/method, in small letters
	RoutesKebab = "kebab" // /the-method
	RoutesTags  = "tags"  // the tags path and method of a field that its parameter embeds, in place of what the row says; else as kebab
)

// RouteNames are the words that the role names takes for routes.
var RouteNames = []string{RoutesKebab, RoutesLower, RoutesTags, RoutesVerbs, RoutesWords}

// Yields and Results are the words that the roles yields and result take.
var (
	Yields  = []string{YieldKey, YieldOther, YieldOver, YieldValue}
	Results = []string{ResultAny, ResultFound, ResultGiven, ResultGroups, ResultIndex, ResultKeyed, ResultOver, ResultPairs}
)

// Loops are the words that the role loop takes: those of reports.
var Loops = []string{"for", "pages", "range", "retry"}

// checkWords reports a word that a role does not take.
func (r *Row) checkWords() error {
	if r.Kind == Consume {
		return r.checkWord(RoleYields, Deliveries)
	}
	if r.Kind == Context {
		return r.checkWord(RoleLoop, Loops)
	}
	if r.Kind == Route {
		return r.checkWord(RoleNames, RouteNames)
	}
	if r.Kind != Each && r.Kind != Iterator {
		return nil
	}
	if err := r.checkWord(RoleYields, Yields); err != nil {
		return err
	}
	return r.checkWord(RoleResult, Results)
}

func (r *Row) checkWord(role Role, words []string) error {
	for word := range strings.FieldsSeq(r.Const[role]) {
		if !slices.Contains(words, word) {
			return fmt.Errorf("%s: unknown %s %q%s", r.written()[0], role, word, strict.Hint(word, words))
		}
	}
	return nil
}
