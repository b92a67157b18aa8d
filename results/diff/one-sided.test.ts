import { describe, expect, it } from 'vitest';
import type { ObservationRow, UnseenRow } from '../../judgements/verdict.ts';
import { sampleFooter, sampleHeader, sampleReport } from '../../test/sample-report.ts';
import { comparableLock, lockOf } from '../lock.ts';
import type { RunReport } from '../report.ts';
import { comparableRun, type ComparableRun } from './comparable-run.ts';
import { diffRuns } from './compare.ts';

const requirement = 'TC-AUTH-012';
const subject = 'createdBy.user of create by an application that acts as a user';
const saw = (count: number): ObservationRow => ({ requirement, observation: { subject, value: 'that user' }, count });
const inVain = (tried: number): UnseenRow => ({
  id: 'TC-AUTH-012/createdby-user-of-create-by-an-application-that-acts-as-a-user',
  requirement,
  subject,
  tried,
});

function run(seen: number, unseen: number, changes: Partial<RunReport> = {}): ComparableRun {
  return comparableRun(
    sampleReport({
      verdicts: [],
      findings: [],
      observations: seen > 0 ? [saw(seen)] : [],
      unseen: unseen > 0 ? [inVain(unseen)] : [],
      footer: sampleFooter(),
      ...changes,
    }),
  );
}

const other = { header: sampleHeader({ seed: 8 }) };
const neverTried = run(0, 0);

function told(left: ComparableRun, right: ComparableRun): readonly string[] {
  return diffRuns(left, right).groups.map(
    ({ class: given, from, to, because }) => `${given}, ${from} → ${to}: ${because}`,
  );
}

describe('what only one run saw', () => {
  it('is not comparable where the other never tried it', () => {
    expect(told(run(9, 0), neverTried)).toEqual(['notComparable, that user → not seen: the second run never tried it']);
    expect(told(neverTried, run(9, 0))).toEqual(['notComparable, not seen → that user: the first run never tried it']);
    expect(diffRuns(run(9, 0), neverTried).compared).toBe(0);
  });

  it('is gone, or new, where the other tried it with the same requests', () => {
    expect(told(run(1, 0), run(0, 1))).toEqual([
      'unknown, that user → not seen: it is tried as before, and not to be seen',
    ]);
    expect(told(run(0, 1), run(1, 0))).toEqual([
      'unknown, not seen → that user: it was tried before, and not to be seen',
    ]);
    expect(diffRuns(run(1, 0), run(0, 1)).compared).toBe(1);
  });

  it.each<[string, ComparableRun, ComparableRun]>([
    ['too few occasions of the other', run(20, 0), run(0, 2, other)],
    ['too few of its own', run(2, 0), run(0, 20, other)],
    ['seen rarely, and then not', run(3, 17), run(0, 20, other)],
    ['not seen, and then rarely', run(0, 20), run(3, 17, other)],
  ])('may be chance with another seed: %s', (_, left, right) => {
    expect(told(left, right)).toEqual([
      expect.stringMatching(/^notComparable, .+ run tried it, and that there was nothing to see may be chance$/),
    ]);
  });

  it('is told with another seed where chance does not explain it', () => {
    expect(told(run(20, 0), run(0, 20, other))).toEqual([expect.stringMatching(/^unknown, that user → not seen/)]);
  });

  it('says nothing where both tried it in vain, or see it at times', () => {
    expect(told(run(0, 5), run(0, 9))).toEqual([]);
    expect(told(run(3, 5), run(9, 2, other))).toEqual([]);
    expect(told(run(0, 5), neverTried)).toEqual([]);
  });

  it('says what names an answer by its status in words that fit', () => {
    const codes = { requirement: 'TC-GEN-022', observation: { subject: 'codes of an answer 415', value: 'none' } };
    const refused = run(0, 0, { observations: [{ ...codes, requirement: 'TC-GEN-022', count: 1 }] });
    expect(told(refused, neverTried)).toEqual([
      'notComparable, none → not seen: the second run got nothing of that kind',
    ]);
  });

  it('is no reproach to a server in traffic that a tool recorded', () => {
    expect(told(run(9, 0), { ...run(0, 9), kind: 'capture' })).toEqual([
      'notComparable, that user → not seen: a tool that records traffic may leave out what would show it',
    ]);
  });

  it('is kept apart in a lock as well', () => {
    const lock = (left: ComparableRun): ComparableRun => comparableLock(lockOf(left), 'behaviour.lock');
    expect(lockOf(run(0, 4)).facts).toEqual({ [inVain(1).id]: [] });
    expect(lockOf(neverTried).facts).toEqual({});
    expect(told(lock(run(0, 4)), run(9, 0))).toEqual([expect.stringMatching(/^unknown, not seen → that user/)]);
    expect(told(lock(neverTried), run(9, 0))).toEqual([expect.stringMatching(/the first run never tried it$/)]);
    expect(told(lock(run(9, 0)), neverTried)).toEqual([expect.stringMatching(/the second run never tried it$/)]);
    // How often it saw what it saw a lock does not say.
    expect(told(lock(run(9, 0)), run(0, 9))).toEqual([expect.stringMatching(/may be chance$/)]);
  });
});
