/**
 * Witnesses to the architecture of a binary: the file header, the build information, and the pc
 * quantum of the function table, which the compiler's back end sets. `go version -m` tells the
 * build information a second time, by another reader. On honest binaries they agree; the forged
 * one shows that they need not.
 *
 * @module
 */

import {
  binaryIdentity,
  buildSetting,
  thinSlice,
  type BinaryIdentity,
} from '../../evidence/binary/binary-identity.ts';
import { PRODUCTS } from '../../evidence/binary/product.ts';
import { listedSettings, versionListing } from '../../evidence/binary/version-listing.ts';
import { quantumOf } from '../../formats/pclntab.ts';
import { claim } from '../../model/claim.ts';
import { table } from '../../model/figure.ts';
import { of, wish } from '../../model/kind.ts';
import { confirmed, inconclusive, refuted } from '../../model/verdict.ts';

export const agreeingBinaryWitnesses = claim({
  id: 'agreeing-binary-witnesses',
  subject: 'binary',
  answers: [],
  statement: {
    en: 'Header, build information, function table and `go version -m` agree on the architecture of the go command and of every program built here.',
    zh: '对 go 命令及本机构建的每个程序，文件头、构建信息、函数表与 `go version -m` 对其架构说法一致。',
  },
  method: {
    en: 'Reads the CPU type from each file’s header, GOARCH from its build information and the least distance between instructions from its function table (4 bytes on arm64, 1 on x86), and runs `go version -m` on it.',
    zh: '从每个文件的文件头读取 CPU 类型，从构建信息读取 GOARCH，从函数表读取指令最小间距（arm64 为 4 字节，x86 为 1 字节），并对其运行 `go version -m`。',
  },
  wouldChange: { en: 'One file for which two of them differ.', zh: '某个文件的各见证中有两者不同。' },
  needs: {
    listing: versionListing,
    go: wish(of(binaryIdentity, PRODUCTS.go)),
    darwinArm64: wish(of(binaryIdentity, PRODUCTS.helloArm64)),
    darwinAmd64: wish(of(binaryIdentity, PRODUCTS.helloAmd64)),
    linuxArm64: wish(of(binaryIdentity, PRODUCTS.helloLinuxArm64)),
    linuxAmd64: wish(of(binaryIdentity, PRODUCTS.helloLinuxAmd64)),
    myapp: wish(of(binaryIdentity, PRODUCTS.myapp)),
  },

  judge({ listing: { listings }, ...identities }) {
    const all = Object.values(identities).flatMap((identity) => {
      const listed = identity && listings.find(({ name }) => name === nameOf(identity));
      return identity && listed ? [witnesses(identity, listed.output)] : [];
    });
    // Before Go 1.18 no target is recorded: there the header stands alone, and nothing contradicts it.
    const rows = all.filter(({ told, printed }) => told !== undefined || printed !== undefined);
    const silent = all.filter((row) => !rows.includes(row)).map(({ name }) => name);
    const warnings =
      silent.length > 0
        ? [{ en: `No target is recorded in ${silent.join(', ')}`, zh: `${silent.join('、')} 未记录目标` }]
        : [];
    if (rows.length === 0)
      return inconclusive({
        en: 'No binary could be read in all these ways',
        zh: '没有二进制可用上述各方式读取',
      });
    const figures = [
      table(
        { en: 'The witnesses for each binary', zh: '每个二进制的各见证' },
        [
          { en: 'binary', zh: '二进制' },
          { en: 'header', zh: '文件头' },
          { en: 'build information', zh: '构建信息' },
          'go version -m',
          { en: 'pc quantum', zh: '指令间距' },
        ],
        rows.map(({ name, header, told, printed, quantum }) => [
          name,
          header,
          told ?? '–',
          printed ?? '–',
          String(quantum ?? '–'),
        ]),
      ),
    ];
    const odd = rows.find(
      ({ header, told, printed, quantum, expected }) =>
        header !== told ||
        told !== printed ||
        (quantum !== undefined && expected !== undefined && quantum !== expected),
    );
    const names = rows.map(({ name, header }) => `${name} ${header}`);
    return odd
      ? refuted(
          {
            en: `For ${odd.name} the header says ${odd.header}, the build information ${odd.told ?? 'nothing'} \`go version -m\` ${odd.printed ?? 'nothing'} and the function table a pc quantum of ${odd.quantum ?? 'nothing'}`,
            zh: `对 ${odd.name}，文件头为 ${odd.header}，构建信息为 ${odd.told ?? '无'}，\`go version -m\` 为 ${odd.printed ?? '无'}，函数表的指令间距为 ${odd.quantum ?? '无'}`,
          },
          { figures },
        )
      : confirmed(
          {
            en: `All of them agree on ${rows.length} binaries: ${names.join(', ')}`,
            zh: `${rows.length} 个二进制的各见证均一致：${names.join('、')}`,
          },
          { figures, warnings },
        );
  },
});

/** Subject names are file names, and the go command's is "go". */
function nameOf({ path }: BinaryIdentity): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function witnesses(identity: BinaryIdentity, output: string) {
  const header = identity.slices.map(({ architecture }) => architecture).join('+');
  return {
    name: nameOf(identity),
    header,
    quantum: thinSlice(identity)?.functionTable?.quantum,
    expected: quantumOf(header),
    told: buildSetting(identity, 'GOARCH'),
    printed: new Map(listedSettings(output)).get('GOARCH'),
  };
}
