package model

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A Locator says where a value is: "recv" is the receiver, a number an argument
// (from 0, the receiver not counted), "2.." the arguments from 2 on of a variadic
// call; ".Field" after it a field of what it points to, ".[0]" an element and ".[*]" all
// of them, ".Method()" what a method of the program's own gives; ".{A,B.C}" stands for A and
// for B.C. "0[].Field" is that of
// one element of a list: the row holds for each. The zero Locator is nowhere.
type Locator struct {
	Base     Base
	Arg      int
	Variadic bool
	Each     bool
	Field    string
}

// A Base is where a Locator starts.
type Base uint8

const (
	Nowhere Base = iota
	Receiver
	Argument
)

// UnmarshalYAML reads the written form of a locator.
func (l *Locator) UnmarshalYAML(n *yaml.Node) error {
	loc, err := ParseLocator(n.Value)
	if err != nil || n.Kind != yaml.ScalarNode {
		return fmt.Errorf("%q is no locator (want recv, 0, 1.., recv.Field or 0.Field)", n.Value)
	}
	*l = loc
	return nil
}

// MarshalText writes the locator as rows do.
func (l Locator) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads the written form of a locator.
func (l *Locator) UnmarshalText(text []byte) (err error) {
	*l, err = ParseLocator(string(text))
	return err
}

// ParseLocator reads the written form of a locator.
func ParseLocator(s string) (Locator, error) {
	var l Locator
	base := s
	if head, ok := strings.CutSuffix(s, ".."); ok {
		base, l.Variadic = head, true
	} else if head, field, ok := strings.Cut(s, "."); ok {
		base, l.Field = head, field
		if slices.Contains(strings.Split(field, "."), "") {
			return Locator{}, fmt.Errorf("%q is no locator", s)
		}
	}
	if base == "recv" {
		l.Base = Receiver
		return l, nil
	}
	base, l.Each = strings.CutSuffix(base, "[]")
	n, err := strconv.Atoi(base)
	if err != nil || n < 0 {
		return Locator{}, fmt.Errorf("%q is no locator", s)
	}
	l.Base, l.Arg = Argument, n
	return l, nil
}

// Fields returns the fields that a locator with one stands for.
func (l Locator) Fields() iter.Seq[string] {
	list, ok := strings.CutPrefix(l.Field, "{")
	if !ok {
		return slices.Values([]string{l.Field})
	}
	return strings.SplitSeq(strings.TrimSuffix(list, "}"), ",")
}

// String writes the locator as rows do.
func (l Locator) String() string {
	s := ""
	switch l.Base {
	case Nowhere:
		return ""
	case Receiver:
		s = "recv"
	case Argument:
		s = strconv.Itoa(l.Arg)
	}
	if l.Variadic {
		return s + ".."
	}
	if l.Each {
		s += "[]"
	}
	if l.Field != "" {
		s += "." + l.Field
	}
	return s
}
