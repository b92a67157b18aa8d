import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '../faults/index.ts';
import { startReferenceServer, type ReferenceServer } from '../reference/server.ts';
import { readResultLines } from '../results/read.ts';
import { serialise } from '../results/serialise.ts';
import { command } from '../test/command.ts';
import { linesOf, sampleHeader, sampleReport, sampleVerdict } from '../test/sample-report.ts';
import { asLastFailed } from './last-failed.ts';
import { isWhole } from '../test/one-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'last-failed-'));
afterAll(() => rmSync(folder, { recursive: true }));

function keep(report: ReturnType<typeof sampleReport>): string {
  writeFileSync(
    join(folder, 'results.ndjson'),
    linesOf(report)
      .map((line) => `${serialise(line)}\n`)
      .join(''),
  );
  return folder;
}

describe('asLastFailed', () => {
  test('takes the requirements, the seed, the effort and the number of runs of the last run', () => {
    const given = { lastFailed: true, reportDir: keep(sampleReport()) };
    expect(asLastFailed(given)).toMatchObject({
      requirement: ['TC-CLOCKOUT-003'],
      seed: 42,
      effort: 'normal',
      numRuns: 25,
      apiVersion: 'v1.0',
    });
    expect(asLastFailed({ ...given, seed: 7 }).seed).toBe(7);
  });

  test('takes a SHOULD only where one of both runs is strict', () => {
    const verdicts = [sampleVerdict('TC-DELETE-003', 'warned'), sampleVerdict('TC-CLOCKOUT-003', 'failed')];
    const given = { lastFailed: true, reportDir: keep(sampleReport({ verdicts, findings: [] })) };
    expect(asLastFailed(given).requirement).toEqual(['TC-CLOCKOUT-003']);
    expect(asLastFailed({ ...given, strict: true }).requirement).toEqual(['TC-CLOCKOUT-003', 'TC-DELETE-003']);
  });

  test('takes what a run had found that was cut off', () => {
    const cutOff = sampleReport({ verdicts: [] });
    writeFileSync(
      join(keep(cutOff), 'results.ndjson'),
      linesOf(cutOff)
        .slice(0, -1)
        .map((line) => `${serialise(line)}\n`)
        .join(''),
    );
    expect(asLastFailed({ lastFailed: true, reportDir: folder }).requirement).toEqual(['TC-CLOCKOUT-003']);
  });

  test('changes nothing where it is not asked for', () => {
    expect(asLastFailed({ seed: 7 })).toEqual({ seed: 7 });
  });

  test.each<[string, Parameters<typeof sampleReport>[0], object, RegExp]>([
    ['requirements beside it', {}, { requirement: ['TC-GEN-001'] }, /chooses the requirements itself/],
    ['another version', {}, { apiVersion: 'beta' }, /is of v1\.0; leave --api-version out/],
    [
      'a capture',
      { header: sampleHeader({ target: { kind: 'capture', baseUrl: 'http://x' } }) },
      {},
      /holds no run against a server/,
    ],
    ['no failure', { verdicts: [sampleVerdict('TC-CLOCKIN-001')], findings: [] }, {}, /Nothing failed in /],
  ])('refuses %s', (_, changes, more, says) => {
    expect(() => asLastFailed({ lastFailed: true, reportDir: keep(sampleReport(changes)), ...more })).toThrow(says);
  });

  test('refuses where there are no results', () => {
    expect(() => asLastFailed({ lastFailed: true, reportDir: join(folder, 'none') })).toThrow(/there is no such file/);
  });
});

describe('run --last-failed', () => {
  let server: ReferenceServer;
  beforeAll(async () => {
    const defect = fault('clock-out-state-unchanged');
    server = await startReferenceServer(defect === undefined ? {} : { fault: defect });
  });
  afterAll(() => server.close());

  test.runIf(isWhole)('fails again for the same reason, and judges nothing else', async () => {
    const out = join(folder, 'out');
    const run = (...more: readonly string[]) =>
      command(
        ['run', '--base-url', server.url, '--num-runs', '2', '--max-requests', '150', '--report-dir', out, ...more],
        {
          environment: { TIMECARD_TOKEN: server.tokens.caller },
        },
      );
    const read = () => readResultLines(readFileSync(join(out, 'results.ndjson'), 'utf8'));
    const failed = () =>
      read()
        .verdicts.filter(({ kind }) => kind === 'failed')
        .map(({ requirement }) => requirement);
    expect((await run('--suite', 'clockOut')).exitCode).toBe(1);
    const [before, { seed }] = [failed(), read().header];
    expect((await run('--last-failed')).exitCode).toBe(1);
    expect(failed()).toEqual(before);
    expect(read().header.seed).toBe(seed);
    expect(read().verdicts.filter(({ kind }) => kind === 'passed')).toEqual([]);
  });
});
