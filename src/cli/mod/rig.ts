/**
 * `goassay mod rig`: the user's own configuration and Go, run for real against servers that exist
 * on loopback only, so that what it does is seen and not believed.
 *
 * @module
 */

import type { Host } from '../../host/host.ts';
import { nodeHost } from '../../host/node.ts';
import type { Language } from '../../model/text.ts';
import { egressRequests } from '../../modules/egress.ts';
import { valueOf } from '../../modules/misconfiguration.ts';
import {
  answersOf,
  configurationScenario,
  type RigAnswer,
} from '../../probes/modules/configuration-scenario.ts';
import { readConfiguration } from '../../probes/modules/go-settings.ts';
import { buildRig, playRig, type Recording } from '../../probes/modules/rig.ts';
import { json } from '../../reports/json-text.ts';
import { harmlessLine } from '../../reports/untrusted.ts';
import { EXIT, UsageError, type ExitCode } from '../exit-codes.ts';
import { absoluteGo, settingsIn } from './go.ts';
import { refusalAsUsage } from './refusal.ts';

export interface RigOptions {
  readonly directory: string;
  readonly go: string;
  readonly answer: readonly string[];
  readonly json?: boolean;
}

/** Without names, as many modules of the one in hand are played: each is a go command of its own. */
const MOST_MODULES = 5;

/** Settings that change what is fetched, besides those of the egress list. */
const MORE = ['GOFLAGS', 'GOINSECURE', 'GOVCS', 'GO111MODULE'];

interface Played {
  readonly module: string;
  readonly exit: number;
  readonly says: string;
  readonly requests: readonly { readonly address: string; readonly status: number }[];
  /** What the egress list said, in order. */
  readonly predicted: readonly string[];
  readonly asPredicted: boolean;
}

/** Exit 1 if a command made other requests than the egress list says: then the list is wrong, or Go has changed. */
export async function rigCommand(
  names: readonly string[],
  options: RigOptions,
  language: Language,
): Promise<ExitCode> {
  const answers = options.answer.map(answerOf);
  const host = nodeHost();
  try {
    const { played, changed } = await refusalAsUsage(() => play(host, names, answers, options));
    if (options.json) process.stdout.write(json({ changed, played }));
    else {
      for (const one of played) process.stdout.write(playedText(one, language));
      for (const one of changed)
        process.stderr.write(
          `goassay: ${language === 'zh' ? '与实际配置的差别：' : 'not as in your configuration: '}${one}\n`,
        );
    }
    return played.every(({ asPredicted }) => asPredicted) ? EXIT.met : EXIT.refuted;
  } finally {
    host.close();
  }
}

async function play(
  host: Host,
  names: readonly string[],
  answers: readonly RigAnswer[],
  options: RigOptions,
) {
  const go = await absoluteGo(host, options.go, options.directory);
  const facts = await readConfiguration(host, {
    go,
    directory: options.directory,
    environment: settingsIn(process.env),
  });
  const list = facts.module?.graph?.buildList.filter(({ version }) => version !== '') ?? [];
  const modules =
    names.length > 0
      ? names.map(moduleOf)
      : list.slice(0, MOST_MODULES).map(({ path, version }) => ({ path, version }));
  if (modules.length === 0)
    throw new UsageError('Cannot play the rig: there is no module here and none is named; give PATH@VERSION');
  const environment = Object.fromEntries(
    MORE.map((name) => [name, valueOf(facts, name)]).filter(([, value]) => value !== ''),
  );
  const rigged = configurationScenario({
    fetch: facts.fetch,
    environment,
    modules,
    answers,
    system: host.system,
  });
  const [recording] = await playRig(host, await buildRig(host, go), go, [rigged.scenario]);
  const played = modules.map((module, index) => {
    const predicted = egressRequests(rigged.fetch, module, answersOf(answers)).map(
      ({ scheme, host: name, path }) => `${scheme}://${name}${path}`,
    );
    return playedOf(`${module.path}@${module.version}`, index, predicted, recording);
  });
  return { played, changed: rigged.changed };
}

function playedOf(
  module: string,
  index: number,
  predicted: readonly string[],
  recording: Recording | undefined,
): Played {
  const all = (recording?.Requests ?? []).filter(({ Command }) => Command === index);
  const requests = all.map(({ Scheme, Host, Path, Status }) => ({
    address: `${Scheme}://${Host}${Path}`,
    status: Status,
  }));
  const came = new Set(
    all.filter(({ Kind }) => Kind !== 'tile').map(({ Scheme, Host, Path }) => `${Scheme}://${Host}${Path}`),
  );
  const { Exit = -1, Stderr = '' } = recording?.Commands[index] ?? {};
  return {
    module,
    exit: Exit,
    says: Stderr.trim(),
    requests,
    predicted,
    asPredicted: [...came].join('\n') === predicted.join('\n'),
  };
}

function playedText(
  { module, exit, says, requests, predicted, asPredicted }: Played,
  language: Language,
): string {
  const say = (en: string, zh: string): string => ({ en, zh })[language];
  const lines = requests.map(({ address, status }) => `  ${status} ${harmlessLine(address)}\n`);
  const words = says === '' ? '' : `  ${harmlessLine(says)}\n`;
  const verdict = asPredicted
    ? say('as the egress list says', '与出口清单一致')
    : say(`not as the egress list says: ${predicted.join(' ')}`, `与出口清单不符：${predicted.join(' ')}`);
  return `${harmlessLine(module)}: ${say(`go exits ${exit}`, `go 退出码 ${exit}`)}\n${lines.join('')}${words}  ${harmlessLine(verdict)}\n\n`;
}

function moduleOf(name: string): { readonly path: string; readonly version: string } {
  const [, path = '', version = 'v1.0.0'] = /^([^@]+)(?:@(.+))?$/.exec(name) ?? [];
  if (path === '') throw new UsageError(`Cannot play "${name}": it is no module; give PATH or PATH@VERSION`);
  return { path, version };
}

/** HOST=STATUS or HOST/KIND=STATUS. */
function answerOf(text: string): RigAnswer {
  const [, host = '', kind, status = ''] = /^([^=/]+)(?:\/([a-z-]+))?=(\d{3})$/.exec(text) ?? [];
  if (host === '')
    throw new UsageError(
      `Cannot take "${text}" for an answer; give HOST=STATUS or HOST/KIND=STATUS, such as proxy.example/info=404`,
    );
  return { host, kind, status: Number(status) };
}
