import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sampleFinding, sampleVerdict } from '../test/sample-report.ts';
import { holdAgainst, knownFailures, updatedBaseline, type BaselineEntry, type BaselineRun } from './baseline.ts';
import schema from './baseline.schema.json' with { type: 'json' };
import type { VerdictKind } from './verdict.ts';

const id = 'TC-CLOCKOUT-003';
const entry: BaselineEntry = { requirement: id, reason: 'our mock keeps cards open', issue: 'https://example.com/1' };

const outcome = (kind: VerdictKind, changes: Partial<BaselineRun> = {}): BaselineRun => ({
  verdicts: [sampleVerdict(id, kind)],
  findings: kind === 'failed' || kind === 'warned' ? [sampleFinding()] : [],
  strict: false,
  today: '2027-03-01',
  isPartial: false,
  ...changes,
});

const standings = (entries: readonly BaselineEntry[], held: BaselineRun) =>
  holdAgainst({ format: 1, apiVersion: 'v1.0', entries }, held).map(({ standing }) => standing);

describe('the truth table of a baseline', () => {
  it.each<[string, readonly BaselineEntry[], BaselineRun, readonly string[]]>([
    ['not listed, fails', [], outcome('failed'), ['fresh']],
    ['not listed, passes', [], outcome('passed'), []],
    ['listed, fails', [entry], outcome('failed'), ['known']],
    ['listed, fails at the same place', [{ ...entry, pointer: '/state' }], outcome('failed'), ['known']],
    ['listed, fails at another place', [{ ...entry, pointer: '/id' }], outcome('failed'), ['stale', 'fresh']],
    ['listed, passes', [entry], outcome('passed'), ['stale']],
    ['listed, skipped', [entry], outcome('skipped'), ['unjudged']],
    ['listed, inconclusive', [entry], outcome('inconclusive'), ['unjudged']],
    ['listed, not judged at all', [entry], outcome('passed', { verdicts: [] }), ['unjudged']],
    ['listed, fails on the last day', [{ ...entry, expires: '2027-03-01' }], outcome('failed'), ['known']],
    ['listed, fails a day later', [{ ...entry, expires: '2027-02-28' }], outcome('failed'), ['expired']],
    ['listed, passes in a run that was cut short', [entry], outcome('passed', { isPartial: true }), ['unjudged']],
    ['listed, fails in a run that was cut short', [entry], outcome('failed', { isPartial: true }), ['known']],
    ['expired, passes', [{ ...entry, expires: '2027-02-28' }], outcome('passed'), ['stale']],
    ['flaky, passes', [{ ...entry, flaky: true }], outcome('passed'), ['quiet']],
    ['flaky, fails', [{ ...entry, flaky: true }], outcome('failed'), ['known']],
    ['not listed, a warning', [], outcome('warned'), []],
  ])('%s', (_, entries, held, expected) => {
    expect(standings(entries, held)).toEqual(expected);
  });

  it('takes in a SHOULD only where the run is strict', () => {
    const verdicts = [sampleVerdict('TC-DELETE-003', 'warned')];
    expect(standings([], outcome('passed', { verdicts, strict: true }))).toEqual(['fresh']);
  });

  it('bears nothing of a requirement that fails elsewhere, too', () => {
    const seen = {
      violated: 2,
      exercised: 2,
      values: [
        { pointer: '/state', actual: 1 },
        { pointer: '/id', actual: 1 },
      ],
    };
    const held = outcome('failed', { findings: [sampleFinding({ seen })] });
    const entries = [{ ...entry, pointer: '/state' }];
    const rows = holdAgainst({ format: 1, apiVersion: 'v1.0', entries }, held);
    expect(rows.map(({ standing, pointer }) => [standing, pointer])).toEqual([
      ['known', '/state'],
      ['fresh', '/id'],
    ]);
    expect([...knownFailures(rows)]).toEqual([]);
  });
});

describe('updatedBaseline', () => {
  const update = (entries: readonly BaselineEntry[], held: BaselineRun) => {
    const before = { format: 1, apiVersion: 'v1.0', entries } as const;
    return updatedBaseline(before, holdAgainst(before, held), held.findings, 'say why');
  };

  it('takes new failures in, keeps reasons, and drops what no longer fails', () => {
    expect(update([], outcome('failed')).entries).toEqual([{ requirement: id, reason: 'say why' }]);
    expect(update([entry], outcome('failed')).entries).toEqual([entry]);
    expect(update([entry], outcome('passed')).entries).toEqual([]);
    expect(update([entry], outcome('skipped')).entries).toEqual([entry]);
  });

  it('marks what fails only at times, so that it is not stale the next day', () => {
    const findings = [sampleFinding({ stability: 'flaky' })];
    const marked = [{ requirement: id, reason: 'say why', flaky: true }];
    expect(update([], outcome('failed', { findings })).entries).toEqual(marked);
    expect(update([{ requirement: id, reason: 'say why' }], outcome('failed', { findings })).entries).toEqual(marked);
    expect(standings([{ ...entry, flaky: true }], outcome('passed'))).toEqual(['quiet']);
  });

  it.each([
    ['races', { failed: 2, of: 5 }, true],
    ['races', { failed: 5, of: 5 }, undefined],
    ['lifeCycle', { failed: 2, of: 5 }, undefined],
  ] as const)('takes counts of %s for chance only where the same was repeated: %j', (phase, stability, flaky) => {
    const finding = sampleFinding({ stability, replay: { seed: 1, phase, path: '0' } });
    expect(update([], outcome('failed', { findings: [finding] })).entries[0]?.flaky).toBe(flaky);
  });

  it('renews nothing that has expired', () => {
    const expired = { ...entry, expires: '2027-02-28' };
    expect(update([expired], outcome('failed')).entries).toEqual([expired]);
  });

  it('leaves nothing that fails again, and fits its schema', () => {
    const validate = new Ajv2020().compile(schema);
    for (const kind of ['failed', 'passed', 'skipped'] as const) {
      const updated = update([{ ...entry, pointer: '/id', expires: '2027-03-02' }], outcome(kind));
      expect(validate(updated)).toBe(true);
      const again = holdAgainst(updated, outcome(kind)).map(({ standing }) => standing);
      expect(again.filter((one) => one !== 'known' && one !== 'unjudged')).toEqual([]);
    }
  });
});
