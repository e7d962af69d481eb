package main

import (
	"net/http"
	"plugin"
	"reflect"
)

// reflected calls what is not seen: that is told, and no finding.
func reflected(w http.ResponseWriter, r *http.Request) {
	reflect.ValueOf(&place{}).MethodByName("Send").Call(nil)
	p, err := plugin.Open("refund.so")
	if err != nil {
		return
	}
	refund, err := p.Lookup("Refund")
	if err != nil {
		return
	}
	refund.(func())()
}

// Send would be called by its name.
func (p *place) Send() { http.Get("http://orders/orders/" + p.order) }
