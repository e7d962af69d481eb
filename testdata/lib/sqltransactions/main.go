// Calls within transactions: of gorm, pgx, the MongoDB driver and Redis, and of a helper
// that the program wrote for sqlx.
package main

import (
	"context"
	"log"
	"net/http"

	pgxold "github.com/jackc/pgx/v4"
	"github.com/jackc/pgx/v5"
	"github.com/jmoiron/sqlx"
	"github.com/redis/go-redis/v9"
	"go.mongodb.org/mongo-driver/mongo"
	"gorm.io/gorm"
)

type order struct {
	ID   string
	User string
}

type store struct {
	gorm  *gorm.DB
	pgx   *pgx.Conn
	sqlx  *sqlx.DB
	mongo *mongo.Client
	old   *pgxold.Conn
	redis *redis.Client
}

func get(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (s *store) place(w http.ResponseWriter, r *http.Request) {
	err := s.gorm.WithContext(r.Context()).Transaction(func(tx *gorm.DB) error {
		if err := tx.Create(&order{ID: "1"}).Error; err != nil {
			return err
		}
		return get(r.Context(), "http://users/users/1") // want `POST /place of sqltransactions waits for users GET /users/\{id\}`
	})
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

// batches calls once a batch.
func (s *store) batches(w http.ResponseWriter, r *http.Request) {
	var orders []order
	s.gorm.Scopes(func(db *gorm.DB) *gorm.DB { return db.Where("open") }).FindInBatches(&orders, 100, func(tx *gorm.DB, batch int) error {
		return get(r.Context(), "http://orders/orders/batch") // want `GET /batches of sqltransactions waits for orders GET /orders/\{id\}`
	})
}

// collect calls once a row.
func (s *store) collect(w http.ResponseWriter, r *http.Request) {
	pgx.BeginTxFunc(r.Context(), s.pgx, pgx.TxOptions{}, func(tx pgx.Tx) error {
		rows, err := tx.Query(r.Context(), "select id from orders")
		if err != nil {
			return err
		}
		_, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (order, error) {
			var o order
			if err := row.Scan(&o.ID); err != nil {
				return o, err
			}
			return o, get(r.Context(), "http://orders/orders/"+o.ID) // want `GET /collect of sqltransactions waits for orders GET /orders/\{id\}` `GET /collect of sqltransactions calls orders GET /orders/\{id\} once per element of a loop`
		})
		return err
	})
}

// withTx is a helper as programs that use sqlx have it.
func (s *store) withTx(ctx context.Context, fn func(*sqlx.Tx) error) error {
	tx, err := s.sqlx.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *store) audit(w http.ResponseWriter, r *http.Request) {
	s.withTx(r.Context(), func(tx *sqlx.Tx) error {
		return get(r.Context(), "http://users/users/audit") // want `GET /audit of sqltransactions waits for users GET /users/\{id\}`
	})
}

func (s *store) documents(w http.ResponseWriter, r *http.Request) {
	session, err := s.mongo.StartSession()
	if err != nil {
		return
	}
	defer session.EndSession(r.Context())
	_, err = session.WithTransaction(r.Context(), func(ctx mongo.SessionContext) (any, error) {
		return nil, get(ctx, "http://orders/orders/document") // want `GET /documents of sqltransactions waits for orders GET /orders/\{id\}`
	})
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
	s.mongo.UseSession(r.Context(), func(ctx mongo.SessionContext) error {
		return get(ctx, "http://users/users/session") // want `GET /documents of sqltransactions waits for users GET /users/\{id\}`
	})
}

// sessions are made by the driver, or by the program.
func (s *store) sessions(w http.ResponseWriter, r *http.Request) {
	s.mongo.UseSessionWithOptions(r.Context(), nil, func(ctx mongo.SessionContext) error {
		return get(ctx, "http://users/users/options") // want `GET /sessions of sqltransactions waits for users GET /users/\{id\}`
	})
	session, err := s.mongo.StartSession()
	if err != nil {
		return
	}
	mongo.WithSession(r.Context(), session, func(ctx mongo.SessionContext) error {
		return get(ctx, "http://orders/orders/session") // want `GET /sessions of sqltransactions waits for orders GET /orders/\{id\}`
	})
}

func (s *store) watched(w http.ResponseWriter, r *http.Request) {
	s.redis.Watch(r.Context(), func(tx *redis.Tx) error {
		_, err := tx.TxPipelined(r.Context(), func(p redis.Pipeliner) error {
			p.Incr(r.Context(), "orders")
			return get(r.Context(), "http://orders/orders/watched") // want `GET /watched of sqltransactions waits for orders GET /orders/\{id\}`
		})
		return err
	}, "orders")
}

// plain only reads and writes the databases.
func (s *store) plain(w http.ResponseWriter, r *http.Request) {
	s.gorm.Transaction(func(tx *gorm.DB) error { return tx.Save(&order{ID: "1"}).Error })
	s.redis.Pipelined(r.Context(), func(p redis.Pipeliner) error { return p.Del(r.Context(), "orders").Err() })
}

func main() {
	db, err := gorm.Open(nil, &gorm.Config{})
	if err != nil {
		log.Fatal(err)
	}
	s := &store{gorm: db, redis: redis.NewClient(&redis.Options{Addr: "redis:6379"})}
	if s.mongo, err = mongo.Connect(context.Background()); err != nil {
		log.Fatal(err)
	}
	if s.pgx, err = pgx.Connect(context.Background(), "postgres://db"); err != nil {
		log.Fatal(err)
	}
	if s.old, err = pgxold.Connect(context.Background(), "postgres://old"); err != nil {
		log.Fatal(err)
	}
	s.sqlx = sqlx.MustConnect("pgx", "postgres://db")
	http.HandleFunc("POST /place", s.place)
	http.HandleFunc("GET /batches", s.batches)
	http.HandleFunc("GET /collect", s.collect)
	http.HandleFunc("GET /audit", s.audit)
	http.HandleFunc("GET /documents", s.documents)
	http.HandleFunc("GET /sessions", s.sessions)
	http.HandleFunc("GET /rows", s.rows)
	http.HandleFunc("GET /older", s.older)
	http.HandleFunc("GET /watched", s.watched)
	http.HandleFunc("GET /plain", s.plain)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
