// Tls sends megabytes over TLS 1.2 with AES-128-GCM, from one end of a connection in memory to the other,
// and reports what that took. It is built by Go 1.17 as well.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"flag"
	"fmt"
	"io"
	"math/big"
	"net"
	"os"
	"time"
)

func main() {
	megabytes := flag.Int("megabytes", 64, "how many are sent")
	flag.Parse()
	took, err := send(*megabytes << 20)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("BenchmarkTLS %d %.1f ns/op %.2f MB/s\n", *megabytes,
		float64(took.Nanoseconds())/float64(*megabytes), float64(*megabytes<<20)/1e6/took.Seconds())
}

func send(size int) (time.Duration, error) {
	certificate, err := selfSigned()
	if err != nil {
		return 0, err
	}
	near, far := net.Pipe()
	suites := []uint16{tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256}
	sender := tls.Server(near, &tls.Config{Certificates: []tls.Certificate{certificate}, MaxVersion: tls.VersionTLS12, CipherSuites: suites})
	receiver := tls.Client(far, &tls.Config{InsecureSkipVerify: true, MaxVersion: tls.VersionTLS12, CipherSuites: suites})
	failed := make(chan error, 1)
	go func() {
		piece := make([]byte, 64<<10)
		for sent := 0; sent < size; sent += len(piece) {
			if _, err := sender.Write(piece); err != nil {
				failed <- err
				return
			}
		}
		failed <- sender.Close()
	}()
	if err := receiver.Handshake(); err != nil {
		return 0, err
	}
	if suite := receiver.ConnectionState().CipherSuite; suite != suites[0] {
		return 0, fmt.Errorf("the connection uses %s", tls.CipherSuiteName(suite))
	}
	start := time.Now()
	got, err := io.Copy(io.Discard, receiver)
	took := time.Since(start)
	if err != nil {
		return 0, err
	}
	if got != int64(size) {
		return 0, fmt.Errorf("%d bytes of %d came", got, size)
	}
	return took, <-failed
}

// The connection is with ourselves: nobody has to vouch for it.
func selfSigned() (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	bytes, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	return tls.Certificate{Certificate: [][]byte{bytes}, PrivateKey: key}, err
}
