import { expect, test } from 'vitest';
import type { JudgeContext } from '../checks/context.ts';
import { Judge, judge, prepareChecks } from '../checks/judge.ts';
import type { Check } from '../checks/check.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Judged } from '../judgements/judgement.ts';
import { exchange, otherTeam, traffic } from './exchanges.ts';
import { brokenOff, eachChanged, ofOthers, ofUnknownActor, overlapping, type Perturbation } from './perturbations.ts';

type Traffic = readonly Exchange[];

/** What holds for every check, whatever it is about, on any traffic: here on that of one row. */
export function testLaws(check: Check, context: JudgeContext, traffics: readonly Traffic[]): void {
  const prepared = prepareChecks(context, [check]);

  test.each<[doubt: string, change: Perturbation]>([
    ['somebody else made the traffic', ofOthers],
    ['nobody knows whose token it was', ofUnknownActor],
    ['another request was under way', overlapping],
  ])('accuses nobody of what it took for right because %s', (_doubt, change) => {
    for (const exchanges of traffics) {
      const before = judge(traffic(exchanges), context, [check]);
      if (before.length === 0 || before.some(({ judgement }) => judgement.kind !== 'holds')) continue;
      for (const doubtful of eachChanged(exchanges, change)) {
        expect(violations(judge(doubtful, context, [check]))).toEqual([]);
      }
    }
  });

  test('says nothing about a request that got no answer', () => {
    for (const exchanges of traffics) {
      for (const [index, changed] of eachChanged(exchanges, brokenOff).entries()) {
        const running = new Judge(context, prepared);
        const said = changed.map((one) => running.add(one))[index] ?? [];
        expect(said.map(({ judgement: { kind } }) => kind)).not.toContain('holds');
        for (const { evidence } of violations(said)) expect(evidence.at(-1)).not.toBe(index + 1);
      }
    }
  });

  test('names exchanges of the traffic that show a violation', () => {
    for (const exchanges of traffics) {
      const sequences = traffic(exchanges).map(({ sequence }) => sequence);
      for (const { evidence } of violations(judge(traffic(exchanges), context, [check]))) {
        expect(evidence).not.toEqual([]);
        expect(sequences).toEqual(expect.arrayContaining([...evidence]));
      }
    }
  });

  test('is not moved by a look for a card of another team', () => {
    for (const exchanges of traffics) {
      const ours = traffic(exchanges);
      const usual = judge(ours, context, [check]);
      for (const index of [...ours.keys(), ours.length]) {
        // Between the two that it stands between, so that the others keep their numbers.
        const look = { ...elsewhere, sequence: index + 0.5 };
        const running = new Judge(context, prepared);
        const said = ours.toSpliced(index, 0, look).map((one) => [one, running.add(one)] as const);
        expect(said.flatMap(([one, judged]) => (one === look ? [] : judged))).toEqual(usual);
      }
    }
  });

  test('forgets what was withdrawn', () => {
    for (const exchanges of traffics) {
      const ours = traffic(exchanges);
      const running = new Judge(context, prepared);
      const said = ours.flatMap((one) => {
        running.add(one);
        running.withdraw();
        return running.add(one);
      });
      expect(said).toEqual(judge(ours, context, [check]));
    }
  });
}

const elsewhere = exchange({
  operation: 'get',
  team: otherTeam,
  card: 'TCK_of-another-team',
  intent: false,
  response: { status: 404 },
});

function violations(said: readonly Judged[]): readonly Extract<Judged['judgement'], { kind: 'violated' }>[] {
  return said.flatMap(({ judgement }) => (judgement.kind === 'violated' ? [judgement] : []));
}
