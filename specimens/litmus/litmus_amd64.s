#include "textflag.h"

// func storeStore(first, second *uint32, value uint32)
TEXT ·storeStore(SB), NOSPLIT, $0-20
	MOVQ first+0(FP), AX
	MOVQ second+8(FP), BX
	MOVL value+16(FP), CX
	MOVL CX, (AX)
	MOVL CX, (BX)
	RET

// func loadLoad(first, second *uint32) (one, other uint32)
TEXT ·loadLoad(SB), NOSPLIT, $0-24
	MOVQ first+0(FP), AX
	MOVQ second+8(FP), BX
	MOVL (AX), CX
	MOVL (BX), DX
	MOVL CX, one+16(FP)
	MOVL DX, other+20(FP)
	RET

// func storeLoad(mine, theirs *uint32, value uint32) uint32
TEXT ·storeLoad(SB), NOSPLIT, $0-28
	MOVQ mine+0(FP), AX
	MOVQ theirs+8(FP), BX
	MOVL value+16(FP), CX
	MOVL CX, (AX)
	MOVL (BX), DX
	MOVL DX, ret+24(FP)
	RET
