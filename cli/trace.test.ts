import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '../faults/index.ts';
import { startReferenceServer, type ReferenceServer } from '../reference/server.ts';
import { readResultLines } from '../results/read.ts';
import { tokenVariables } from '../traffic/token-variables.ts';
import { isWhole } from '../test/one-in.ts';
import { command, type CommandResult } from '../test/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'trace-'));
let server: ReferenceServer;
let recorded: CommandResult;

beforeAll(async () => {
  const defect = fault('clock-out-state-unchanged');
  server = await startReferenceServer(defect === undefined ? {} : { fault: defect });
  // Both at once: what was recorded and what was traced went over the wire in the same moment.
  recorded = await run(
    'record',
    'run.json',
    '--suite',
    'clockOut',
    '--max-requests',
    '250',
    '--trace',
    'traces/run.har',
  );
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function run(...words: readonly string[]): Promise<CommandResult> {
  const { caller, secondUser, readOnly } = server.tokens;
  const environment = {
    [tokenVariables.caller]: caller,
    [tokenVariables.secondUser]: secondUser,
    [tokenVariables.readOnly]: readOnly,
  };
  return command([...words, '--base-url', server.url, '--seed', '5', '--num-runs', '2'], { folder, environment });
}

const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

async function verdictsOf(file: string) {
  const { exitCode } = await command(['check', file, '--report-dir', 'checked', '--quiet'], { folder });
  const { verdicts } = readResultLines(text('checked/results.ndjson'));
  // How often is not compared: both clocks stand at different places, and which requests overlap is told by them.
  return { exitCode, verdicts: verdicts.map(({ requirement, kind, because }) => ({ requirement, kind, because })) };
}

describe('--trace', () => {
  test.runIf(isWhole)(
    'is judged by check exactly as the recording of the same run',
    async () => {
      expect(recorded.exitCode).toBe(1);
      const [traced, kept] = [await verdictsOf('traces/run.har'), await verdictsOf('run.json')];
      expect(traced).toEqual(kept);
      expect(traced.exitCode).toBe(1);
      expect(traced.verdicts.filter(({ kind }) => kind === 'failed').map(({ requirement }) => requirement)).toContain(
        'TC-CLOCKOUT-003',
      );
    },
    60_000,
  );

  test('holds no token and no address', async () => {
    const trace = text('traces/run.har');
    expect(trace.includes('Bearer $TIMECARD_TOKEN')).toBe(true);
    const { tokens, url } = server;
    const real = [...Object.values(tokens), new URL(url).host];
    expect(real.filter((one) => trace.includes(one))).toEqual([]);
    const { exitCode, stdout } = await command(['scan', 'traces/run.har'], { folder });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('nothing looks secret or personal')]);
  });

  test('has the form of a HAR file, in the order in which requests were sent', () => {
    const { log } = JSON.parse(text('traces/run.har')) as {
      log: { version: string; entries: { startedDateTime: string; _startedAt: number; time: number }[] };
    };
    expect(log.version).toBe('1.2');
    expect(log.entries.length).toBeGreaterThan(100);
    const starts = log.entries.map(({ _startedAt: at }) => at);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
    for (const { startedDateTime, _startedAt: at } of log.entries)
      expect(Date.parse(startedDateTime)).toBe(Math.floor(at));
  });

  test.runIf(isWhole)('changes nothing of the report, and is told at its end', async () => {
    const limits = ['--suite', 'clockOut', '--max-requests', '60', '--report-dir', 'plain'];
    const traced = await run('run', ...limits, '--trace', 'traces/run.har');
    expect(traced.stdout).toContain(server.url);
    expect(traced.stdout).toMatch(/^trace: traces\/run\.har$/m);
    expect((JSON.parse(text('traces/run.har')) as { log: { entries: unknown[] } }).log.entries.length).toBeLessThan(70);
  });

  test('never takes the place of another file', async () => {
    writeFileSync(join(folder, 'precious.har'), '{"log":{"creator":{"name":"a browser"},"entries":[]}}');
    const { exitCode, stderr } = await run('run', '--trace', 'precious.har');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('exists and is not a trace of this suite')]);
    expect(text('precious.har')).toContain('a browser');
  });

  test('says before the run that it cannot be written', async () => {
    const { exitCode, stderr } = await run('run', '--trace', 'precious.har/run.har');
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('The trace precious.har/run.har cannot be written'),
    ]);
  });
});
