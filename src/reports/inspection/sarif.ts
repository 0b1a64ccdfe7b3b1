/**
 * Inspections as SARIF, for code scanning: a result for each file that is not what it says it
 * is, cannot be read or has a broken signature, and for each requirement that is not met.
 *
 * Source: OASIS SARIF 2.1.0, §3.27 (result), §3.29 (physicalLocation), §3.30 (region).
 *
 * @module
 */

import type { Inspection } from '../../model/inspection.ts';
import type { Complaint } from './complaint.ts';
import { json } from '../json-text.ts';

export function sarif(
  inspections: readonly Inspection[],
  complaints: readonly Complaint[],
  tool: { readonly name: string; readonly version: string },
): string {
  const rules = [...new Map(complaints.map(({ rule, title }) => [rule, title])).entries()];
  return json({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            rules: rules.map(([id, title]) => ({ id, shortDescription: { text: title.en } })),
          },
        },
        artifacts: inspections.map(({ path, sizeBytes }) => ({
          location: { uri: uriOf(path) },
          length: sizeBytes,
        })),
        results: complaints.map(({ rule, level, path, because, offset }) => ({
          ruleId: rule,
          level,
          message: { text: `${path}: ${because.en}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(path) },
                ...(offset !== undefined && { region: { byteOffset: offset } }),
              },
            },
          ],
        })),
      },
    ],
  });
}

/** A member of an archive has no URI of its own; its path within stands behind a "#". */
function uriOf(path: string): string {
  const [file = '', ...inside] = path.split(' › ');
  const escaped = file.split('/').map(encodeURIComponent).join('/');
  return inside.length === 0 ? escaped : `${escaped}#${inside.map(encodeURIComponent).join('/')}`;
}
