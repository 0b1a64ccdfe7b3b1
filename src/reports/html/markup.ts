/**
 * Making HTML from untrusted text: everything is escaped here and nowhere else.
 *
 * @module
 */

import type { Standing } from '../../model/report.ts';
import type { Text } from '../../model/text.ts';
import { harmless } from '../untrusted.ts';
import { SIGNS } from '../words.ts';

/** A piece of HTML that is safe to put into the page. */
export type Html = string & { readonly html?: never };

/** Escaped for element content and for quoted attributes. */
export function escape(text: string, longest?: number): Html {
  return harmless(text, longest)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A text in both languages, of which the style sheet shows one. Without the style sheet both are
 * read, parted by a stroke. What is the same in both is written once, without a language.
 */
export function both(text: Text, longest?: number): Html {
  if (text.en === text.zh) return escape(text.en, longest);
  return `<span lang="en" class="en">${escape(text.en, longest)}</span><span class="parting"> / </span><span lang="zh-CN" class="zh">${escape(text.zh, longest)}</span>`;
}

/** The same, with words in backticks set as code. */
export function bothWithCode(text: Text): Html {
  return both(text).replaceAll(/`([^`<>]{1,200})`/g, '<code>$1</code>');
}

/** What may stand in an id: claim and ledger ids as they are, anything else without its oddities. */
export function anchor(id: string): Html {
  return id.replaceAll(/[^\w.-]/g, '-').slice(0, 200);
}

/** The symbol of a standing, for the eyes only: the word always stands beside it. */
export function sign(standing: Standing): Html {
  return `<span class="sign" aria-hidden="true">${SIGNS[standing].symbol}</span>`;
}
