/**
 * Only the maker can say which protocol its caches speak, and only a document that names the processor
 * says it of that processor.
 *
 * @module
 */

import { coherenceDocuments, type CoherenceDocuments } from '../../evidence/machine/coherence-documents.ts';
import { claim } from '../../model/claim.ts';
import { table, type TableFigure } from '../../model/figure.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

const MAKER = 'Apple';

type Document = CoherenceDocuments['documents'][number];

export const mesiWithDirectory = claim({
  id: 'mesi-with-directory',
  subject: 'runtime',
  answers: ['W2.53'],
  statement: {
    en: 'Apple’s L1 and L2 caches keep coherent with MESI and a directory-based snoop filter.',
    zh: 'Apple 的 L1/L2 缓存采用 MESI 加目录式监听过滤保持一致。',
  },
  method: {
    en: 'Reads what the maker has published: a document that names the processor and its protocol decides. No program can see the protocol, so nothing is measured.',
    zh: '查阅厂商公布的文档：由写明处理器及其协议的文档裁定。用户程序无法观察该协议，故不作测量。',
  },
  wouldChange: {
    en: 'A document of Apple that names the protocol of one of its processors.',
    zh: 'Apple 的某份文档写明其某款处理器所用的协议。',
  },
  needs: { table: coherenceDocuments },

  judge({ table: { documents } }) {
    const own = documents.filter(({ publisher }) => publisher === MAKER);
    const figures = [documentTable(documents)];
    const deciding = own.find(({ processor, protocol }) => processor !== undefined && protocol !== undefined);
    if (deciding) {
      const said = describe(deciding);
      const isMesi = deciding.protocol === 'MESI' && deciding.directory !== false;
      const told = {
        en: `“${deciding.title}” (${deciding.date}) says of ${deciding.processor}: ${said}`,
        zh: `《${deciding.title}》（${deciding.date}）对 ${deciding.processor} 写明：${said}`,
      };
      if (isMesi && deciding.directory === undefined) return inconclusive(told, { figures });
      return isMesi ? confirmed(told, { figures }) : refuted(told, { figures });
    }
    const near = own.find(({ states, directory }) => states !== undefined || directory !== undefined);
    return inconclusive(
      {
        en: `No program can measure it, and none of ${own.length} documents of Apple names the protocol of a processor${near ? `; “${near.title}” describes ${describe(near)}, of no processor by name` : ''}`,
        zh: `用户程序无法测量，且 Apple 的 ${own.length} 份文档均未写明某款处理器的协议${near ? `；《${near.title}》描述了 ${describe(near)}，但未指明处理器` : ''}`,
      },
      { figures },
    );
  },
});

function describe({ protocol, states, directory }: Document): string {
  const parts = [
    ...(protocol === undefined ? [] : [protocol]),
    ...(directory === undefined ? [] : [directory ? 'directory' : 'no directory']),
    ...(states === undefined ? [] : [`states: ${states.join(', ')}`]),
  ];
  return parts.join('; ');
}

function documentTable(documents: readonly Document[]): TableFigure {
  return table(
    { en: 'What has been published', zh: '已公布的文档' },
    [
      { en: 'document', zh: '文档' },
      { en: 'publisher', zh: '发布者' },
      { en: 'date', zh: '日期' },
      { en: 'processor', zh: '处理器' },
      { en: 'says of coherence', zh: '关于一致性' },
    ],
    documents.map((one) => [
      one.title,
      one.publisher,
      one.date,
      one.processor ?? { en: 'none by name', zh: '未指明' },
      describe(one) || { en: 'nothing', zh: '无' },
    ]),
  );
}
