package strict

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agext/levenshtein"
)

// Nearest returns the word that was probably meant, or "" if none is near. Case does
// not count, two letters that changed places count as one, and a beginning of three
// letters or more is near the word it begins.
func Nearest(word string, words []string) string {
	best, cost := "", 0
	lower := strings.ToLower(word)
	for _, w := range words {
		lw := strings.ToLower(w)
		distance := levenshtein.Distance(lower, lw, nil)
		if begins(lower, lw) || begins(lw, lower) || distance == 2 && anagrams(lower, lw) {
			distance = min(distance, 1)
		}
		if distance <= tolerance(word, w) && (best == "" || distance < cost) {
			best, cost = w, distance
		}
	}
	return best
}

func begins(part, whole string) bool {
	return len(part) >= 3 && strings.HasPrefix(whole, part)
}

// anagrams reports whether the words have the same letters: two that differ twice and
// are anagrams have two letters that changed places.
func anagrams(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// tolerance is how many letters may differ: about one in three.
func tolerance(a, b string) int {
	n := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return min(max(1, (n+1)/3), 4)
}

// maxHint is how many words a hint lists.
const maxHint = 20

// Hint returns the end of a message about an unknown word: the word that was probably
// meant, or else all words if they are few, in brackets.
func Hint(word string, words []string) string {
	if near := Nearest(word, words); near != "" {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	if len(words) == 0 || len(words) > maxHint {
		return ""
	}
	return " (want " + strings.Join(words, ", ") + ")"
}
