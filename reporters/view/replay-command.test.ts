import { describe, expect, it } from 'vitest';
import type { RunHeader } from '../../results/line.ts';
import { defaultUserId } from '../../specs/defaults.ts';
import { sampleFinding, sampleHeader } from '../../test/sample-report.ts';
import { repeatCommand } from './replay-command.ts';

const end = '--requirement TC-CLOCKOUT-003 --seed 42 --path 3:0:1';

describe('replayCommand', () => {
  it.each<[changes: Partial<RunHeader>, flags: string]>([
    [{}, '--base-url http://127.0.0.1:4010 '],
    [{ target: { kind: 'reference', baseUrl: 'http://127.0.0.1:9' } }, '--reference '],
    [{ target: { kind: 'reference', baseUrl: '' }, apiVersion: 'beta' }, '--reference --api-version beta '],
    [
      { target: { kind: 'reference', baseUrl: '' }, teamId: 'a b', userId: 'u' },
      "--reference --team-id 'a b' --user-id u ",
    ],
    [{ target: { kind: 'reference', baseUrl: '' }, numRuns: 5 }, '--reference --num-runs 5 '],
    [
      {
        target: { kind: 'reference', baseUrl: '' },
        ids: { userId: defaultUserId, onBehalfOfUserId: 'v', otherTeamId: 'w' },
      },
      `--reference --user-id ${defaultUserId} --on-behalf-of-user-id v --other-team-id w `,
    ],
  ])('spells out only what differs from the defaults: %j', (changes, flags) => {
    expect(repeatCommand(sampleHeader(changes), sampleFinding())).toBe(`npx timecard-conformance run ${flags}${end}`);
  });
});
