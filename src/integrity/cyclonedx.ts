/**
 * A bill of materials of what was proven, in CycloneDX 1.6: each module with the hash that vouches
 * for it and by whom it is vouched for.
 *
 * Source: cyclonedx.org/docs/1.6/json; package URLs: the purl specification, type "golang". An "h1:"
 * is no hash of a file, so it stands among the properties and not among `hashes`.
 *
 * @module
 */

import { hash } from 'node:crypto';
import type { Project } from './build-list.ts';
import type { Finding } from './finding.ts';
import type { VerifiedModules } from './verify-modules.ts';

export function cycloneDx(
  project: Project,
  { readings, proofs }: VerifiedModules,
  findings: readonly Finding[],
  now: number,
): unknown {
  const main = project.mods[0]?.file.module?.path ?? 'main';
  const listed = project.modules.map(({ path, version, local }) => {
    const name = `${path}@${version}`;
    const reading = readings.get(name);
    const logged = proofs.results.get(name);
    const state = stateOf(
      name,
      findings,
      logged?.state === 'proven',
      reading !== undefined && reading.files > 0,
    );
    const content = reading?.directoryHash ?? reading?.zipHash;
    const properties = [
      { name: 'goassay:state', value: local === undefined ? state : 'replaced by a directory' },
      ...(content === undefined ? [] : [{ name: 'goassay:h1', value: content }]),
      ...(logged?.state === 'proven' ? [{ name: 'goassay:log-record', value: String(logged.id) }] : []),
    ];
    return {
      type: 'library',
      'bom-ref': purlOf(path, version),
      name: path,
      version,
      purl: purlOf(path, version),
      properties,
    };
  });
  const components = listed.toSorted((one, other) => (one['bom-ref'] < other['bom-ref'] ? -1 : 1));
  const serial = hash('sha256', JSON.stringify([main, components]));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(serial)}`,
    version: 1,
    metadata: {
      timestamp: new Date(now).toISOString(),
      tools: { components: [{ type: 'application', name: 'goassay' }] },
      component: { type: 'application', 'bom-ref': main, name: main },
      ...(proofs.heads[0] && {
        properties: [{ name: 'goassay:log-tree-size', value: String(proofs.heads[0].size) }],
      }),
    },
    components,
  };
}

function stateOf(name: string, findings: readonly Finding[], logged: boolean, isRead: boolean): string {
  if (findings.some(({ subject, grade }) => subject === name && grade === 'altered')) return 'altered';
  if (!isRead) return 'not in the module cache';
  if (findings.some(({ subject, grade }) => subject === name && grade === 'unproven')) return 'unproven';
  return logged ? 'proven by the checksum log' : 'as go.sum says';
}

function purlOf(path: string, version: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `pkg:golang/${encoded}@${encodeURIComponent(version)}`;
}

/** The digits of a digest in the shape of a version 8 UUID (RFC 9562 §5.8). */
function uuidOf(digest: string): string {
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(13, 16),
    digest.slice(17, 20),
    digest.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
