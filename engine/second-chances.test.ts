import { describe, expect, test } from 'vitest';
import type { Judged } from '../judgements/judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Verdict } from '../judgements/verdict.ts';
import { exchange } from '../test/exchanges.ts';
import type { Case } from './cases/case.ts';
import { SecondChances } from './second-chances.ts';

const confirming: Case = { name: 'confirming', phase: 'refusals', suites: ['confirm'], steps: [] };
const noControl: Judged = {
  requirement: 'TC-CONFIRM-007',
  judgement: { kind: 'undecided', because: 'noControl' },
};
const open = (requirement: RequirementId): Verdict => ({
  requirement,
  kind: 'inconclusive',
  because: 'it stays open',
  exercised: 0,
  violated: 0,
});
const lost = exchange({ operation: 'confirm', card: 'TCK_1', response: { status: 504 } });
const refused = exchange({ operation: 'confirm', card: 'TCK_1', response: { status: 409 } });

describe('a second chance', () => {
  test.each([
    ['for a refused control, while what it would have proved is open', [noControl], refused, 'TC-CONFIRM-007', 1],
    ['for no refused control, where something else is open', [noControl], refused, 'TC-CONFIRM-006', 0],
    ['for a lost answer, while anything of its suites is open', [], lost, 'TC-CONFIRM-007', 1],
    ['for no lost answer, where something of another suite is open', [], lost, 'TC-RACE-004', 0],
    ['for no case in which all was answered', [], refused, 'TC-CONFIRM-007', 0],
  ] as const)('%s', (_, judged, answer, requirement, expected) => {
    const chances = new SecondChances();
    chances.note('7', 'refusals', confirming, { judged, exchanges: [answer] });
    expect([...chances.cases(() => [open(requirement)])].map(({ place }) => place)).toHaveLength(expected);
  });

  test('for nothing that is open and no MUST, or has been settled meanwhile', () => {
    const chances = new SecondChances();
    for (const place of ['1', '2']) chances.note(place, 'refusals', confirming, { judged: [noControl], exchanges: [] });
    let verdicts: readonly Verdict[] = [open('TC-CONFIRM-007')];
    const places: string[] = [];
    for (const { place } of chances.cases(() => verdicts)) {
      places.push(place);
      verdicts = [];
    }
    expect(places).toEqual(['1']);
  });

  test('is given to a few cases only', () => {
    const chances = new SecondChances();
    for (let place = 0; place < 50; place += 1)
      chances.note(String(place), 'refusals', confirming, { judged: [noControl], exchanges: [] });
    expect([...chances.cases(() => [open('TC-CONFIRM-007')])]).toHaveLength(8);
  });
});
