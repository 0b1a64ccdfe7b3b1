/**
 * The text of Linux's /proc/cpuinfo, as arm64 and x86 kernels write it.
 *
 * One block of "key : value" lines per core, blocks parted by blank lines. Cores may differ
 * (big.LITTLE), so features come back as those that every core has.
 *
 * @module
 */

export interface CpuinfoCore {
  readonly processor: number;
  /** "0x41", arm64 only. */
  readonly implementer: string | undefined;
  /** "0xd0c", arm64 only; 0x0 in some virtual machines. */
  readonly part: string | undefined;
  /** x86: "model name". */
  readonly model: string | undefined;
  readonly features: readonly string[];
}

export function cpuinfoCores(text: string): CpuinfoCore[] {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const values = new Map(
      [...block.matchAll(/^([^:\n\r\u2028\u2029]+):(.*)$/gm)].map(
        ([, key = '', value = '']) => [key.trim(), value.trim()] as const,
      ),
    );
    const processor = values.get('processor');
    if (processor === undefined || !/^\d+$/.test(processor)) return [];
    const features = values.get('Features') ?? values.get('flags') ?? '';
    return [
      {
        processor: Number(processor),
        implementer: values.get('CPU implementer'),
        part: values.get('CPU part'),
        model: values.get('model name'),
        features: features.split(/\s+/).filter((word) => word !== ''),
      },
    ];
  });
}

/** The features that all cores have, sorted. */
export function sharedFeatures(cores: readonly CpuinfoCore[]): string[] {
  const [first, ...rest] = cores.map(({ features }) => new Set(features));
  if (!first) return [];
  return [...first].filter((feature) => rest.every((core) => core.has(feature))).toSorted();
}
