import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import { clockIn, clockInBody, clockInOf, list, openCard } from '../test/card-exchanges.ts';
import { context, secondUser, traffic } from '../test/exchanges.ts';
import type { JudgeContext } from './context.ts';
import { isUndocumented } from './assertions/expectation.ts';
import { Trace } from './trace/trace.ts';

const notIdentified = { capabilities: new Set<never>() };

/** Whether nothing is documented about the last of these exchanges. */
function isUndocumentedAfter(exchanges: readonly Exchange[], changes: Partial<JudgeContext> = {}): boolean {
  const trace = new Trace();
  const [last] = traffic(exchanges)
    .map((one) => trace.add(one))
    .slice(-1);
  if (last === undefined) throw new Error('no traffic');
  return isUndocumented(last, trace, { ...context, ...changes });
}

describe('a second clockIn is undocumented for', () => {
  const open = { ...openCard, userId: context.callerId };
  const theirs = { ...open, userId: secondUser };
  const named = (onBehalfOfUserId: string | null) => clockInOf({ ...clockInBody, onBehalfOfUserId });

  test.each<[name: string, second: Exchange, whileCallerIsIn: boolean, whileOtherIsIn: boolean]>([
    ['the caller', clockIn(), true, false],
    ['the user who is named', named(secondUser), false, true],
    ['the caller, if nobody is named', named(null), true, false],
    ['the second user by their own token', clockIn({}, { actor: 'secondUser' }), false, true],
    ['whoever it may be', clockIn({}, { actor: 'unknown' }), true, true],
  ])('%s', (_name, second, whileCallerIsIn, whileOtherIsIn) => {
    // The answer shows a card of its own, so that only the one that is listed may be open.
    const other = { ...second, outcome: clockIn({ '/id': 'TCK_new' }).outcome };
    expect(isUndocumentedAfter([list([open]), other])).toBe(whileCallerIsIn);
    expect(isUndocumentedAfter([list([theirs]), other])).toBe(whileOtherIsIn);
    expect(isUndocumentedAfter([list([theirs]), other], notIdentified)).toBe(true);
  });
});

describe('an answer 200 to a clockIn of others, who may have an open card', () => {
  const elsewhere = { openCardElsewhere: true, ofOthers: true };

  /** The exchange ran from 36.271 to 36.351; the header of its clock is as good as a second, and either end of it. */
  function shown(createdDateTime: string, serverClockOffset = 0): Exchange {
    return clockIn({}, { serverClockOffset, response: { status: 200, body: { ...openCard, createdDateTime } } });
  }

  test.each<[createdDateTime: string, isNew: boolean, serverClockOffset?: number]>([
    ['2025-01-07T21:35:36.311Z', true],
    ['2025-01-07T21:35:35.981Z', true],
    ['2025-01-07T21:35:35.980Z', false],
    ['2025-01-07T21:35:37.641Z', true],
    ['2025-01-07T21:35:37.642Z', false],
    ['2025-01-07T21:36:36.311Z', true, 60_000],
    ['2025-01-07T21:35:36.311Z', false, 60_000],
    ['just now', false],
    // A missing Z hides no wrong status, where the time fits the call.
    ['2025-01-07T21:35:36.311', true],
    ['2025-01-07T22:35:36.311', false],
  ])('shows a card of %s: new %j', (createdDateTime, isNew, serverClockOffset) => {
    expect(isUndocumentedAfter([shown(createdDateTime, serverClockOffset)], elsewhere)).toBe(!isNew);
    expect(isUndocumentedAfter([shown(createdDateTime, serverClockOffset)], { openCardElsewhere: true })).toBe(true);
  });

  test('shows no new card that was there before', () => {
    const before = list([{ ...openCard, state: 'clockedOut' }]);
    expect(isUndocumentedAfter([before, shown('2025-01-07T21:35:36.311Z')], elsewhere)).toBe(true);
  });
});
