import { numRunsAt } from '../../engine/cases/effort.ts';
import { defaultTeamId, defaultUserId } from '../../specs/defaults.ts';
import type { AnyFinding, CapturedFinding, ClientFinding, Finding } from '../../judgements/finding.ts';
import type { RunHeader } from '../../results/line.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import { shellWord } from './shell.ts';

/** The one line that shows a finding again. Only what differs from the defaults is spelt out. */
export function repeatCommand(header: RunHeader, finding: AnyFinding): string {
  if ('client' in finding) return askAgain(header, finding);
  return 'place' in finding ? checkAgain(header, finding) : runAgain(header, finding);
}

function runAgain(header: RunHeader, { requirement, replay }: Finding): string {
  const { ids = {} } = header;
  const flags: readonly (readonly [flag: string, value: string, isNeeded: boolean])[] = [
    ['--base-url', header.target.baseUrl, !isReference(header)],
    // Where CI is set a run asks which server is meant.
    ['--reference', '', isReference(header)],
    ['--api-version', header.apiVersion, header.apiVersion !== 'v1.0'],
    ['--team-id', header.teamId, header.teamId !== defaultTeamId],
    ['--user-id', header.userId, header.userId !== defaultUserId || ids.userId !== undefined],
    ['--on-behalf-of-user-id', ids.onBehalfOfUserId ?? '', ids.onBehalfOfUserId !== undefined],
    ['--other-team-id', ids.otherTeamId ?? '', ids.otherTeamId !== undefined],
    ['--num-runs', `${header.numRuns}`, header.numRuns !== numRunsAt.normal],
    ['--requirement', requirement, true],
    ['--seed', `${replay.seed}`, true],
    ['--path', replay.path, true],
  ];
  const needed = flags
    .filter(([, , isNeeded]) => isNeeded)
    .map(([flag, value]) => (value === '' ? flag : `${flag} ${shellWord(value)}`));
  return ['npx timecard-conformance run', ...needed].join(' ');
}

/**
 * The variables of the tokens with which the command above makes the same case: which cases there are depends on who can ask.
 * None where the caller alone could, and where the tokens are our own.
 */
export function tokensToRepeat(header: RunHeader, finding: AnyFinding): readonly string[] {
  if (!('replay' in finding) || isReference(header)) return [];
  const set = Object.entries(tokenVariables).filter(([actor]) => header.actors.includes(actor));
  return set.some(([actor]) => actor !== 'caller') ? set.map(([, variable]) => variable) : [];
}

/** Of a recording it is the run that was recorded which shows a finding again. */
function isReference({ target: { kind, recorded } }: RunHeader): boolean {
  return kind === 'reference' || recorded?.provenance === 'reference';
}

/** A library is asked again by its driver, with the same values; a program that was watched has to be run again. */
function askAgain({ client }: RunHeader, { requirement, client: { seed } }: ClientFinding): string {
  if (client?.host === 'watched') return 'npx timecard-conformance serve --watch';
  const host = client === undefined || client.host === 'loopback' ? '' : ` --host ${client.host}`;
  const command = client?.command?.map(shellWord).join(' ') ?? 'DRIVER';
  return `npx timecard-conformance client --requirement ${requirement} --seed ${seed}${host} -- ${command}`;
}

/** Traffic that others made is not made again, only judged again. */
function checkAgain(header: RunHeader, { requirement, place }: CapturedFinding): string {
  const file = place.file.startsWith('-') ? `./${place.file}` : place.file;
  const { apiVersion, target } = header;
  return `npx timecard-conformance check ${shellWord(file)} --base-url ${shellWord(target.baseUrl)} --api-version ${apiVersion} --requirement ${requirement}`;
}
