import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../reference/server.ts';
import { command } from '../command.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';
import { clientId, tenant } from './tenant-people.ts';

let there: LiveEnvironment;
const served: Served[] = [];

beforeAll(async () => {
  there = await startLiveEnvironment({ life: 14 }, { onServed: (one) => served.push(one) });
});

afterAll(() => there.close());

/** Requests that began within any whole second. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length));
}

describe('a run on a tenant, from signing in to the end', () => {
  it('looks whether the tenant is ready beside the requests that it may send', async () => {
    const environment = { ...there.environment, TIMECARD_TOKEN: there.entra.issue('caller', 3600) };
    const words = ['run', '--live', '--suite', 'clockOut', '--max-requests', '1', '--seed', '1'];
    const { exitCode, stderr } = await command(words, { folder: there.folder, environment });
    expect(stderr).toMatch(/^timecard-conformance: at most 1 request, 3 a second, .*\n$/);
    expect(exitCode).toBe(3);
  });

  it('signs in by device code, renews tokens in the middle, keeps to the rate, leaves nothing', async () => {
    const { exitCode, stdout, stderr } = await command(
      ['run', '--live', '--auth', 'device-code', '--suite', 'clockOut', '--max-requests', '45', '--seed', '1'],
      {
        folder: there.folder,
        environment: {
          ...there.environment,
          AZURE_CLIENT_ID: clientId,
          TIMECARD_SECOND_USER_TOKEN: there.entra.issue('secondUser', 3600),
        },
      },
    );
    expect(stderr).toContain('sign in as the caller');
    expect(stderr).toContain(`to team ${tenant.teamId} of tenant ${tenant.tenantId}`);
    expect(stdout).toMatch(/(\d+) of \1 exercised requirements hold/);
    expect(exitCode).toBe(3);
    const callers = [...there.entra.issued].filter(([, bearer]) => bearer === 'caller');
    expect(callers.length).toBeGreaterThan(1);
    const statuses = served.map(({ reply }) => reply.status);
    expect(statuses).not.toContain(500);
    expect(mostInASecond(served.map(({ arrivedAt }) => arrivedAt))).toBeLessThanOrEqual(4);
    expect(readdirSync(join(there.folder, 'state', 'timecard-conformance'))).toEqual([]);
    const reports = ['results.ndjson', 'results.json', 'junit.xml'].map((name) =>
      readFileSync(join(there.folder, 'conformance-report', name), 'utf8'),
    );
    for (const token of there.entra.issued.keys())
      for (const text of [...reports, stdout, stderr]) expect(text).not.toContain(token.split('.')[1]);
  });
});
