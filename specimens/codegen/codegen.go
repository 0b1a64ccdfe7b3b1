// Package codegen holds functions whose machine code answers what the whitepaper says about
// Go's compiler on arm64: its own comparison loop, and simple loops that a vectorising compiler
// would vectorise.
//
// It imports nothing, so the compiler translates it by itself in milliseconds.
package codegen

// CompareBytes is the whitepaper's loop, as printed in §2.1.
func CompareBytes(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// SumLoop adds up.
func SumLoop(values []int32) int32 {
	var sum int32
	for _, value := range values {
		sum += value
	}
	return sum
}

// XorLoop combines two slices element by element.
func XorLoop(into, with []byte) {
	if len(with) < len(into) {
		return
	}
	for i := range into {
		into[i] ^= with[i]
	}
}

// MaxLoop finds the largest element.
func MaxLoop(values []float32) float32 {
	var largest float32
	for _, value := range values {
		if value > largest {
			largest = value
		}
	}
	return largest
}

// CopyLoop copies element by element what copy() would copy at once.
func CopyLoop(into, from []uint32) {
	if len(from) < len(into) {
		return
	}
	for i := range into {
		into[i] = from[i]
	}
}

// ScaleLoop multiplies and adds: the textbook case.
func ScaleLoop(y, x []float32, a float32) {
	if len(x) < len(y) {
		return
	}
	for i := range y {
		y[i] = a*x[i] + y[i]
	}
}

// TenArguments uses every argument with a different weight, so that none can be left out.
func TenArguments(a, b, c, d, e, f, g, h, i, j int) int {
	return a + 2*b + 3*c + 5*d + 7*e + 11*f + 13*g + 17*h + 19*i + 23*j
}

// KeepsAcrossCall needs its arguments again after each call, which a convention with registers
// that the callee saves would keep in such registers.
func KeepsAcrossCall(a, b, c, d int, f func(int) int) int {
	one := f(a)
	two := f(b)
	return one*c + two*d + a*b + one*two
}
