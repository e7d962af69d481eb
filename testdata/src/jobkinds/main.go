// Workers that run for as long as the program does, and requests that wait for their
// own job in many ways; jobs that nobody waits for are nobody's hop.
package main

import (
	"context"
	"net/http"
	"sync"
	"time"
)

// task is handed over by its address and carries a group.
type task struct {
	url string
	wg  sync.WaitGroup
}

var tasks = make(chan *task)

func runTasks() {
	for t := range tasks {
		call(t.url)
		t.wg.Done()
	}
}

func call(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func grouped(w http.ResponseWriter, r *http.Request) {
	t := &task{url: "http://orders/orders/1"}
	t.wg.Add(1)
	tasks <- t // want `GET /grouped of jobkinds waits for orders GET /orders/\{id\}`
	t.wg.Wait()
}

// ungrouped adds to a group that nobody waits for.
func ungrouped(w http.ResponseWriter, r *http.Request) {
	t := &task{url: "http://users/users/1"}
	t.wg.Add(1)
	tasks <- t
}

// event is handed over with a function that is called back.
type event struct {
	url    string
	finish func(error)
}

type bus struct {
	events chan event
	quit   chan struct{}
}

func (b *bus) run() {
	for {
		select {
		case e := <-b.events:
			b.handle(e)
		case <-b.quit:
			return
		}
	}
}

func (b *bus) handle(e event) {
	err := call(e.url)
	if e.finish != nil {
		e.finish(err)
	}
}

func (b *bus) wait(ctx context.Context, url string) error {
	failed := make(chan error, 1)
	select {
	case b.events <- event{url, func(err error) { failed <- err }}:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Second):
		return context.DeadlineExceeded
	}
}

func (b *bus) tell(url string, log func(error)) { b.events <- event{url, log} }

// question is a job behind an interface.
type question interface{ answer() }

type lookup struct {
	url   string
	reply chan<- string
}

func (l lookup) answer() {
	call(l.url) // want `GET /ask of jobkinds waits for users GET /users/\{id\}`
	l.reply <- "yes"
}

type notice struct{ url string }

func (n notice) answer() { call(n.url) }

var questions = make(chan question, 8)

func runQuestions() {
	for q := range questions {
		q.answer()
	}
}

func ask(w http.ResponseWriter, r *http.Request) {
	reply := make(chan string)
	questions <- lookup{"http://users/users/2", reply}
	w.Write([]byte(<-reply))
}

func notify(w http.ResponseWriter, r *http.Request) {
	questions <- notice{"http://payments/payments"}
}

// replies is a channel of channels.
var replies = make(chan chan string)

func runReplies() {
	for c := range replies {
		call("http://orders/orders/2") // want `GET /chan of jobkinds waits for orders GET /orders/\{id\}`
		c <- "done"
	}
}

func overChan(w http.ResponseWriter, r *http.Request) {
	c := make(chan string)
	replies <- c
	w.Write([]byte(<-c))
}

// many sends a job for each element and waits for all.
func (b *bus) many(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	for _, id := range r.URL.Query()["id"] {
		wg.Add(1)
		b.events <- event{"http://users/users/" + id, func(error) { wg.Done() }} // want `GET /many of jobkinds waits for users GET /users/\{id\}` `GET /many of jobkinds calls users GET /users/\{id\} once per element of a loop`
	}
	wg.Wait()
}

func main() {
	b := &bus{events: make(chan event), quit: make(chan struct{})}
	go b.run()
	go runQuestions()
	go runReplies()
	for range 3 {
		go runTasks()
	}
	http.HandleFunc("GET /grouped", grouped)
	http.HandleFunc("GET /ungrouped", ungrouped)
	http.HandleFunc("POST /event", func(w http.ResponseWriter, r *http.Request) {
		b.wait(r.Context(), "http://payments/payments") // want `POST /event of jobkinds waits for payments`
	})
	http.HandleFunc("GET /timeout", func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), time.Second)
		defer cancel()
		b.wait(ctx, "http://orders/orders/3") // want `GET /timeout of jobkinds waits for orders GET /orders/\{id\}`
	})
	http.HandleFunc("POST /tell", func(w http.ResponseWriter, r *http.Request) {
		b.tell("http://orders/orders", func(err error) { println(err) })
	})
	http.HandleFunc("POST /mute", func(w http.ResponseWriter, r *http.Request) {
		b.tell("http://orders/orders", nil)
	})
	http.HandleFunc("GET /ask", ask)
	http.HandleFunc("POST /notify", notify)
	http.HandleFunc("GET /chan", overChan)
	http.HandleFunc("GET /many", b.many)
	http.ListenAndServe(":8080", nil)
}
