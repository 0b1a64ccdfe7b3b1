/**
 * What the raw comparison of one Go tree comes to, for the claims that speak of it.
 *
 * @module
 */

import type { GorootIntegrity } from '../../evidence/toolchain/goroot-integrity.ts';
import type { HeldGoTrees } from '../../evidence/toolchain/held-go-trees.ts';
import type { Text } from '../../model/text.ts';

type Tree = HeldGoTrees['trees'][number];

export function loggedHash({ logged }: GorootIntegrity): string | undefined {
  return logged.state === 'proven' ? logged.hash : undefined;
}

/** As released, or with nothing but go.env edited. A link or a stray file is no release's. */
export function isReleased(held: GorootIntegrity): boolean {
  const logged = loggedHash(held);
  return (
    logged !== undefined && held.odd.length === 0 && [held.hash, held.hashWithShippedGoEnv].includes(logged)
  );
}

export function reasonOf(tree: Tree | undefined): Text {
  const logged = tree?.held?.logged;
  if (logged && logged.state !== 'proven') return logged.reason;
  return { en: tree?.trouble ?? 'it was not looked at', zh: tree?.trouble ?? '未查看' };
}

export function standing(tree: Tree): Text {
  const { held } = tree;
  if (!held || held.logged.state !== 'proven') return reasonOf(tree);
  if (held.hash === held.logged.hash && held.odd.length === 0)
    return { en: 'as released', zh: '与发布版一致' };
  return isReleased(held)
    ? { en: 'as released, go.env edited', zh: '与发布版一致，go.env 被编辑' }
    : { en: 'altered', zh: '被改动' };
}
