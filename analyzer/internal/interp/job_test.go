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

// sharedSemaphore has all handlers take and give back tokens of one channel, and send
// their jobs over a helper.
func sharedSemaphore(n int) string {
	var b strings.Builder
	b.WriteString("import \"net/http\"\n\nvar sem = make(chan struct{}, 8)\n\nfunc main() {\n")
	for i := range n {
		fmt.Fprintf(&b, "\thttp.HandleFunc(\"GET /h%d\", func(w http.ResponseWriter, r *http.Request) {\n\t\tsem <- struct{}{}\n\t\tdefer func() { <-sem }()\n\t\tdone := make(chan *http.Request)\n\t\tgo func() {\n\t\t\thttp.Get(\"http://b/h%d\")\n\t\t\tdone <- r\n\t\t}()\n\t\t<-done\n\t})\n", i, i)
	}
	b.WriteString("\thttp.ListenAndServe(\":80\", nil)\n}\n")
	return b.String()
}

// hub has all handlers wait on one channel, for what one goroutine sends.
func hub(n int) string {
	var b strings.Builder
	b.WriteString("import \"net/http\"\n\ntype event struct {\n\turl string\n\tack chan bool\n}\n\nvar events = make(chan *event)\n\nfunc main() {\n\tgo func() {\n\t\tfor {\n\t\t\te := &event{\"http://b/x\", make(chan bool)}\n\t\t\tevents <- e\n\t\t\t<-e.ack\n\t\t}\n\t}()\n")
	for i := range n {
		fmt.Fprintf(&b, "\thttp.HandleFunc(\"GET /h%d\", func(w http.ResponseWriter, r *http.Request) {\n\t\te := <-events\n\t\thttp.Get(\"http://b/h%d\")\n\t\te.ack <- true\n\t})\n", i, i)
	}
	b.WriteString("\thttp.ListenAndServe(\":80\", nil)\n}\n")
	return b.String()
}

func TestWorstJobs(t *testing.T) {
	tests := []worstCase{
		{name: "workers in a circle", src: func() string { return jobCircle(3) }, call: "GET /a -> GET http://b/y"},
		{name: "a worker of itself", src: func() string { return jobCircle(1) }, call: "GET /a -> GET http://b/y"},
		{name: "many workers and jobs", src: func() string { return jobCrowd(8, 200) }, call: "GET /h199 -> GET http://b/h199", note: "strings"},
		{name: "a semaphore of all", src: func() string { return sharedSemaphore(300) }, call: "GET /h299 -> GET http://b/h299"},
		{name: "a hub for all", src: func() string { return hub(300) }, call: "GET /h299 -> GET http://b/h299", note: "too many workers"},
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
