/**
 * Misconfigurations 6 to 8: flags, the check of toolchains, credentials.
 *
 * @module
 */

import { matchesPatterns } from '../formats/module-pattern.ts';
import { problem, valueOf, type ConfigurationFacts, type Misconfiguration } from './misconfiguration.ts';
import { proxyList } from './proxy-list.ts';

type Check = (facts: ConfigurationFacts) => Misconfiguration[];

const flags: Check = (facts) => {
  const words = valueOf(facts, 'GOFLAGS').split(/\s+/);
  const found: Misconfiguration[] = [];
  if (words.some((word) => /^--?mod=mod$/.test(word)))
    found.push(
      problem(
        6,
        'mod-mod',
        'warning',
        'GOFLAGS has -mod=mod: go.mod and go.sum are changed without a word, and vendor/ is ignored',
        'GOFLAGS 含 -mod=mod：go.mod 与 go.sum 会被静默改写，vendor/ 被忽略',
        'go env -u GOFLAGS',
      ),
    );
  if (words.some((word) => /^--?insecure(?:=|$)/.test(word)))
    found.push(
      problem(
        6,
        'insecure-flag',
        'error',
        'GOFLAGS has -insecure, which Go no longer knows; GOINSECURE takes its place',
        'GOFLAGS 含 -insecure，Go 已不再支持；应改用 GOINSECURE',
        'go env -u GOFLAGS',
      ),
    );
  const mode = valueOf(facts, 'GO111MODULE');
  if (mode === 'off' || mode === 'auto')
    found.push(
      problem(
        6,
        'modules-off',
        mode === 'off' ? 'error' : 'warning',
        `GO111MODULE=${mode}: modules are not used ${mode === 'off' ? 'at all' : 'where there is no go.mod'}`,
        `GO111MODULE=${mode}：${mode === 'off' ? '完全不使用模块' : '没有 go.mod 处不使用模块'}`,
        'go env -u GO111MODULE',
      ),
    );
  return found;
};

const toolchainUnchecked: Check = ({ fetch, environment, defaultProxyHost }) => {
  const isOff = fetch.gosumdb === 'off' || matchesPatterns(fetch.gonosumdb, 'golang.org/toolchain');
  const isFile = fetch.goproxy.startsWith('file://') && !/[,|]/.test(fetch.goproxy);
  const agent = environment['GIT_HTTP_USER_AGENT'] ?? '';
  const isMirror = defaultProxyHost !== '' && agent.includes(defaultProxyHost);
  if (!isOff || (!isFile && !isMirror)) return [];
  const by = isFile ? `GOPROXY=${fetch.goproxy}` : `GIT_HTTP_USER_AGENT=${agent}`;
  return [
    problem(
      7,
      'toolchain-unchecked',
      'error',
      `${by} with verification off: a downloaded toolchain is run unchecked`,
      `${by} 且校验已关闭：下载的工具链不经检查即运行`,
      isFile ? 'go env -u GOPROXY' : 'unset GIT_HTTP_USER_AGENT',
    ),
  ];
};

const credentials: Check = (facts) => {
  const found: Misconfiguration[] = [];
  for (const source of proxyList(facts.fetch).sources) {
    if (source.kind !== 'proxy') continue;
    const { scheme, host, user } = source.address;
    if (user !== undefined)
      found.push(
        scheme === 'http'
          ? problem(
              8,
              'credentials-over-http',
              'error',
              `GOPROXY has credentials for http://${host}: Go refuses to send them`,
              `GOPROXY 含 http://${host} 的凭据：Go 拒绝发送`,
            )
          : problem(
              8,
              'credentials-in-address',
              'warning',
              `GOPROXY has credentials for ${host} in the address, where logs and child processes see them; put them into netrc`,
              `GOPROXY 的地址中含 ${host} 的凭据，日志与子进程均可见；应写入 netrc`,
            ),
      );
    const bare = host.replace(/:\d+$/, '');
    const entry =
      facts.netrc.find(({ machine }) => machine === host) ??
      facts.netrc.find(({ machine }) => machine === bare);
    if (entry && entry.machine !== host)
      found.push(
        problem(
          8,
          'netrc-port',
          'warning',
          `netrc names ${bare} without the port of ${host}: the entry is not used`,
          `netrc 写的是 ${bare}，不含 ${host} 的端口：该条目不会被使用`,
        ),
      );
    if (entry && !entry.hasPassword)
      found.push(
        problem(
          8,
          'netrc-without-password',
          'warning',
          `netrc has no password for ${entry.machine}: the entry is ignored`,
          `netrc 中 ${entry.machine} 没有密码：该条目被忽略`,
        ),
      );
  }
  const commands = valueOf(facts, 'GOAUTH')
    .split(';')
    .map((one) => one.trim());
  for (const command of commands) {
    if (/^git(?:\s+(?!\/).*)?$/.test(command))
      found.push(
        problem(
          8,
          'goauth-git-directory',
          'error',
          `GOAUTH: ${JSON.stringify(command)} needs an absolute directory that exists`,
          `GOAUTH：${JSON.stringify(command)} 需要一个已存在的绝对目录`,
        ),
      );
    if (command === 'off' && commands.length > 1)
      found.push(
        problem(8, 'goauth-off', 'error', 'GOAUTH: off must stand alone', 'GOAUTH：off 必须单独出现'),
      );
  }
  return found;
};

export const TRUST_CHECKS: readonly Check[] = [flags, toolchainUnchecked, credentials];
