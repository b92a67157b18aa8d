import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import { command, type CommandOptions } from '../command.ts';
import { isWhole } from '../one-in.ts';
import { runSimulated } from './simulated-run.ts';
import { startLiveEnvironment, type LiveEnvironment } from './live-environment.ts';
import { clientId } from './tenant-people.ts';
import { calmTenant } from './tenant-simulator.ts';

beforeAll(async () => {
  await import(new URL('redirect.mjs', import.meta.url).href);
});

it('judges in the place of the caller, accuses nobody, and leaves nothing', async () => {
  const { simulator, end, findings } = await runSimulated(calmTenant, 1, 430, ['application']);
  expect(findings).toEqual([]);
  expect(simulator.trespasses).toEqual([]);
  expect(simulator.left).toEqual([]);
  expect(end.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(150);
});

it.runIf(isWhole)('judges nearly everything in a run to its end, and skips what takes a user', async () => {
  const { simulator, end, findings } = await runSimulated(calmTenant, 1, 2800, ['application']);
  expect(findings).toEqual([]);
  expect(simulator.trespasses).toEqual([]);
  expect(simulator.left).toEqual([]);
  expect(end.stopped).toBeUndefined();
  const kinds = new Map(end.verdicts.map(({ requirement, kind }) => [requirement, kind]));
  expect([...kinds.values()].filter((kind) => kind === 'passed').length).toBeGreaterThan(180);
  // That it may do without MS-APP-ACTS-AS whatever a page says of it; how a life goes; what lists show.
  const always = ['TC-AUTH-004', 'TC-CLOCKOUT-001', 'TC-BREAK-001', 'TC-LIST-003', 'TC-REPLACE-001'] as const;
  expect(always.filter((id) => kinds.get(id) !== 'passed')).toEqual([]);
  const ofUsers = end.verdicts.filter(({ because }) => because?.startsWith('needs TIMECARD_TOKEN: ') === true);
  expect(ofUsers.map(({ requirement }) => requirement)).toEqual(
    expect.arrayContaining(['TC-AUTH-003', 'TC-CONFIRM-001', 'TC-CLOCKIN-018']),
  );
  expect(new Set(ofUsers.map(({ kind }) => kind))).toEqual(new Set(['skipped']));
});

describe('as a whole command', () => {
  let there: LiveEnvironment;

  beforeAll(async () => {
    there = await startLiveEnvironment();
  });

  afterAll(() => there.close());

  function signedIn(words: readonly string[], more: CommandOptions = {}) {
    const environment = {
      ...there.environment,
      AZURE_CLIENT_ID: clientId,
      AZURE_CLIENT_SECRET: 'a-secret-of-the-app',
    };
    return command(words, { folder: there.folder, environment, ...more });
  }

  it.runIf(isWhole)('runs, is recorded, and replays to the same', async () => {
    const words = ['--auth', 'client-secret', '--suite', 'clockIn', '--max-requests', '18', '--seed', '1'];
    const recorded = await signedIn(['record', 'alone.json', '--live', ...words]);
    expect(recorded.stderr).toContain('as an application for 2 users');
    expect(recorded.stdout).toMatch(/(\d+) of \1 exercised requirements hold/);
    // So few requests do not judge every MUST.
    expect(recorded.exitCode).toBe(3);
    const replayed = await command(['replay', 'alone.json', '--player', 'direct'], { folder: there.folder });
    expect(replayed.stderr).toBe('');
    expect(replayed.exitCode).toBe(3);
    const [held] = /\d+ of \d+ exercised requirements hold/.exec(recorded.stdout) ?? [];
    expect(replayed.stdout).toContain(held);
  });
});
