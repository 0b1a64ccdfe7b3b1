/**
 * Inspections as JUnit XML, for CI systems that show tests: a test case for each file and
 * requirement, or for each file if nothing is required.
 *
 * Source: the schema that Jenkins and GitLab read (testsuites, testsuite, testcase, failure).
 *
 * @module
 */

import type { Inspection } from '../../model/inspection.ts';
import type { Complaint } from './complaint.ts';

export function junit(inspections: readonly Inspection[], complaints: readonly Complaint[]): string {
  const cases = inspections.map(({ path, native }) => {
    const failures = complaints.filter((one) => one.path === path);
    const body = failures
      .map(({ rule, because }) => `      <failure type="${xml(rule)}" message="${xml(because.en)}"/>`)
      .join('\n');
    const opening = `    <testcase classname="goassay.inspect" name="${xml(path)}"`;
    return body === ''
      ? `${opening}>\n      <system-out>${xml(`${native.verdict}: ${native.because.en}`)}</system-out>\n    </testcase>`
      : `${opening}>\n${body}\n    </testcase>`;
  });
  const failed = inspections.filter(({ path }) => complaints.some((one) => one.path === path)).length;
  const totals = `tests="${inspections.length}" failures="${failed}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    `  <testsuite name="goassay inspect" ${totals}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** XML 1.0 has no way to write control characters; they become a visible sign. */
function xml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll(/[\n\r\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  );
}
