//go:build large

package main

import (
	"compress/bzip2"
	"compress/gzip"
	"debug/dwarf"
	"encoding/asn1"
	"encoding/xml"
	"go/format"
	"image/jpeg"
	"image/png"
	"math/big"
	"regexp"
	"text/template"
)

// None is called, and what they call is linked all the same. Packages that do little when they are
// initialised, so that a start of this program touches hardly more than one of the small one.
var untouched = []func(){
	func() { bzip2.NewReader(nil) },
	func() { gzip.NewReader(nil) },
	func() { dwarf.New(nil, nil, nil, nil, nil, nil, nil, nil) },
	func() { asn1.Marshal(nil) },
	func() { xml.Unmarshal(nil, new(int)) },
	func() { format.Source(nil) },
	func() { jpeg.Decode(nil) },
	func() { png.Decode(nil) },
	func() { new(big.Int).ProbablyPrime(20) },
	func() { regexp.MustCompile("") },
	func() { template.New("").Parse("") },
}
