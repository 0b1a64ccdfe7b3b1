/**
 * `goassay schema`: the JSON Schemas of the documents that others read. The package ships
 * the same text under schema/, and a test holds them together.
 *
 * @module
 */

import * as z from 'zod';
import { KINDS } from '../evidence/index.ts';
import { caseFileSchema } from '../model/dossier.ts';
import { inspectionSchema } from '../model/inspection.ts';
import { reportSchema } from '../model/report.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { MOD_DOCUMENTS } from './mod/documents.ts';

export type Document = 'dossier' | 'inspection' | 'report' | keyof typeof MOD_DOCUMENTS;

export async function schemaCommand(document: Document): Promise<ExitCode> {
  process.stdout.write(schemaText(document));
  return EXIT.met;
}

export function schemaText(document: Document): string {
  const schema =
    document === 'dossier'
      ? dossierSchema()
      : z.toJSONSchema({ inspection: inspectionSchema, report: reportSchema, ...MOD_DOCUMENTS }[document]);
  return `${JSON.stringify({ $id: `urn:goassay:schema:${document}:1`, title: `goassay ${document}`, ...schema }, undefined, 2)}\n`;
}

/** The case file, and under $defs the value of a known fact of every kind. */
function dossierSchema() {
  const kinds = Object.fromEntries(
    KINDS.map(({ id, title, schema }) => [
      id,
      { description: title.en, ...z.toJSONSchema(schema), $schema: undefined },
    ]),
  );
  return { ...z.toJSONSchema(caseFileSchema), $defs: kinds };
}
