/**
 * Inspections on a terminal: one file in full, with its witnesses and where each was found; of
 * several, a line each, and in full what contradicts itself or could not be read.
 *
 * @module
 */

import type { InspectedSlice, Inspection, NativeVerdict } from '../../model/inspection.ts';
import type { Standing } from '../../model/report.ts';
import type { Text } from '../../model/text.ts';
import { WITNESS_NAMES } from '../../model/witness-names.ts';
import type { Rendering } from '../rendering.ts';
import { ink } from '../terminal/ink.ts';
import { Page } from '../terminal/page.ts';
import { harmlessLine } from '../untrusted.ts';
import { columnsOf, pad } from '../width.ts';

const VERDICT_WORDS: Readonly<
  Record<NativeVerdict, { readonly symbol: string; readonly standing: Standing; readonly zh: string }>
> = {
  'native-arm64': { symbol: '✓', standing: 'confirmed', zh: '原生 arm64' },
  'not-arm64': { symbol: '–', standing: 'inconclusive', zh: '非 arm64' },
  mixed: { symbol: '✓', standing: 'confirmed', zh: '含 arm64 及其他架构' },
  misrepresented: { symbol: '✗', standing: 'refuted', zh: '名不副实' },
  unreadable: { symbol: '✗', standing: 'refuted', zh: '不可读' },
};

/** `wordy`: every file in full, however many there are. */
export function inspectionPages(
  inspections: readonly Inspection[],
  { language, columns, colour }: Rendering,
  wordy = false,
): string {
  if (inspections.length === 0) return '';
  const page = new Page(columns, ink(colour), language);
  const inFull = wordy || inspections.length === 1;
  inspections.forEach((inspection, index) => {
    const isOdd = ['misrepresented', 'unreadable'].includes(inspection.native.verdict);
    if (inFull || isOdd) {
      if (inFull && index > 0) page.blank();
      writeInspection(page, inspection);
    } else page.text(summaryOf(inspection), '', mark(page, inspection.native.verdict));
  });
  if (inspections.length > 1) writeCounts(page, inspections);
  return page.toString();
}

function mark(page: Page, verdict: NativeVerdict): string {
  const { symbol, standing, zh } = VERDICT_WORDS[verdict];
  return `${page.ink.standing(standing, `${symbol} ${page.say(verdict, zh)}`)}  `;
}

function summaryOf({ path, slices }: Inspection): string {
  const facts = slices.map(({ go, cpuFloor, libc }) =>
    [
      go?.version,
      cpuFloor && [cpuFloor.level, ...cpuFloor.features].join('+'),
      libc?.floor === undefined ? undefined : `${libc.kind} ${libc.floor}`,
    ]
      .filter((fact) => fact !== undefined)
      .join(', '),
  );
  const told = facts.filter((fact) => fact !== '').join(' | ');
  return told === '' ? path : `${path}  (${told})`;
}

function writeInspection(page: Page, inspection: Inspection): void {
  const { native, slices } = inspection;
  page.text(inspection.path, '', mark(page, native.verdict));
  page.text(native.because[page.language], '  ');
  for (const slice of slices) writeSlice(page, inspection, slice);
}

function writeSlice(page: Page, { format, slices }: Inspection, slice: InspectedSlice): void {
  const { language } = page;
  const several = slices.length > 1;
  const size = `${slice.sizeBytes.toLocaleString('en')} ${page.say('bytes', '字节')}`;
  const place = several
    ? page.say(` at 0x${slice.offset.toString(16)}`, `，位于 0x${slice.offset.toString(16)}`)
    : '';
  if (several) page.blank();
  page.text(`${FORMAT_NAMES[format] ?? format} ${slice.arch}${page.say(', ', '，')}${size}${place}`, '  ');
  if (several) page.text(slice.native.because[language], '  ', mark(page, slice.native.verdict));
  writeWitnesses(page, slice);
  for (const [label, text] of properties(slice)) {
    const name = page.say(label.en, label.zh);
    page.text(text[language], '  ', page.ink.faint(pad(name, LABEL)));
  }
  for (const note of slice.notes) page.text(note[language], '  ', '! ');
  for (const { part, message } of slice.problems) page.text(`${part}: ${message}`, '  ', '! ');
}

const FORMAT_NAMES: Readonly<Record<string, string>> = {
  elf: 'ELF',
  'mach-o': 'Mach-O',
  'mach-o-fat': 'Mach-O',
  pe: 'PE',
  ar: 'ar',
};

const LABEL = 13;

function writeWitnesses(page: Page, { native }: InspectedSlice): void {
  const named = native.witnesses.map((witness) => ({
    ...witness,
    shown: WITNESS_NAMES[witness.name][page.language],
  }));
  const width = Math.max(0, ...named.map(({ shown }) => columnsOf(shown)));
  for (const { shown, speaksFor, offset, detail } of named) {
    const sign = { arm64: '+', other: '-', silent: '·' }[speaksFor];
    const place =
      offset === undefined ? '' : page.say(` (at 0x${offset.toString(16)})`, `（0x${offset.toString(16)}）`);
    page.text(`${detail[page.language]}${place}`, '    ', `${sign} ${pad(shown, width)}  `);
  }
}

