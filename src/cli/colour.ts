/**
 * Whether to colour a stream: --color, then NO_COLOR, FORCE_COLOR, TERM=dumb, and last whether
 * it is a terminal. Decided here because Node takes an empty FORCE_COLOR for "on".
 *
 * @module
 */

export type ColourChoice = 'auto' | 'always' | 'never';

export function isColoured(
  choice: ColourChoice,
  isTerminal: boolean,
  environment: NodeJS.ProcessEnv,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (isSet(environment['NO_COLOR'])) return false;
  if (isSet(environment['FORCE_COLOR'])) return environment['FORCE_COLOR'] !== '0';
  if (isSet(environment['CLICOLOR_FORCE'])) return environment['CLICOLOR_FORCE'] !== '0';
  return isTerminal && environment['TERM'] !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
