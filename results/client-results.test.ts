import { describe, expect, test } from 'vitest';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Verdict, VerdictKind } from '../judgements/verdict.ts';
import { clientResultLines, type ClientOutcome } from './client-results.ts';
import { readResultLines } from './read.ts';
import { serialise } from './serialise.ts';

const verdict = (requirement: RequirementId, kind: VerdictKind): Verdict => ({
  requirement,
  kind,
  exercised: 1,
  violated: kind === 'failed' || kind === 'warned' ? 1 : 0,
});

const outcome = (changes: Partial<ClientOutcome> = {}): ClientOutcome => ({
  suiteVersion: '1.2.3',
  client: { name: 'library', version: '4', language: 'Python 3', host: 'graph' },
  baseUrl: 'https://graph.microsoft.com',
  teamId: 'team',
  apiVersion: 'v1.0',
  seed: 7,
  requirements: [],
  strict: false,
  startedAt: 0,
  durationMs: 12,
  requests: 3,
  throttled: 1,
  verdicts: [verdict('TC-CLIENT-001', 'passed')],
  findings: [],
  observations: [],
  notExpressible: [],
  expected: new Map(),
  ...changes,
});

const footerOf = (changes: Partial<ClientOutcome>) => {
  const last = clientResultLines(outcome(changes)).at(-1);
  if (last?.kind !== 'footer') throw new Error('no footer');
  return last;
};

test('the lines are a result stream, and say what was judged', () => {
  const observation = { subject: 'User-Agent of clockIn', value: 'x/1' };
  const lines = clientResultLines(
    outcome({
      observations: [{ requirement: 'TC-CLIENT-022', observation, count: 2 }],
      notExpressible: [{ operation: 'replace', because: 'no put' }],
      verdicts: [verdict('TC-CLIENT-001', 'passed'), verdict('TC-CLIENT-002', 'notExpressible')],
    }),
  );
  const report = readResultLines(lines.map((line) => `${serialise(line)}\n`).join(''));
  expect(report.header).toMatchObject({
    target: { kind: 'client', baseUrl: 'https://graph.microsoft.com' },
    client: { name: 'library', host: 'graph' },
    seed: 7,
    startedAt: '1970-01-01T00:00:00.000Z',
  });
  expect(report.footer).toMatchObject({
    verdict: 'conforming',
    exitCode: 0,
    requests: { sent: 3, throttled: 1 },
    notExpressible: [{ operation: 'replace', because: 'no put' }],
    durationMs: 12,
  });
  expect(report.observations).toEqual([
    { requirement: 'TC-CLIENT-022', observation, count: 2, id: 'TC-CLIENT-022/user-agent-of-clockin' },
  ]);
  // Of the requirements that bind a client, and of no other.
  expect(report.score).toEqual({ holding: 1, exercised: 1, total: 38 });
});

test('what there is not is left out', () => {
  const footer = footerOf({});
  expect(Object.keys(footer)).not.toContain('notExpressible');
  expect(Object.keys(footer)).not.toContain('expected');
  expect(Object.keys(footer)).not.toContain('stopped');
});

describe('the code', () => {
  const failing = [verdict('TC-CLIENT-001', 'failed'), verdict('TC-CLIENT-002', 'passed')];
  const known = new Map<RequirementId, string>([['TC-CLIENT-001', 'https://issues.example/1']]);

  test.each<[string, Partial<ClientOutcome>, number]>([
    ['a MUST that fails', { verdicts: failing }, 1],
    ['a MUST that fails as expected', { verdicts: failing, expected: known }, 0],
    ['an expected failure that is none any more', { expected: known }, 1],
    [
      'an expected failure that was only warned of',
      { verdicts: [verdict('TC-CLIENT-001', 'warned'), verdict('TC-CLIENT-002', 'passed')], expected: known },
      0,
    ],
    [
      'an expected failure that was not chosen',
      { verdicts: [verdict('TC-CLIENT-001', 'skipped'), verdict('TC-CLIENT-002', 'passed')], expected: known },
      0,
    ],
    ['one more than is expected', { verdicts: [...failing, verdict('TC-CLIENT-006', 'failed')], expected: known }, 1],
    [
      'a SHOULD, beside what holds',
      { verdicts: [verdict('TC-CLIENT-003', 'warned'), verdict('TC-CLIENT-001', 'passed')] },
      0,
    ],
    ['a SHOULD, strictly', { verdicts: [verdict('TC-CLIENT-003', 'warned')], strict: true }, 1],
    ['a driver that failed', { stopped: 'the driver died' }, 3],
    [
      'a driver that failed before what is expected was judged',
      { stopped: 'the driver died', expected: known, verdicts: [verdict('TC-CLIENT-001', 'inconclusive')] },
      3,
    ],
    ['a MUST that fails before the driver did', { verdicts: failing, stopped: 'the driver died' }, 1],
    ['an interrupted run', { verdicts: failing, interrupted: true, stopped: 'interrupted' }, 130],
    ['nothing that was judged', { verdicts: [verdict('TC-CLIENT-001', 'notExpressible')] }, 3],
  ])('of %s', (_, changes, code) => {
    expect(footerOf(changes).exitCode).toBe(code);
  });

  test('what is expected is told with whether it fails', () => {
    expect(footerOf({ verdicts: failing, expected: known }).expected).toEqual([
      { requirement: 'TC-CLIENT-001', issue: 'https://issues.example/1', fails: true },
    ]);
    expect(footerOf({ expected: known }).expected).toEqual([
      { requirement: 'TC-CLIENT-001', issue: 'https://issues.example/1', fails: false },
    ]);
  });
});
