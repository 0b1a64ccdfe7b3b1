#include "textflag.h"

// func storeStore(first, second *uint32, value uint32)
TEXT ·storeStore(SB), NOSPLIT, $0-20
	MOVD first+0(FP), R0
	MOVD second+8(FP), R1
	MOVWU value+16(FP), R2
	MOVW R2, (R0)
	MOVW R2, (R1)
	RET

// func loadLoad(first, second *uint32) (one, other uint32)
TEXT ·loadLoad(SB), NOSPLIT, $0-24
	MOVD first+0(FP), R0
	MOVD second+8(FP), R1
	MOVWU (R0), R2
	MOVWU (R1), R3
	MOVW R2, one+16(FP)
	MOVW R3, other+20(FP)
	RET

// func storeLoad(mine, theirs *uint32, value uint32) uint32
TEXT ·storeLoad(SB), NOSPLIT, $0-28
	MOVD mine+0(FP), R0
	MOVD theirs+8(FP), R1
	MOVWU value+16(FP), R2
	MOVW R2, (R0)
	MOVWU (R1), R3
	MOVW R3, ret+24(FP)
	RET
