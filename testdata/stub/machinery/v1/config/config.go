// Package config stands for the package of this name.
package config

type Config struct{ Broker, ResultBackend string }
