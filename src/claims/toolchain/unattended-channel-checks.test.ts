import { claimTable } from '../../../test/claim-table.ts';
import { heldTree, heldTrees } from '../../../test/sample-held-trees.ts';
import { unattendedChannelChecks } from './unattended-channel-checks.ts';

const unasked = heldTree({
  goroot: '/home/me/.gvm/gos/go1.26.8',
  logged: { state: 'unknown', reason: { en: 'the network is off', zh: '网络关闭' } },
});
const released = heldTree();
const brewed = heldTree({
  goroot: '/opt/homebrew/Cellar/go/1.26.8/libexec',
  hash: 'h1:less',
  differences: [{ name: 'src/debug/elf/testdata/hello', what: 'removed' }],
});
const built = heldTree({ goroot: '/home/me/.gvm/gos/go1.26.8', hash: 'h1:own', notNamed: 'no zip is here' });
const all = (gvm: typeof built) => ({
  trees: [
    { manager: 'official' as const, goroot: released.goroot, held: released },
    { manager: 'homebrew' as const, goroot: brewed.goroot, held: brewed },
    { manager: 'gvm' as const, goroot: gvm.goroot, held: gvm },
  ],
  unchanged: 0,
});

claimTable(unattendedChannelChecks, [
  {
    when: 'when gvm’s tree is checked like the official one',
    outcome: 'refuted',
    evidence: {
      trees: { trees: [...heldTrees(released).trees, ...heldTrees(released, 'gvm').trees], unchanged: 0 },
    },
    saying: 'official 0, gvm 0',
  },
  {
    when: 'when Homebrew’s has a difference to judge and gvm’s has none',
    outcome: 'refuted',
    evidence: { trees: all(released) },
    saying: 'official 0, homebrew 1, gvm 0',
  },
  {
    when: 'when each leaves open more than the one before',
    outcome: 'confirmed',
    evidence: { trees: all(built) },
    saying: 'official 0, homebrew 1, gvm 2',
  },
  {
    when: 'when two channels are here and the later leaves open more',
    outcome: 'inconclusive',
    evidence: {
      trees: { trees: [...heldTrees(released).trees, ...heldTrees(unasked, 'gvm').trees], unchanged: 0 },
    },
  },
  {
    when: 'when only one channel is here',
    outcome: 'inconclusive',
    evidence: { trees: heldTrees(released) },
    saying: 'only official is here',
  },
  { when: 'when none is', outcome: 'not-applicable', evidence: { trees: heldTrees(released, 'mise') } },
]);
