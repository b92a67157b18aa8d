import { expect, test } from 'vitest';
import { clockIn, clockOut, get, openCard, openId } from '../../test/card-exchanges.ts';
import { changed, traffic } from '../../test/exchanges.ts';
import { reproductionOf } from './reproduction.ts';

const other = changed(openCard, { '/id': 'TCK_other' });

test('of a race only what concerns its card is told', () => {
  const exchanges = traffic([
    clockIn({ '/id': 'TCK_other' }),
    clockOut({ card: 'TCK_other' }),
    get(other),
    clockIn(),
    clockOut({ intent: { step: 'one', overlaps: 'two' } }),
    clockOut({ intent: { step: 'two', overlaps: 'one' } }),
    get(openCard),
  ]);
  const violation = { kind: 'violated', pointer: '/state', expected: 1, actual: 2, evidence: [5, 6, 7] } as const;
  expect(reproductionOf(exchanges, violation).map(({ sequence }) => sequence)).toEqual([4, 5, 6, 7]);
});

test('otherwise all that went before, but no clean-up and no read that was repeated', () => {
  const exchanges = traffic([
    clockIn({ '/id': 'TCK_other' }),
    get(other),
    get(other, {}, { intent: { repeatOf: 2 } }),
    clockOut({ card: openId, intent: { step: 'tidy card' } }),
    get(openCard),
  ]);
  const violation = { kind: 'violated', pointer: '/state', expected: 1, actual: 2, evidence: [5] } as const;
  expect(reproductionOf(exchanges, violation).map(({ sequence }) => sequence)).toEqual([1, 3, 5]);
});

test('of requests side by side also the other one, which may be the cause', () => {
  const exchanges = traffic([
    clockIn({ '/id': 'TCK_other' }),
    clockIn(),
    clockOut({ card: 'TCK_other', intent: { step: 'one', beside: 'two' } }),
    clockOut({ intent: { step: 'two', beside: 'one' } }),
    get(openCard),
  ]);
  const violation = { kind: 'violated', pointer: '/state', expected: 1, actual: 2, evidence: [2, 4, 5] } as const;
  expect(reproductionOf(exchanges, violation).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
});
