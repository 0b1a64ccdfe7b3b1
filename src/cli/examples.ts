/**
 * What `goassay --help` shows below the commands.
 *
 * @module
 */

import type { Text } from '../model/text.ts';

export function examples(language: 'en' | 'zh'): string {
  const lines: readonly (readonly [command: string, about: Text])[] = [
    [
      'goassay',
      { en: 'examine this machine and write goassay-report/', zh: '检查本机并写出 goassay-report/' },
    ],
    ['goassay doctor', { en: 'is my Go native and well set up?', zh: '我的 Go 是否原生、配置是否妥当？' }],
    ['goassay run --only 2.2 --plan', { en: 'what would be run for section 2.2', zh: '第 2.2 节将执行什么' }],
    [
      'goassay run --gate 0',
      { en: 'in CI: fail if this machine is not as it should be', zh: '用于 CI：本机不合要求则失败' },
    ],
    [
      'goassay inspect --require native-arm64 ./app',
      { en: 'prove what a binary is, without running it', zh: '不运行即查明二进制文件的身份' },
    ],
    ['goassay explain W2.17', { en: 'argue one statement', zh: '详述一条陈述' }],
    [
      'goassay judge goassay-report/dossier.json',
      { en: 'judge the evidence again, anywhere', zh: '在任何地方重新判定证据' },
    ],
    ['goassay help exit-codes', { en: 'what the exit codes mean', zh: '退出码的含义' }],
  ];
  const width = Math.max(...lines.map(([command]) => command.length));
  const heading = language === 'zh' ? '示例：' : 'Examples:';
  return `\n${heading}\n${lines.map(([command, about]) => `  ${command.padEnd(width)}  ${about[language]}`).join('\n')}`;
}
