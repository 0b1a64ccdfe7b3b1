/**
 * What the bits of AT_HWCAP and AT_HWCAP2 mean on arm64, in the words of /proc/cpuinfo.
 *
 * The auxiliary vector is what a Go program goes by, and under a translator it differs from
 * /proc/cpuinfo, which may still be the host's.
 *
 * Source: Linux arch/arm64/include/uapi/asm/hwcap.h and kernel/cpuinfo.c, as of 2026.
 *
 * @module
 */

const HWCAP = words(`
  fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm jscvt fcma lrcpc
  dcpop sha3 sm3 sm4 asimddp sha512 sve asimdfhm dit uscat ilrcpc flagm ssbs sb paca pacg
  gcs cmpbr fprcvt f8mm8 f8mm4 svef16mm sveeltperm sveaes2 svebfscale sve2p2 sme2p2 smesbitperm
  smeaes smesfexpa smestmop smesmop4`);

const HWCAP2 = words(`
  dcpodp sve2 sveaes svepmull svebitperm svesha3 svesm4 flagm2 frint svei8mm svef32mm svef64mm
  svebf16 i8mm bf16 dgh rng bti mte ecv afp rpres mte3 sme smei16i64 smef64f64 smei8i32 smef16f32
  smeb16f32 smef32f32 smefa64 wfxt ebf16 sveebf16 cssc rprfm sve2p1 sme2 sme2p1 smei16i32
  smebi32i32 smeb16b16 smef16f16 mops hbc sveb16b16 lrcpc3 lse128 fpmr lut faminmax f8cvt f8fma
  f8dp4 f8dp2 f8e4m3 f8e5m2 smelutv2 smef8f16 smef8f32 smesf8fma smesf8dp4 smesf8dp2 poe`);

/** Names of the bits that are set, sorted; a bit without a name is "hwcap-bit-48" or "hwcap2-bit-63". */
export function hwcapNames(hwcap: bigint, hwcap2 = 0n): string[] {
  return [...named(hwcap, HWCAP, 'hwcap'), ...named(hwcap2, HWCAP2, 'hwcap2')].toSorted();
}

function named(bits: bigint, names: readonly string[], word: string): string[] {
  return Array.from({ length: 64 }, (_, bit) => bit)
    .filter((bit) => (bits >> BigInt(bit)) & 1n)
    .map((bit) => names[bit] ?? `${word}-bit-${bit}`);
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
