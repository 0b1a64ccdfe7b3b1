/**
 * Misconfigurations 1 to 5: names, verification, private patterns, fall-through, and what a proxy
 * answers about what it does not have.
 *
 * @module
 */

import { matchesGlob, matchesPatterns } from '../formats/module-pattern.ts';
import { problem, type ConfigurationFacts, type Misconfiguration } from './misconfiguration.ts';
import { proxyList } from './proxy-list.ts';
import { databaseOf } from './sumdb-route.ts';

type Check = (facts: ConfigurationFacts) => Misconfiguration[];

const inventedVariables: Check = ({ unknown }) =>
  unknown.map(({ name, nearest }) =>
    problem(
      1,
      'invented-variable',
      'warning',
      `${name} is no setting of Go and has no effect${nearest === undefined ? '' : `; the nearest real one is ${nearest}`}`,
      `${name} 不是 Go 的设置，不起作用${nearest === undefined ? '' : `；最接近的真实名称是 ${nearest}`}`,
      `unset ${name}`,
    ),
  );

const verificationOff: Check = ({ fetch }) => {
  const database = databaseOf(fetch);
  const found: Misconfiguration[] = [];
  if (fetch.gosumdb === 'off')
    found.push(
      problem(
        2,
        'verification-off',
        'error',
        'GOSUMDB=off: no new module is checked against a checksum database',
        'GOSUMDB=off：新模块一律不经校验数据库检查',
        'go env -u GOSUMDB',
      ),
    );
  else if (database.use === 'refused')
    found.push(
      problem(
        2,
        'verification-refused',
        'error',
        `Go refuses GOSUMDB: ${database.fault}; the first new module fails`,
        `Go 拒绝 GOSUMDB：${database.fault}；首个新模块即失败`,
        'go env -u GOSUMDB',
      ),
    );
  if (fetch.gosumdb !== 'off' && matchesPatterns(fetch.gonosumdb, 'example.invalid'))
    found.push(
      problem(
        2,
        'verification-off',
        'error',
        `GONOSUMDB=${fetch.gonosumdb} matches every module: none is checked`,
        `GONOSUMDB=${fetch.gonosumdb} 匹配所有模块：一律不检查`,
        'go env -u GONOSUMDB',
      ),
    );
  return found;
};

const patternsThatMatchNothing: Check = ({ fetch, settings }) => {
  const names = ['GOPRIVATE', 'GONOPROXY', 'GONOSUMDB'];
  const own = settings.filter(({ name, origin }) => names.includes(name) && origin !== 'derived');
  return own.flatMap(({ name, value }) =>
    value.split(',').flatMap((glob) => {
      const why = faultOfPattern(glob);
      if (why === undefined || (fetch.gonoproxy === 'none' && glob === 'none')) return [];
      const [en, zh] = why;
      return problem(
        3,
        'pattern-matches-nothing',
        'error',
        `${name}: ${JSON.stringify(glob)} ${en}, so it matches no module: their paths go to the proxy and the database`,
        `${name}：${JSON.stringify(glob)} ${zh}，因而不匹配任何模块：其路径会发往代理与校验数据库`,
        `go env -w ${name}=${fixedPattern(value)}`,
      );
    }),
  );
};

function faultOfPattern(glob: string): readonly [en: string, zh: string] | undefined {
  if (glob === '') return undefined;
  if (/\s/.test(glob)) return ['has a blank in it', '含有空格'];
  if (glob.includes('://')) return ['has a scheme', '含有协议名'];
  if (glob.includes(';')) return ['is separated by ";", which is no separator', '以“;”分隔，而它不是分隔符'];
  const [host = ''] = glob.split('/');
  if (/[A-Z]/.test(host)) return ['has capital letters in its host', '主机名含大写字母'];
  if (glob.startsWith('!')) return ['begins with "!", which negates nothing', '以“!”开头，而它不表示否定'];
  return matchesGlob(glob, '') === undefined ? ['is malformed', '格式错误'] : undefined;
}

function fixedPattern(value: string): string {
  return value
    .split(/[,;\s]+/)
    .map((glob) => glob.replace(/^[a-z]+:\/\//, '').replace(/^[^/]*/, (host) => host.toLowerCase()))
    .filter((glob) => glob !== '')
    .join(',');
}

const fallThrough: Check = ({ fetch, defaultProxyHost }) => {
  const { sources, dead, fault } = proxyList(fetch);
  const found: Misconfiguration[] = [];
  if (fault !== undefined)
    found.push(
      problem(
        4,
        'proxy-list-refused',
        'error',
        `Go refuses GOPROXY: ${fault}`,
        `Go 拒绝 GOPROXY：${fault}`,
        'go env -u GOPROXY',
      ),
    );
  if (dead.length > 0)
    found.push(
      problem(
        4,
        'dead-entries',
        dead.some((one) => one !== 'direct' && one !== 'off') ? 'error' : 'warning',
        `GOPROXY: ${dead.join(', ')} after direct or off is never read`,
        `GOPROXY：direct 或 off 之后的 ${dead.join('、')} 永不生效`,
      ),
    );
  const proxies = sources.filter((source) => source.kind === 'proxy');
  const own = proxies.filter(({ address }) => address.scheme !== 'file' && address.host !== defaultProxyHost);
  const [first] = own;
  if (first && sources.at(-1)?.kind === 'direct')
    found.push(
      problem(
        4,
        'not-enforced',
        'warning',
        `${first.address.host} enforces nothing: after 404 or 410 Go goes on to the origin itself`,
        `${first.address.host} 并不具有强制力：遇 404 或 410 后 Go 会直连源站`,
        'go env -w GOPROXY=' + [...proxies.map(({ written }) => written), 'off'].join(','),
      ),
    );
  const bar = own.find(({ goesOnAfter }) => goesOnAfter === 'any-error');
  if (bar && sources.indexOf(bar) < sources.length - 1)
    found.push(
      problem(
        4,
        'refusal-ignored',
        'warning',
        `"|" after ${bar.address.host}: also its 403 and 5xx lead on to the next source`,
        `${bar.address.host} 之后为“|”：即使它回 403 或 5xx，也会转向下一来源`,
      ),
    );
  if (
    first &&
    proxies.indexOf(first) < proxies.length - 1 &&
    sources.some((source) => source.kind === 'proxy' && source.address.host === defaultProxyHost)
  )
    found.push(
      problem(
        4,
        'private-then-public',
        'warning',
        `names that ${first.address.host} does not have, misspelt ones too, are told to ${defaultProxyHost}`,
        `${first.address.host} 没有的名称（含拼写错误）会发往 ${defaultProxyHost}`,
      ),
    );
  return found;
};

/** Needs the network: what a proxy says about a version that nobody has. */
const wrongStatusForMissing: Check = ({ missingStatus }) =>
  [...missingStatus]
    .filter(([, status]) => status !== 404 && status !== 410)
    .map(([address, status]) =>
      problem(
        5,
        'wrong-status-for-missing',
        'error',
        `${address} answers ${status} for a version that does not exist; after "," Go then stops instead of asking the next source`,
        `${address} 对不存在的版本回 ${status}；“,”之后 Go 会就此停止而不询问下一来源`,
      ),
    );

export const SOURCE_CHECKS: readonly Check[] = [
  inventedVariables,
  verificationOff,
  patternsThatMatchNothing,
  fallThrough,
  wrongStatusForMissing,
];
