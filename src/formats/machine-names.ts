/** Go's name for what kernels, Node and `uname -m` call an architecture. */
const NAMES: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  x64: 'amd64',
  i386: '386',
  i686: '386',
  ia32: '386',
  aarch64: 'arm64',
  armv6l: 'arm',
  armv7l: 'arm',
  armv8l: 'arm64', // a 64-bit kernel, as a 32-bit process sees it
};

/** The 32-bit architecture whose programs a 64-bit processor runs as well. */
const NARROW: Readonly<Record<string, string>> = { amd64: '386', arm64: 'arm' };

export function goArchitecture(name: string): string {
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name;
}

/** Whether programs of it also run on processors of another name. */
export function isNarrow(architecture: string): boolean {
  return Object.values(NARROW).includes(architecture);
}

/** Whether a kernel runs programs of that architecture without translating them. */
export function runsNatively(program: string, kernel: string): boolean {
  return program === kernel || NARROW[kernel] === program;
}
