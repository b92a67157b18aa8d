import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Json } from '../traffic/json.ts';
import type { ObservationRow } from '../judgements/verdict.ts';
import { reportOf } from '../test/diff/report-of.ts';
import { isWhole } from '../test/one-in.ts';
import { runAgainst } from '../test/run-against.ts';
import { sampleFooter, sampleHeader, sampleReport, sampleVerdict } from '../test/sample-report.ts';
import { diffRuns } from './diff/compare.ts';
import { comparableRun, type ComparableRun } from './diff/comparable-run.ts';
import { differenceClasses } from './diff/difference-class.ts';
import type { Diff } from './diff/difference.ts';
import { comparableLock, lockOf, lockText } from './lock.ts';
import schema from './lock.schema.json' with { type: 'json' };
import type { RunReport } from './report.ts';

/** Milliseconds: on a busy machine a run takes its time, and that is no fault. */
const patience = 120_000;

const against = (left: ComparableRun, right: ComparableRun): Diff =>
  diffRuns(comparableLock(lockOf(left), 'behaviour.lock'), right);

/** What changed, without what only one of the two came to. */
function told({ counts }: Diff): readonly string[] {
  return differenceClasses.filter((name) => name !== 'notComparable' && counts[name] > 0);
}

const run = (changes: Partial<RunReport> = {}): ComparableRun =>
  comparableRun(sampleReport({ verdicts: [], findings: [], observations: [], footer: sampleFooter(), ...changes }));
const saw = (value: Json, count = 3, subject = 'a subject'): ObservationRow => ({
  requirement: 'TC-GET-003',
  observation: { subject, value },
  count,
});
const answers = (statuses: Readonly<Record<string, number>>, header = sampleHeader()): ComparableRun =>
  run({ header, answers: [{ operation: 'confirm', actor: 'caller', intent: 'plain', answers: statuses }] });

describe('the lock of a server', () => {
  it.runIf(isWhole)(
    'is the same for every seed, and finds nothing in a shorter or a longer run',
    { timeout: patience },
    async () => {
      const runs = await Promise.all(
        [7, 8].map(async (seed) =>
          comparableRun(reportOf((await runAgainst(undefined, { seed, numRuns: 2 })).end, seed)),
        ),
      );
      const [one, other] = runs.map((each) => lockText(lockOf(each)));
      expect(one).toBe(other);
      expect(one?.length).toBeLessThan(30_000);
      const { end } = await runAgainst(undefined, { seed: 9, numRuns: 2 }, { maxRequests: 430 });
      const short = comparableRun(reportOf(end, 9));
      for (const whole of runs) {
        for (const diff of [against(whole, short), against(short, whole)]) {
          expect(told(diff)).toEqual([]);
          expect(diff.compared).toBeGreaterThan(150);
        }
      }
    },
  );

  it('fits its schema, and holds no numbers and nobody', () => {
    const text = lockText(
      lockOf(
        run({
          verdicts: [sampleVerdict('TC-CLOCKOUT-003'), sampleVerdict('TC-CLOCKOUT-004', 'inconclusive')],
          observations: [
            saw('409 Conflict-2025-01-07T21:35:36Z by anna@contoso.com', 77),
            saw('409 6c2b2f1e-0d0a-4d6e-9a8e-1f2d3c4b5a69', 78),
            saw('409 4bf92f3577b34da6a3ce929d0e0e4736 at 1736285736', 79),
          ],
          answers: [{ operation: 'list', actor: 'caller', intent: '/notes type', answers: { '400': 4, none: 1 } }],
        }),
      ),
    );
    const validate = new Ajv2020().compile(schema);
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
    expect(text).toContain(
      '"TC-GET-003/a-subject": ["409 (id)", "409 (id) at (number)", "409 Conflict-(time) by (address)"]',
    );
    expect(text).toContain('"list/caller//notes type": ["400", "none"]');
    expect(text).not.toMatch(/7[789]|CLOCKOUT-004|127\.0\.0\.1|"seed"|startedAt|teamId|[0-9a-f]{8}-/);
  });

  it.each<[string, ComparableRun, ComparableRun, readonly string[]]>([
    [
      'a MUST that broke',
      run({ verdicts: [sampleVerdict('TC-CLOCKOUT-003')] }),
      comparableRun(sampleReport()),
      ['breaking'],
    ],
    ['a fact that changed', run({ observations: [saw('200')] }), run({ observations: [saw('400')] }), ['breaking']],
    ['the same fact more often', run({ observations: [saw('200', 1)] }), run({ observations: [saw('200', 99)] }), []],
    [
      'an id that is new in every run',
      run({ observations: [saw('409 A-11111111-2222-4333-8444-555555555555')] }),
      run({ observations: [saw('409 A-11111111-2222-4333-8444-666666666666')] }),
      [],
    ],
    [
      'a new value that is frequent',
      run({ observations: [saw('kept')] }),
      run({ observations: [saw('kept', 20), saw('changed', 20)] }),
      ['risky'],
    ],
    [
      'a new value that is rare',
      run({ observations: [saw('kept')] }),
      run({ observations: [saw('kept', 20), saw('changed', 2)] }),
      [],
    ],
    ['a refusal that is frequent', answers({ '204': 46 }), answers({ '204': 33, '403': 14 }), ['breaking']],
    ['a refusal by the state of a card', answers({ '204': 46 }), answers({ '204': 33, '409': 14 }), []],
    ['a refusal that is rare', answers({ '204': 46 }), answers({ '204': 46, '409': 3 }), []],
    [
      'a frequent refusal in a run of another extent',
      answers({ '204': 46 }),
      answers({ '204': 33, '403': 14 }, sampleHeader({ budget: { maxRequests: 430 } })),
      [],
    ],
    [
      'a refusal of everything in a run of another extent',
      answers({ '204': 46 }),
      answers({ '403': 14 }, sampleHeader({ budget: { maxRequests: 430 } })),
      ['breaking'],
    ],
    [
      'a race',
      run({ observations: [{ ...saw('one'), requirement: 'TC-RACE-002' }] }),
      run({ observations: [{ ...saw('two'), requirement: 'TC-RACE-002' }] }),
      [],
    ],
  ])('tells %s as it is', (_, left, right, expected) => {
    expect(told(against(left, right))).toEqual(expected);
  });
});
