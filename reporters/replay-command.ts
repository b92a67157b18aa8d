import { defaultNumRuns, defaultTeamId, defaultUserId } from '../specs/defaults.ts';
import type { Finding } from '../specs/finding.ts';
import type { RunHeader } from '../results/line.ts';
import { shellWord } from './shell.ts';

/** The one line that makes a finding again. Only what differs from the defaults is spelt out. */
export function replayCommand(header: RunHeader, { requirement, replay }: Finding): string {
  const flags: readonly (readonly [flag: string, value: string, isNeeded: boolean])[] = [
    ['--base-url', header.target.baseUrl, header.target.kind !== 'reference'],
    ['--api-version', header.apiVersion, header.apiVersion !== 'v1.0'],
    ['--team-id', header.teamId, header.teamId !== defaultTeamId],
    ['--user-id', header.userId, header.userId !== defaultUserId],
    ['--num-runs', `${header.numRuns}`, header.numRuns !== defaultNumRuns],
    ['--requirement', requirement, true],
    ['--seed', `${replay.seed}`, true],
    ['--path', replay.path, true],
  ];
  const needed = flags.filter(([, , isNeeded]) => isNeeded).map(([flag, value]) => `${flag} ${shellWord(value)}`);
  return ['timecard-conformance run', ...needed].join(' ');
}
