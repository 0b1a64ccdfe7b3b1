/**
 * report.html: the whole paper in one file. No script, no request, both languages; language and
 * filters are radio buttons and checkboxes that the style sheet listens to.
 *
 * @module
 */

import type { Chapter, Report } from '../../model/report.ts';
import type { Text } from '../../model/text.ts';
import type { Rendering } from '../rendering.ts';
import {
  chapterCounts,
  chaptersOf,
  chapterTitle,
  countWords,
  headline,
  INTERRUPTED,
  lede,
  statementCounts,
  titleOf,
} from '../summary.ts';
import { SIGNS } from '../words.ts';
import { chapter, chapterAnchor } from './chapter.ts';
import { command } from './finding.ts';
import { gapList } from './gap-list.ts';
import { layout } from './layout.ts';
import { LARGEST_PAGE, leastSize, LIMITS, shortened, type Limits } from './limits.ts';
import { anchor, both, bothWithCode, escape, sign, type Html } from './markup.ts';
import { provenance } from './provenance.ts';
import { STYLES } from './styles.ts';

export function html(report: Report, rendering: Rendering): string {
  for (const [index, limits] of LIMITS.entries()) {
    const isLast = index === LIMITS.length - 1;
    if (!isLast && leastSize(report, limits) > LARGEST_PAGE) continue;
    const whole =
      index === 0
        ? page(report, rendering, limits)
        : page(shortened(report, limits.longest), rendering, limits, SHORTENED);
    if (isLast || new TextEncoder().encode(whole).length <= LARGEST_PAGE) return whole;
  }
  throw new TypeError('the last of the limits was not tried');
}

const SHORTENED: Text = {
  en: 'This page was shortened to stay below 2 MB: long texts are cut and sources left out. report.json has everything.',
  zh: '为使本页小于 2 MB，已截短长文本并略去部分来源；report.json 载有全部内容。',
};

function page(report: Report, { language }: Rendering, limits: Limits, notice?: Text): Html {
  const items = layout(report);
  const chapters = chaptersOf(report);
  const notices = [...(notice ? [notice] : []), ...(report.run.complete ? [] : [INTERRUPTED])];
  const body = [
    `<a class="skip" href="#paper">${both({ en: 'To the paper', zh: '跳到正文' })}</a>`,
    bar(language),
    `<main id="paper" tabindex="-1">`,
    `<h1>${both(titleOf(report))}</h1>`,
    `<p class="meta">${both({ en: headline(report, 'en'), zh: headline(report, 'zh') })}</p>`,
    provenance(report),
    ...[...notices, ...report.run.warnings].map((said) => `<p class="notice">${both(said)}</p>`),
    countTiles(report),
    `<p class="lede">${both(lede(report))}</p>`,
    mends(report),
    gapList(report),
    contents(chapters, report),
    ...chapters.map((one) => chapter(one, report.findings, items.get(one.id) ?? [], limits)),
    `</main>`,
    foot(report),
  ];
  const title = `${titleOf(report)[language]} — goassay`;
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>${STYLES}</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

const FILTERS: readonly (readonly [id: string, label: Text])[] = [
  ['show-refuted', SIGNS.refuted.word],
  ['show-confirmed', SIGNS.confirmed.word],
  ['show-inconclusive', SIGNS.inconclusive.word],
  ['show-not-applicable', SIGNS['not-applicable'].word],
  ['show-open', { en: 'not answered', zh: '未回答' }],
];

/** Hidden, but for the style sheet: without it the controls would do nothing. */
function bar(language: Rendering['language']): Html {
  const languages = (
    [
      ['en', 'English', 'en'],
      ['zh', '中文', 'zh-CN'],
    ] as const
  ).map(
    ([id, name, lang]) =>
      `<label lang="${lang}"><input type="radio" name="lang" id="lang-${id}"${id === language ? ' checked' : ''}>${name}</label>`,
  );
  const filters = FILTERS.map(
    ([id, label]) => `<label><input type="checkbox" id="${id}" checked><span>${both(label)}</span></label>`,
  );
  const mine = `<label><input type="checkbox" id="only-mine"><span>${both({ en: 'only what I can act on', zh: '仅看我可处理的' })}</span></label>`;
  return `<header class="bar"><strong>goassay</strong><fieldset hidden><legend>${both({ en: 'Language', zh: '语言' })}</legend>${languages.join('')}</fieldset><fieldset hidden><legend>${both({ en: 'Show', zh: '显示' })}</legend>${filters.join('')}${mine}</fieldset></header>`;
}

/** Every standing with its count; they add up to the paper's statements. */
function countTiles(report: Report): Html {
  const tiles = statementCounts(report).map(
    ([standing, count]) =>
      `<li class="${standing}"><b>${count}</b> <span>${sign(standing)} ${both(SIGNS[standing].word)}</span></li>`,
  );
  return `<ul class="counts">${tiles.join('')}</ul>`;
}

function mends({ mends: list }: Report): Html {
  if (list.length === 0) return '';
  const items = list.map(
    ({ text, command: words, finding }) =>
      `<li>${bothWithCode(text)} <a href="#${anchor(finding)}">${escape(finding, 80)}</a>${command(words)}</li>`,
  );
  return `<section class="mend" aria-labelledby="to-do"><h2 id="to-do">${both({ en: 'What to do on this machine', zh: '本机该做什么' })}</h2><ol>${items.join('')}</ol></section>`;
}

function contents(chapters: readonly Chapter[], { findings }: Report): Html {
  if (chapters.length < 2) return '';
  const items = chapters.map(
    (one) =>
      `<li><a href="#${chapterAnchor(one.id)}">${both(chapterTitle(one))}</a> <small>${both(countWords(chapterCounts(one, findings)))}</small></li>`,
  );
  return `<nav class="toc" aria-labelledby="contents"><h2 id="contents">${both({ en: 'Contents', zh: '目录' })}</h2><ul>${items.join('')}</ul></nav>`;
}

function foot({ tool }: Report): Html {
  const words: Text = {
    en: 'Every figure above can be repeated with the commands folded under it. `goassay judge dossier.json` derives all verdicts again from the saved evidence, offline; `goassay explain ID` argues one.',
    zh: '以上每个数字都可用其下所列命令复现。`goassay judge dossier.json` 会离线地从已保存的证据重新推导全部判定；`goassay explain ID` 详述其中一条。',
  };
  return `<footer class="foot"><p>${bothWithCode(words)}</p><p>goassay ${escape(tool.version, 40)}</p></footer>`;
}
