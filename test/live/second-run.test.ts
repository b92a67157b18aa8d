import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Served } from '../../reference/server.ts';
import { command, type CommandOptions } from '../command.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';
import { clientId, tenant } from './tenant-people.ts';

let there: LiveEnvironment;
const served: Served[] = [];

beforeAll(async () => {
  there = await startLiveEnvironment({}, { onServed: (one) => served.push(one) });
});

afterAll(() => there.close());

/** A command of somebody who has both keys and a token. */
function withTokens(words: readonly string[], more: CommandOptions = {}) {
  const environment = {
    ...there.environment,
    TIMECARD_TOKEN: there.entra.issue('caller'),
    TIMECARD_SECOND_USER_TOKEN: there.entra.issue('secondUser'),
  };
  return command(words, { folder: there.folder, environment, ...more });
}

const run = ['run', '--live', '--suite', 'clockOut', '--max-requests', '28', '--seed', '1', '--quiet'];

function state(): readonly string[] {
  const folder = join(there.folder, 'state', 'timecard-conformance');
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Until the run has begun to make cards. */
function untilCardIsMade(): Promise<void> {
  served.length = 0;
  return vi.waitFor(() => expect(served.map(({ reply }) => reply.status)).toContain(201), { timeout: 60_000 });
}

describe('a team is for one run at a time', () => {
  it('a second one is refused while the first goes on, and the first is not disturbed', async () => {
    const first = withTokens(run);
    await untilCardIsMade();
    const second = [withTokens(run), withTokens(['record', 'tenant.json', ...run.slice(1)])];
    for (const { exitCode, stdout, stderr } of await Promise.all(second)) {
      expect(stderr).toMatch(
        new RegExp(
          `^timecard-conformance: another run on team ${tenant.teamId} is still in progress \\(process \\d+\\); wait until it ends, or stop it\\.\\n$`,
        ),
      );
      expect(stdout).toBe('');
      expect(exitCode).toBe(5);
    }
    expect(existsSync(join(there.folder, 'tenant.json'))).toBe(false);
    // What goes on is nothing that was left, and looking is allowed.
    const cleanUp = await withTokens(['cleanup', '--live']);
    expect(cleanUp).toMatchObject({ exitCode: 0, stdout: 'Nothing is left behind at https://graph.microsoft.com.\n' });
    // So few requests do not judge every MUST.
    expect(await first).toEqual({ exitCode: 3, stdout: '', stderr: '' });
    const results = readFileSync(join(there.folder, 'conformance-report', 'results.ndjson'), 'utf8');
    expect(results.trimEnd().split('\n').at(-1)).toContain('"footer"');
    expect(results).not.toContain('"kind":"finding"');
    expect(state()).toEqual([]);
  });

  it('one that is interrupted while somebody should sign in ends at once, and holds the team no longer', async () => {
    const { certificate } = there.entra.options;
    const pending = { status: 400, error: 'authorization_pending', description: 'AADSTS70016: pending' };
    const refuse = ({ path }: { readonly path: string }) => (path.endsWith('/token') ? pending : undefined);
    there.entra.options = { certificate, refuse };
    const interrupting = new AbortController();
    const environment = { ...there.environment, AZURE_CLIENT_ID: clientId };
    const waiting = command([...run, '--auth', 'device-code'], {
      folder: there.folder,
      environment,
      interrupted: interrupting.signal,
    });
    await vi.waitFor(() => expect(there.entra.requests.map(({ path }) => path.split('/').at(-1))).toContain('token'), {
      timeout: 60_000,
    });
    expect(state()).toEqual([expect.stringMatching(/^team-.*\.lock$/)]);
    interrupting.abort();
    const { exitCode, stdout, stderr } = await waiting;
    expect(stderr).toMatch(/^timecard-conformance: sign in as the caller \(\S+\): To sign in, open .*\n$/);
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
    expect(state()).toEqual([]);
    there.entra.options = { certificate };
  });

  it('after one that was killed the next is refused until its cards are cleaned up', async () => {
    const killing = new AbortController();
    const first = withTokens(run, { killed: killing.signal });
    await untilCardIsMade();
    killing.abort();
    expect((await first).exitCode).toBeNull();
    const second = await withTokens(run);
    expect(second.stderr).toMatch(
      new RegExp(
        `^timecard-conformance: a run of \\S+ did not finish on team ${tenant.teamId}, and may have left time cards there; "timecard-conformance cleanup --live" removes them, then run again\\.\\n$`,
      ),
    );
    expect(second).toMatchObject({ exitCode: 5, stdout: '' });
    const cleanUp = await withTokens(['cleanup', '--live']);
    expect(cleanUp.stderr).toBe('');
    expect(cleanUp.stdout).toMatch(/^(1 time card removed|0 time cards removed, 1 gone already)\n$/);
    expect(cleanUp.exitCode).toBe(0);
    expect(state()).toEqual([]);
  });
});
