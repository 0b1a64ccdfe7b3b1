import { PRODUCTS } from '../../evidence/binary/product.ts';
import { claim } from '../../model/claim.ts';
import { judgePrintedHello, printedHelloNeeds } from './printed-hello.ts';

export const printedAmd64Hello = claim({
  id: 'printed-amd64-hello',
  subject: 'binary',
  answers: ['W2.69'],
  statement: {
    en: 'The second printed command builds an x86_64 hello for macOS.',
    zh: '第二条命令构建出 macOS 的 x86_64 hello。',
  },
  method: {
    en: 'Runs the printed command, byte for byte, in a throwaway directory, and reads the CPU type in the header of the file that comes out.',
    zh: '在一次性目录中逐字执行所给命令，并读取产物文件头中的 CPU 类型。',
  },
  wouldChange: {
    en: 'An exit status other than 0, or a file that is no thin x86_64 Mach-O.',
    zh: '退出码不为 0，或产物不是单一架构的 x86_64 Mach-O。',
  },
  needs: printedHelloNeeds(PRODUCTS.helloAmd64),
  judge: (evidence) => judgePrintedHello(evidence, 'amd64'),
});