function properties(slice: InspectedSlice): (readonly [label: Text, text: Text])[] {
  const told: (readonly [Text, Text])[] = [];
  const tell = (en: string, zh: string, text: Text): void => {
    told.push([{ en, zh }, text]);
  };
  const { go, cpuFloor, libc, macos, signature } = slice;
  if (go) tell('Go', 'Go', goWords(go));
  if (cpuFloor) tell('CPU floor', '最低 CPU', cpuWords(slice, cpuFloor));
  if (slice.goarm64Holds) tell('GOARM64', 'GOARM64', slice.goarm64Holds.because);
  if (libc) tell('C library', 'C 库', libc.because);
  if (slice.needed.length > 0)
    tell(
      'needs',
      '依赖库',
      same([...slice.needed, ...slice.searchPaths.map((path) => `(${path})`)].join(' ')),
    );
  tell(
    'page sizes',
    '页大小',
    slice.pageSizes.length > 0
      ? same(slice.pageSizes.map((size) => `${size / 1024} KiB`).join(', '))
      : { en: 'it loads with pages of no usual size', zh: '任何常见页大小均无法加载' },
  );
  for (const verdict of macos?.verdicts ?? []) tell('macOS', 'macOS', verdict);
  if (signature) tell('signature', '代码签名', signature.because);
  tell(
    'symbols',
    '符号表',
    slice.stripped ? { en: 'stripped', zh: '已去除' } : { en: 'has a symbol table', zh: '有符号表' },
  );
  return told;
}

function goWords({
  version,
  evidence,
  path,
  main,
  deps,
  settings,
  functions,
}: NonNullable<InspectedSlice['go']>): Text {
  const facts = [
    version ?? '',
    main && main.path !== path
      ? `${path ?? ''} (${main.path}@${main.version})`
      : path && main
        ? `${path}@${main.version}`
        : (path ?? ''),
    ...['GOOS', 'GOARM64', 'CGO_ENABLED', '-trimpath', '-ldflags', '-buildmode', 'vcs.revision']
      .filter((key) => settings[key] !== undefined && settings[key] !== '')
      .map((key) => `${key}=${settings[key] ?? ''}`),
  ].filter((fact) => fact !== '');
  const from: Text =
    evidence === 'build information'
      ? same('')
      : {
          en: ` (from the ${evidence}; no build information)`,
          zh: `（来自${WITNESS_NAMES[evidence].zh}；无构建信息）`,
        };
  const counts: Text = {
    en: [
      deps.length > 0 ? `${deps.length} modules` : '',
      functions === undefined ? '' : `${functions.toLocaleString('en')} functions`,
    ]
      .filter((words) => words !== '')
      .join(', '),
    zh: [
      deps.length > 0 ? `${deps.length} 个模块` : '',
      functions === undefined ? '' : `${functions.toLocaleString('en')} 个函数`,
    ]
      .filter((words) => words !== '')
      .join('，'),
  };
  return {
    en: [...facts, counts.en].filter((words) => words !== '').join(', ') + from.en,
    zh: [...facts, counts.zh].filter((words) => words !== '').join('，') + from.zh,
  };
}

function cpuWords({ atomics }: InspectedSlice, floor: NonNullable<InspectedSlice['cpuFloor']>): Text {
  const { level, features, at, guarded, machines } = floor;
  const beyond = features.length > 0 ? ` + ${features.join(', ')}` : '';
  const [first] = at;
  const place = first
    ? ` (${first.feature}${first.function === undefined ? '' : ` in ${first.function}`} at 0x${first.address.toString(16)})`
    : '';
  const refusing = machines.filter(({ starts }) => !starts).map(({ name }) => name);
  const used = guarded.length > 0 ? guarded.join(', ') : '';
  return {
    en: [
      `Arm${level}-a${beyond}${place}`,
      refusing.length === 0
        ? `starts on all ${machines.length} machines of the table`
        : `not on ${refusing.join(', ')}`,
      used === '' ? '' : `used where a test finds it: ${used}`,
      `LSE atomics: ${atomics ?? 'none'}`,
    ]
      .filter((words) => words !== '')
      .join('; '),
    zh: [
      `Arm${level}-a${beyond}${place}`,
      refusing.length === 0 ? `表中 ${machines.length} 种机型均可启动` : `不可用于 ${refusing.join('、')}`,
      used === '' ? '' : `经检测后才使用：${used}`,
      `LSE 原子指令：${atomics ?? 'none'}`,
    ]
      .filter((words) => words !== '')
      .join('；'),
  };
}

function same(words: string): Text {
  return { en: words, zh: words };
}

function writeCounts(page: Page, inspections: readonly Inspection[]): void {
  const counts = Object.entries(VERDICT_WORDS)
    .map(([verdict, { zh }]) => ({
      word: page.say(verdict, zh),
      count: inspections.filter(({ native }) => native.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0);
  page.blank();
  page.heading(
    harmlessLine(
      `${page.say(`${inspections.length} binaries: `, `共 ${inspections.length} 个二进制文件：`)}${counts.map(({ word, count }) => `${count} ${word}`).join(page.say(', ', '，'))}`,
    ),
  );
}
