package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// server is every host of a scenario at once: a forward proxy that answers instead of forwarding.
type server struct {
	world     *world
	servers   map[string]Server
	authority *authority
	listener  net.Listener

	mu       sync.Mutex
	command  int
	requests []Request
}

func newServer(w *world, servers map[string]Server, a *authority) (*server, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &server{world: w, servers: servers, authority: a, listener: listener, requests: []Request{}}
	go http.Serve(listener, s)
	return s, nil
}

func (s *server) url() string { return "http://" + s.listener.Addr().String() }

// ServeHTTP takes CONNECT, which opens a connection to a host by TLS, and requests with a whole URL.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodConnect {
		s.answer(w, r, "http", r.Host)
		return
	}
	connection, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer connection.Close()
	fmt.Fprint(connection, "HTTP/1.1 200 OK\r\n\r\n")
	host, port, _ := net.SplitHostPort(r.Host)
	shown := host
	if port != "443" {
		shown = r.Host
	}
	certificate, err := s.authority.certificate(host)
	if err != nil {
		return
	}
	secure := tls.Server(connection, &tls.Config{Certificates: []tls.Certificate{*certificate}})
	if err := secure.Handshake(); err != nil {
		// The other side does not trust the rig: that it came here is recorded all the same.
		s.record(Request{Scheme: "https", Host: shown, Kind: "connect"})
		return
	}
	reader := bufio.NewReader(secure)
	for {
		request, err := http.ReadRequest(reader)
		if err != nil {
			return
		}
		answer := newBuffered()
		s.answer(answer, request, "https", shown)
		if err := answer.writeTo(secure); err != nil {
			return
		}
	}
}

func (s *server) record(r Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	r.Command = s.command
	s.requests = append(s.requests, r)
}

func (s *server) answer(w http.ResponseWriter, r *http.Request, scheme, host string) {
	own, isKnown := s.servers[host]
	if !isKnown {
		own = Server{Kind: "origin"}
	}
	path := r.URL.EscapedPath()
	if decoded, err := url.PathUnescape(path); err == nil {
		path = decoded
	}
	asked := parseAsked(host, strings.TrimPrefix(path, own.Base), r.URL.RawQuery, own.Kind)
	status, body, header := s.respond(own, host, path, asked)
	shownPath := path
	if r.URL.RawQuery != "" {
		shownPath += "?" + r.URL.RawQuery
	}
	s.record(Request{
		Scheme: scheme, Host: host, Path: shownPath, Kind: asked.kind, Module: asked.module, Status: status,
		Credentials: r.Header.Get("Authorization") != "",
	})
	for name, value := range header {
		w.Header().Set(name, value)
	}
	w.WriteHeader(status)
	w.Write(body)
}

func (s *server) respond(own Server, host, path string, asked asked) (int, []byte, map[string]string) {
	forge := false
	for _, rule := range own.Rules {
		if rule.Kind != "" && rule.Kind != asked.kind || rule.Module != "" && rule.Module != asked.module {
			continue
		}
		if rule.StallMs > 0 {
			time.Sleep(time.Duration(rule.StallMs) * time.Millisecond)
		}
		if rule.Forge {
			forge = true
			break
		}
		if rule.Status == 0 {
			break
		}
		header := map[string]string{}
		if rule.Location != "" {
			header["Location"] = strings.ReplaceAll(rule.Location, "{path}", path)
		}
		return rule.Status, []byte(rule.Body), header
	}
	status, body := s.honest(own, host, asked, forge)
	return status, body, nil
}

func (s *server) honest(own Server, host string, asked asked, forge bool) (int, []byte) {
	switch asked.kind {
	case "supported":
		if own.SumDB != "" && asked.database == own.SumDB {
			return 200, nil
		}
	case "lookup", "tile":
		name := asked.database
		if own.Kind == "sumdb" {
			name = own.SumDB
		} else if name != own.SumDB {
			break
		}
		if body, ok := s.world.log(name).answer(asked); ok {
			return 200, body
		}
	case "go-get":
		return s.goImport(host, asked)
	case "list":
		list := []string{}
		for _, m := range s.world.modules {
			if m.Path == asked.module && (len(m.Hosts) == 0 || contains(m.Hosts, host)) {
				list = append(list, m.Version+"\n")
			}
		}
		if len(list) > 0 {
			return 200, []byte(strings.Join(list, ""))
		}
	case "info", "mod", "zip":
		m, ok := s.world.find(host, asked.module, asked.version)
		if !ok {
			break
		}
		switch asked.kind {
		case "info":
			body, _ := json.Marshal(map[string]string{"Version": m.Version, "Time": "2020-01-01T00:00:00Z"})
			return 200, body
		case "mod":
			return 200, []byte(m.goMod())
		}
		return 200, m.zip(forge)
	}
	return 404, []byte("not found\n")
}

// goImport answers ?go-get=1 as a site that serves its modules by the proxy protocol itself.
func (s *server) goImport(host string, asked asked) (int, []byte) {
	for _, m := range s.world.modules {
		if strings.HasPrefix(m.Path+"/", asked.module+"/") || strings.HasPrefix(asked.module+"/", m.Path+"/") {
			if len(m.Hosts) > 0 && !contains(m.Hosts, host) {
				continue
			}
			return 200, []byte(fmt.Sprintf(`<meta name="go-import" content="%s mod https://%s/origin">`, m.Path, host))
		}
	}
	return 404, []byte("not found\n")
}

// buffered holds an answer until it is known in full.
type buffered struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func newBuffered() *buffered { return &buffered{header: http.Header{}, status: 200} }

func (b *buffered) Header() http.Header         { return b.header }
func (b *buffered) WriteHeader(status int)      { b.status = status }
func (b *buffered) Write(p []byte) (int, error) { return b.body.Write(p) }

func (b *buffered) writeTo(w io.Writer) error {
	response := http.Response{
		StatusCode: b.status, ProtoMajor: 1, ProtoMinor: 1, Header: b.header,
		Body: io.NopCloser(&b.body), ContentLength: int64(b.body.Len()),
	}
	return response.Write(w)
}
