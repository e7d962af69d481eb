package interp

import (
	"fmt"
	"strings"
	"testing"
)

// jobCircle is a ring of workers, each of which has the next one do a job of its own.
func jobCircle(n int) string {
	var b strings.Builder
	b.WriteString("import \"net/http\"\n\ntype job struct {\n\turl string\n\tdone chan error\n}\n\n")
	for i := range n {
		fmt.Fprintf(&b, "var c%d = make(chan job)\n\nfunc work%d() {\n\tfor j := range c%d {\n\t\thttp.Get(j.url)\n\t\tdone := make(chan error)\n\t\tc%d <- job{\"http://b/x\", done}\n\t\tj.done <- <-done\n\t}\n}\n\n", i, i, i, (i+1)%n)
	}
	b.WriteString("func main() {\n")
	for i := range n {
		fmt.Fprintf(&b, "\tgo work%d()\n", i)
	}
	b.WriteString("\thttp.HandleFunc(\"GET /a\", func(w http.ResponseWriter, r *http.Request) {\n\t\tdone := make(chan error)\n\t\tc0 <- job{\"http://b/y\", done}\n\t\t<-done\n\t})\n\thttp.ListenAndServe(\":80\", nil)\n}\n")
	return b.String()
}

// jobCrowd has many handlers that hand jobs to many workers of one queue.
func jobCrowd(workers, handlers int) string {
	var b strings.Builder
	b.WriteString("import \"net/http\"\n\ntype job struct {\n\turl string\n\tdone chan error\n}\n\nvar jobs = make(chan job)\n\nfunc main() {\n")
	for range workers {
		b.WriteString("\tgo func() {\n\t\tfor j := range jobs {\n\t\t\t_, err := http.Get(j.url)\n\t\t\tj.done <- err\n\t\t}\n\t}()\n")
	}
	for i := range handlers {
		fmt.Fprintf(&b, "\thttp.HandleFunc(\"GET /h%d\", func(w http.ResponseWriter, r *http.Request) {\n\t\tdone := make(chan error)\n\t\tjobs <- job{\"http://b/h%d\", done}\n\t\t<-done\n\t})\n", i, i)
	}
	b.WriteString("\thttp.ListenAndServe(\":80\", nil)\n}\n")
	return b.String()
}

func TestWorstJobs(t *testing.T) {
	tests := []worstCase{
		{name: "workers in a circle", src: func() string { return jobCircle(3) }, call: "GET /a -> GET http://b/y"},
		{name: "a worker of itself", src: func() string { return jobCircle(1) }, call: "GET /a -> GET http://b/y"},
		{name: "many workers and jobs", src: func() string { return jobCrowd(8, 200) }, call: "GET /h199 -> GET http://b/h199", note: "strings"},
		{name: "more jobs than are told apart", src: func() string { return jobCrowd(2, 400) }, note: "too many jobs"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if p := runWithin(t, maxWorst, test.src()); p != nil {
				checkWorst(t, p, test.call, test.note)
			}
		})
	}
}
