import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FaultHooks } from '../../reference/fault.ts';
import { Refusal } from '../../reference/refusal.ts';
import { command } from '../command.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';

let there: LiveEnvironment;
let isLocked = true;

beforeAll(async () => {
  const receive: FaultHooks['receive'] = (received) => {
    if (isLocked && received.method === 'DELETE')
      throw new Refusal('Forbidden', 'WorkforceIntegrationError: the connected system refused the change.');
    return received;
  };
  there = await startLiveEnvironment({}, {}, { receive });
});

afterAll(() => there.close());

function withTokens(words: readonly string[]) {
  const environment = { ...there.environment, TIMECARD_TOKEN: there.entra.issue('caller') };
  return command(words, { folder: there.folder, environment });
}

it('a run on a tenant that lets nothing be deleted ends with 4 and lists what is left, until cleanup removes it', async () => {
  const run = ['run', '--live', '--suite', 'clockOut', '--max-requests', '16', '--seed', '1', '--quiet'];
  const first = await withTokens(run);
  const listed = [...first.stderr.matchAll(/TCK_[\da-f-]{36}/g)].map(([id]) => id);
  expect(new Set(listed).size).toBeGreaterThan(0);
  expect(first.exitCode).toBe(4);
  const refused = await withTokens(run);
  expect(refused.stderr).toMatch(/did not finish on team .*"timecard-conformance cleanup --live" removes them/);
  expect(refused.exitCode).toBe(5);
  const inVain = await withTokens(['cleanup', '--live']);
  expect(inVain.stdout).toMatch(/^0 time cards removed, \d+ left\n$/);
  for (const id of listed) expect(inVain.stderr).toContain(id);
  expect(inVain.exitCode).toBe(4);
  isLocked = false;
  const removed = await withTokens(['cleanup', '--live']);
  expect(removed.stdout).toBe(`${new Set(listed).size} time card${new Set(listed).size === 1 ? '' : 's'} removed\n`);
  expect(removed.exitCode).toBe(0);
  expect(readdirSync(join(there.folder, 'state', 'timecard-conformance'))).toEqual([]);
});
