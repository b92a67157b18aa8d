import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { defaultConfiguration, type RunConfiguration } from '../engine/configuration.ts';
import type { RunHeader } from '../results/line.ts';
import { RunRecorder } from './run-recorder.ts';

const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** The ids in the header of a run with these settings. */
function idsOf(settings: Partial<RunConfiguration>, kind: 'server' | 'recording' = 'server'): RunHeader['ids'] {
  const path = join(folder, 'results.ndjson');
  const recorder = new RunRecorder(path, { ...defaultConfiguration, seed: 1, numRuns: 1, suites: [], ...settings });
  const target = { kind, baseUrl: 'http://127.0.0.1:4010' };
  recorder.receive({ kind: 'target', target, teamId: 'team', userId: 'user', actors: [] });
  recorder.close();
  return (JSON.parse(readFileSync(path, 'utf8').split('\n', 1)[0] ?? '') as RunHeader).ids;
}

test('the header has the ids that no variable holds, so that a case can be made again', () => {
  vi.stubEnv('TIMECARD_USER_ID', 'a');
  vi.stubEnv('TIMECARD_OTHER_TEAM_ID', 'another');
  const settings = { userId: 'a', onBehalfOfUserId: 'b', otherTeamId: 'c' };
  expect(idsOf(settings)).toEqual({ onBehalfOfUserId: 'b', otherTeamId: 'c' });
  expect(idsOf({ userId: 'a' })).toBeUndefined();
  expect(idsOf({})).toBeUndefined();
});

test('of a recording there are none: it holds pseudonyms', () => {
  expect(idsOf({ otherTeamId: 'c' }, 'recording')).toBeUndefined();
});
