/**
 * The state of an Apple code signature, from hashes that were recomputed, and who made it.
 *
 * Source: xnu bsd/kern/ubc_subr.c (a page is checked when it is touched; a mismatch kills the
 * process), Apple TN3126 (ad hoc and linker-signed), TN3125.
 *
 * @module
 */

import type { BinarySlice, SignatureState } from '../evidence/binary/binary-identity.ts';
import type { InspectedSlice } from '../model/inspection.ts';
import type { Text } from '../model/text.ts';

type Signature = NonNullable<InspectedSlice['signature']>;

/** Undefined where the format carries none. */
export function signatureOf({ macho, architecture }: BinarySlice): Signature | undefined {
  if (!macho) return undefined;
  const { signature } = macho;
  if (!signature)
    return {
      state: 'none',
      kind: 'none',
      badPages: [],
      because:
        architecture === 'arm64'
          ? {
              en: 'unsigned: macOS on Apple silicon kills it at start; codesign -s - FILE signs it ad hoc',
              zh: '未签名：Apple 芯片上的 macOS 会在启动时将其终止；可用 codesign -s - FILE 作临时签名',
            }
          : { en: 'unsigned', zh: '未签名' },
    };
  const state = stateOf(signature);
  const kind = kindOf(signature);
  return {
    state,
    kind,
    badPages: [...signature.badPages],
    pages: signature.pages,
    identifier: signature.identifier,
    because: words(signature, state, kind),
  };
}

function stateOf({ badPages, isTruncated, cmsDigestMatches, badSlots }: SignatureState): Signature['state'] {
  if (isTruncated === true) return 'truncated';
  if (badPages.length > 0 || (badSlots ?? []).length > 0) return 'broken';
  return cmsDigestMatches === false ? 'cms-mismatch' : 'valid';
}

function kindOf({ isAdHoc, isLinkerSigned, teamId, cmsSizeBytes }: SignatureState): Signature['kind'] {
  if (isLinkerSigned) return 'linker-signed';
  if (isAdHoc) return 'ad-hoc';
  return teamId !== undefined && cmsSizeBytes > 8 ? 'developer-id' : 'present';
}

function words(signature: SignatureState, state: Signature['state'], kind: Signature['kind']): Text {
  const { badPages, pages, identifier } = signature;
  const by = {
    'linker-signed': { en: 'ad hoc, by the linker', zh: '由链接器作临时签名' },
    'ad-hoc': { en: 'ad hoc', zh: '临时签名' },
    'developer-id': { en: `by team ${signature.teamId ?? ''}`, zh: `由团队 ${signature.teamId ?? ''} 签名` },
    present: { en: 'with a certificate', zh: '以证书签名' },
    none: { en: '', zh: '' },
  }[kind];
  if (state === 'truncated')
    return {
      en: 'cut short: the file ends before the signature does; the kernel refuses it',
      zh: '签名被截断：文件在签名结束前终止；内核将拒绝加载',
    };
  if (state === 'broken') {
    const [first] = badPages;
    const slots = (signature.badSlots ?? []).join(', ');
    return first === undefined
      ? { en: `broken: the hash of ${slots} does not match`, zh: `签名损坏：${slots} 的哈希不符` }
      : {
          en: `broken: ${badPages.length} of ${pages} pages do not match their hash, the first is page ${first} (at 0x${(first * signature.pageSize).toString(16)}); the process is killed when it touches one ("Killed: 9")`,
          zh: `签名损坏：${pages} 页中 ${badPages.length} 页与哈希不符，首个为第 ${first} 页（位于 0x${(first * signature.pageSize).toString(16)}）；进程触及该页时被终止（“Killed: 9”）`,
        };
  }
  if (state === 'cms-mismatch')
    return {
      en: 'the certificate’s signature is for another code directory: it was signed, then changed',
      zh: '证书签名对应另一份代码目录：签名后被改动',
    };
  return {
    en: `valid, ${by.en}: all ${pages} pages match${identifier === '' ? '' : `, identifier ${identifier}`}`,
    zh: `有效，${by.zh}：${pages} 页全部相符${identifier === '' ? '' : `，标识 ${identifier}`}`,
  };
}
