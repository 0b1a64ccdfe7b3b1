/**
 * `goassay completion`: scripts for bash, zsh and fish, made from the command table, so that they
 * cannot fall behind it. Values are completed where they come from a list: claims, chapters,
 * statements, choices.
 *
 * @module
 */

import type { Command, Option } from 'commander';
import { selectableNames } from '../assay/select.ts';
import { CLAIMS } from '../claims/index.ts';
import { LEDGER } from '../claims/ledger/index.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

export async function completionCommand(shell: Shell, program: Command): Promise<ExitCode> {
  const write = { bash, zsh, fish }[shell];
  process.stdout.write(write(program));
  return EXIT.met;
}

const NAMES = selectableNames({ claims: CLAIMS, ledger: LEDGER });

/** What may follow an option or stand as a command's argument; undefined where it is a file. */
function valuesOf(option: Option): readonly string[] | undefined {
  if (option.argChoices) return option.argChoices;
  return option.long === '--only' || option.long === '--gate' ? NAMES : undefined;
}

function argumentsOf(command: Command): readonly string[] | undefined {
  if (command.name() === 'explain') return NAMES;
  if (command.commands.length > 0) return command.commands.map((one) => one.name());
  return command.registeredArguments[0]?.argChoices;
}

function flagsOf(command: Command): string[] {
  return command.options.flatMap(({ short, long }) => [short, long]).filter((flag) => flag !== undefined);
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

function bash(program: Command): string {
  const cases = program.commands.map((command) => {
    const values = command.options.filter(takesValue).map((option) => {
      const words = valuesOf(option);
      const flags = [option.short, option.long].filter((flag) => flag !== undefined).join('|');
      return `        ${flags}) ${words ? `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current"))` : 'COMPREPLY=($(compgen -f -- "$current"))'}; return;;`;
    });
    const words = [...flagsOf(command), '--help', ...(argumentsOf(command) ?? [])].join(' ');
    return `    ${command.name()})
      case $before in
${values.join('\n')}
      esac
      COMPREPLY=($(compgen -W '${words}' -- "$current"))
      [ "\${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
      ;;`;
  });
  return `# bash completion for goassay: source <(goassay completion bash)
_goassay() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${program.commands.map((command) => command.name()).join(' ')} --help --version' -- "$current"))
    return
  fi
  case $command in
${cases.join('\n')}
  esac
}
complete -F _goassay goassay
`;
}

function zsh(program: Command): string {
  const commands = program.commands.map(
    (command) => `    '${command.name()}:${quoted(command.description())}'`,
  );
  const cases = program.commands.map((command) => {
    const options = command.options.map((option) => {
      const words = valuesOf(option);
      const value = takesValue(option) ? `:value:${words ? `(${words.join(' ')})` : '_files'}` : '';
      return `        '${option.long}[${quoted(option.description)}]${value}'`;
    });
    const words = argumentsOf(command);
    const argument =
      command.registeredArguments.length > 0 || words !== undefined
        ? [`        '1:${command.name()}:${words ? `(${words.join(' ')})` : '_files'}'`]
        : [];
    return `    ${command.name()})\n      _arguments \\\n${[...options, ...argument, "        '--help[help]'"].join(' \\\n')}\n      ;;`;
  });
  return `#compdef goassay
# zsh completion for goassay: source <(goassay completion zsh)
_goassay() {
  local -a commands
  commands=(
${commands.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
compdef _goassay goassay
`;
}

function fish(program: Command): string {
  const lines = ['# fish completion for goassay: goassay completion fish | source', 'complete -c goassay -f'];
  for (const command of program.commands) {
    const name = command.name();
    lines.push(
      `complete -c goassay -n __fish_use_subcommand -a ${name} -d '${quoted(command.description())}'`,
    );
    const inside = `complete -c goassay -n '__fish_seen_subcommand_from ${name}'`;
    for (const option of command.options) {
      const words = valuesOf(option);
      const value = takesValue(option) ? (words ? ` -x -a '${words.join(' ')}'` : ' -r -F') : '';
      const short = option.short === undefined ? '' : ` -s ${option.short.slice(1)}`;
      lines.push(`${inside}${short} -l ${option.long?.slice(2)}${value} -d '${quoted(option.description)}'`);
    }
    const words = argumentsOf(command);
    if (words) lines.push(`${inside} -a '${words.join(' ')}'`);
    else if (command.registeredArguments.length > 0) lines.push(`${inside} -F`);
  }
  return `${lines.join('\n')}\n`;
}

/** Descriptions stand in single quotes, and in zsh's brackets. */
function quoted(description: string): string {
  return description.replaceAll(/['[\]:\n]/g, ' ');
}
