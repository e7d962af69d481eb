// Streams: opening one is the call, not each message on it.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"libcases/streams/shoppb"
)

type server struct{ payments shoppb.PaymentsClient }

// watch receives until the stream ends: one call.
func (s *server) watch(w http.ResponseWriter, r *http.Request) {
	stream, err := s.payments.Watch(r.Context(), &shoppb.Amount{}) // want `GET /watch of streams waits for payments shop.Payments/Watch`
	if err != nil {
		return
	}
	for {
		receipt, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			log.Print(err)
			return
		}
		io.WriteString(w, receipt.GetId())
	}
}

// upload sends in a loop over data: one call.
func (s *server) upload(w http.ResponseWriter, r *http.Request) {
	stream, err := s.payments.Upload(r.Context()) // want `POST /upload of streams waits for payments shop.Payments/Upload`
	if err != nil {
		return
	}
	for i := range r.URL.Query()["cents"] {
		if err := stream.Send(&shoppb.Amount{Cents: int64(i)}); err != nil {
			return
		}
	}
	if _, err := stream.CloseAndRecv(); err != nil {
		log.Print(err)
	}
}

// settle sends on one goroutine and receives on another.
func (s *server) settle(w http.ResponseWriter, r *http.Request) {
	stream, err := s.payments.Settle(r.Context()) // want `POST /settle of streams waits for payments shop.Payments/Settle`
	if err != nil {
		return
	}
	done := make(chan error, 1)
	go func() {
		for {
			if _, err := stream.Recv(); err != nil {
				done <- err
				return
			}
		}
	}()
	for i := range 10 {
		stream.Send(&shoppb.Amount{Cents: int64(i)})
	}
	stream.CloseSend()
	<-done
}

// each opens a stream per element: that is a call in a loop.
func (s *server) each(w http.ResponseWriter, r *http.Request) {
	for range r.URL.Query()["id"] {
		s.charge(r.Context())
	}
}

func (s *server) charge(ctx context.Context) {
	s.payments.Charge(ctx, &shoppb.Amount{Cents: 1}) // want `GET /each of streams waits for payments shop.Payments/Charge` `GET /each of streams calls payments shop.Payments/Charge once per element of a loop`
}

// feed is what this service streams itself, asking another service for
// each message that it receives.
type feed struct {
	shoppb.UnimplementedLedgerServer
	orders string
}

func (f *feed) Book(stream grpc.BidiStreamingServer[shoppb.Amount, shoppb.Receipt]) error {
	for {
		a, err := stream.Recv()
		if err != nil {
			return err
		}
		resp, err := http.Get(f.orders + "/orders/1") // want `shop.Ledger/Book of streams waits for orders GET /orders/\{id\}` `shop.Ledger/Book of streams calls orders GET /orders/\{id\} once per turn of a loop`
		if err != nil {
			return err
		}
		resp.Body.Close()
		if err := stream.Send(&shoppb.Receipt{Id: a.String()}); err != nil {
			return err
		}
	}
}

func main() {
	conn, err := grpc.NewClient(os.Getenv("PAYMENTS_URL"), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	s := &server{payments: shoppb.NewPaymentsClient(conn)}
	http.HandleFunc("GET /watch", s.watch)
	http.HandleFunc("POST /upload", s.upload)
	http.HandleFunc("POST /settle", s.settle)
	http.HandleFunc("GET /each", s.each)
	go http.ListenAndServe(":8080", nil)

	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	g := grpc.NewServer()
	shoppb.RegisterLedgerServer(g, &feed{orders: "http://orders"})
	log.Fatal(g.Serve(lis))
}
