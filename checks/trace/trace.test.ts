import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { exchange, otherTeam, traffic } from '../../test/exchanges.ts';
import {
  clockIn,
  clockOut,
  closedCard,
  create,
  createBody,
  createdCard,
  createdId,
  createOf,
  get,
  list,
  openCard,
  openId,
  refusal,
  remove,
} from '../../test/card-exchanges.ts';
import type { History } from '../card/history.ts';
import { Trace } from './trace.ts';

function traceOf(...exchanges: readonly Exchange[]): Trace {
  const trace = new Trace();
  for (const one of traffic(exchanges)) trace.add(one);
  return trace;
}

/** What is known of the documented card at the end. */
function cardAfter(...exchanges: readonly Exchange[]): History | undefined {
  return traceOf(...exchanges).cards.get(openId);
}

const again = (sequence: number) => ({ intent: { step: 'read', repeatOf: sequence } });

describe('a history', () => {
  test('begins with the answer that makes the card', () => {
    expect(cardAfter(clockIn())).toMatchObject({
      madeBy: { operation: 'clockIn', sequence: 1, actor: 'caller' },
      state: 'clockedIn',
      documentedLife: true,
      writes: [],
      refusals: [],
    });
  });

  test('knows what an accepted write leads to, and waits for a get to see it', () => {
    const after = cardAfter(clockIn(), clockOut());
    expect(after).toMatchObject({ state: 'clockedOut', writes: [{ operation: 'clockOut', sequence: 2 }] });
    expect(after?.latest?.sequence).toBe(1);
    expect(cardAfter(clockIn(), clockOut(), get(closedCard))).toMatchObject({ state: 'clockedOut', writes: [] });
  });

  test('does not know where an undocumented write leads', () => {
    expect(cardAfter(clockIn(), clockOut(), clockOut())?.state).toBe('unknown');
  });

  test('remembers refused writes until the next representation or write', () => {
    const refusedOnce = clockOut({ response: refusal(400) });
    expect(cardAfter(clockIn(), refusedOnce, refusedOnce)?.refusals).toEqual([2, 3]);
    expect(cardAfter(clockIn(), refusedOnce, get(openCard))?.refusals).toEqual([]);
    expect(cardAfter(clockIn(), refusedOnce, clockOut())?.refusals).toEqual([]);
    expect(cardAfter(clockIn(), clockOut(), refusedOnce)?.refusals).toEqual([]);
    expect(cardAfter(clockIn(), clockOut({ response: refusal(429) }))?.refusals).toEqual([]);
  });

  test.each([
    ['broken off', { fault: 'reset' }],
    ['answered 500', { response: refusal(500) }],
    ['answered 408', { response: refusal(408) }],
  ] as const)('is in doubt after a write that was %s, until a get', (_name, outcome) => {
    expect(cardAfter(clockIn(), clockOut(outcome))).toMatchObject({ state: 'unknown', doubtful: true });
    expect(cardAfter(clockIn(), clockOut(outcome))?.latest).toBeUndefined();
    expect(cardAfter(clockIn(), clockOut(outcome), get(openCard))).toMatchObject({ state: 'clockedIn' });
    expect(cardAfter(clockIn(), clockOut(outcome), get(openCard))?.doubtful).toBeUndefined();
  });

  test('stays deleted, whatever still shows the card', () => {
    const after = cardAfter(clockIn(), remove(openCard), list([openCard]), get(openCard));
    expect(after).toMatchObject({ state: 'gone', deletedBy: 2 });
    expect(after?.latest).toBeUndefined();
  });

  test('is not made by a clockIn that answers with it after it was shown', () => {
    const [first, later] = [{ at: '2025-01-07T21:35:36Z' }, { at: '2025-01-07T21:35:40Z' }];
    const after = cardAfter(clockIn({}, first), clockIn({}, later));
    expect(after).toMatchObject({
      madeBy: { sequence: 1 },
      latest: { sequence: 2, by: 'clockIn' },
      state: 'clockedIn',
    });
    expect(after?.documentedLife).toBeUndefined();
    // Which of two at once made it is not known.
    expect(cardAfter(clockIn({}, first), clockIn({}, first))?.madeBy?.sequence).toBe(2);
  });

  test('begins anew where the id is used again', () => {
    expect(cardAfter(clockIn(), remove(openCard), clockIn())?.deletedBy).toBeUndefined();
  });
});

describe('a documented life', () => {
  test.each([
    ['is that of the documented create', createBody, true],
    ['may have one open break', { clockInEvent: {}, breaks: [{ start: {} }] }, true],
    ['has no state that the client wrote', { ...createBody, state: 'clockedIn' }, false],
    ['has a clock-in', { clockOutEvent: {} }, false],
    ['has no open break on a closed card', { ...createBody, breaks: [{ start: {} }] }, false],
    ['has no two open breaks', { clockInEvent: {}, breaks: [{ start: {} }, { start: {}, end: null }] }, false],
  ] as const)('%s', (_name, body, documented) => {
    expect(traceOf(createOf(body)).cards.get(createdId)?.documentedLife === true).toBe(documented);
  });
});

describe('a list', () => {
  test('does not settle a pending write', () => {
    const after = cardAfter(clockIn(), clockOut(), list([openCard]));
    expect(after?.writes).toHaveLength(1);
    expect(after?.state).toBe('clockedOut');
  });

  test('does not overrule what a get has shown', () => {
    expect(cardAfter(clockIn(), clockOut(), get(closedCard), list([openCard]))?.state).toBe('clockedOut');
  });

  test('is all that is known of other people’s cards', () => {
    expect(cardAfter(list([openCard]))).toMatchObject({ state: 'clockedIn', latest: { by: 'list' } });
    expect(cardAfter(list([openCard]), list([closedCard]))?.state).toBe('clockedOut');
    expect(cardAfter(list([openCard]))?.madeBy).toBeUndefined();
  });

  test('of selected properties shows nothing', () => {
    expect(cardAfter(list([{ id: openId }], { query: '%24select=id' }))).toBeUndefined();
  });
});

describe('a get', () => {
  test('of selected properties, or of another card, shows nothing', () => {
    expect(cardAfter(get(openCard, {}, { query: '$select=id' }))).toBeUndefined();
    const other = get(openCard, {}, { card: 'TCK_other' });
    expect(cardAfter(clockIn(), clockOut(), other)?.writes).toHaveLength(1);
  });
});

describe('a repeated read', () => {
  test('takes the place of the one that it repeats', () => {
    const trace = traceOf(
      clockIn(),
      clockOut(),
      get(openCard),
      get(openCard, {}, again(3)),
      get(closedCard, {}, again(4)),
    );
    expect(trace.entries.map(({ sequence }) => sequence)).toEqual([1, 2, 5]);
    expect(trace.entries.at(-1)?.before?.writes).toEqual([{ operation: 'clockOut', sequence: 2, isTold: true }]);
    expect(trace.cards.get(openId)?.state).toBe('clockedOut');
  });

  test('takes back the card that the first one made known', () => {
    const trace = traceOf(get(openCard), get(openCard, {}, { ...again(1), response: refusal(404) }));
    expect(trace.cards.size).toBe(0);
  });

  test('steps back over nothing but that one', () => {
    const trace = traceOf(clockIn(), get(openCard), create(), get(openCard, {}, again(2)));
    expect(trace.entries).toHaveLength(4);
  });
});

test('a write that another team accepts leaves the card in doubt', () => {
  const trace = new Trace();
  for (const one of traffic([clockIn(), clockOut({ team: otherTeam })])) trace.add(one);
  expect(trace.cards.get(openId)).toMatchObject({ state: 'unknown', doubtful: true });
});

test('what addresses a card is found by it, and the rest together', () => {
  const trace = traceOf(clockIn(), get(openCard), list([]), get(openCard, {}, { card: 'TCK_other' }));
  const on = (card: string | undefined) => trace.on(card).map(({ sequence }) => sequence);
  expect([on(openId), on(undefined), on('TCK_nobody’s')]).toEqual([[2], [1, 3], []]);
});

test('an exchange that is taken back is as if it had not been', () => {
  const trace = traceOf(clockIn(), get(openCard), clockOut());
  trace.withdraw();
  expect(trace.entries).toHaveLength(2);
  expect(trace.on(openId)).toHaveLength(1);
  expect(trace.cards.get(openId)).toMatchObject({ state: 'clockedIn', writes: [] });
});

describe('a card', () => {
  const unnamed = (method: string, status: number) =>
    exchange({ operation: 'unknown', method, card: openId, response: { status } });

  test('is not changed by what is no operation', () => {
    const known = cardAfter(clockIn());
    expect(cardAfter(clockIn(), unnamed('OPTIONS', 200))).toEqual(known);
    expect(cardAfter(clockIn(), unnamed('OPTIONS', 400))).toEqual(known);
    expect(cardAfter(clockIn(), unnamed('OPTIONS', 500))).toEqual(known);
    expect(cardAfter(clockIn(), get(openCard, {}, { response: refusal(404) }))).toEqual(known);
  });

  test('that was there before is written in whatever team the list was of', () => {
    expect(cardAfter(list([openCard]), clockOut())).toMatchObject({ state: 'clockedOut' });
  });

  test('has a documented life only if it was made by a request without a defect', () => {
    const wrong = { mutation: { pointer: '/notes', keyword: 'type', controlOf: 'control' } };
    expect(cardAfter(clockIn({}, { intent: wrong }))?.documentedLife).toBeUndefined();
  });

  test('may be made under an address that nobody knows', () => {
    const made = cardAfter(clockIn({}, { url: 'https://clock.test/elsewhere' }));
    expect(made?.madeBy).toEqual({ operation: 'clockIn', sequence: 1, actor: 'caller', teamId: undefined });
  });

  test('shows that it is confirmed only where the confirmer is known', () => {
    const told = (one: Exchange) => traceOf(create(), one).cards.get(createdId)?.writes.at(-1)?.isTold;
    const confirm = (actor: 'caller' | 'unknown') => exchange({ operation: 'confirm', card: createdId, actor });
    expect(told(confirm('caller'))).toBe(true);
    expect(told(confirm('unknown'))).toBe(false);
    expect(told(exchange({ operation: 'replace', card: createdId, actor: 'unknown' }))).toBe(true);
  });

  test('that begins at once with another may be touched by it', () => {
    const atOnce = { intent: { overlaps: 'the other' } };
    expect(cardAfter(clockIn({}, atOnce))?.state).toBe('clockedIn');
    const second = (rest = {}) => traceOf(clockIn(), clockIn({ '/id': 'TCK_2' }, rest)).cards.get('TCK_2')?.state;
    expect(second(atOnce)).toBe('unknown');
    expect(second()).toBe('clockedIn');
    expect(second({ intent: false })).toBe('clockedIn');
    expect(cardAfter(clockIn(), clockIn({}, { response: {} }))?.state).toBe('unknown');
  });
});

describe('two reads that were sent together', () => {
  const pair = (state: string, repeats: readonly [number?, number?] = []): readonly Exchange[] => {
    const intentOf = (step: string, beside: string, repeatOf?: number) => ({
      intent: { step, beside, ...(repeatOf === undefined ? {} : { repeatOf }) },
    });
    return [
      get(openCard, { '/state': state }, intentOf('one', 'other', repeats[0])),
      get(createdCard, { '/state': state }, intentOf('other', 'one', repeats[1])),
    ];
  };
  const made = [clockIn(), create()];

  test('take the place of both when they are repeated', () => {
    const trace = traceOf(...made, ...pair('clockedIn'), ...pair('onBreak', [3, 4]));
    expect(trace.entries.map(({ sequence }) => sequence)).toEqual([1, 2, 5, 6]);
    expect(trace.cards.get(openId)?.latest?.sequence).toBe(5);
    expect(trace.cards.get(createdId)?.latest?.sequence).toBe(6);
  });

  test('are both taken back, with what was known before them', () => {
    const waiting = [clockIn(), clockOut(), create(), ...pair('clockedIn')];
    const trace = traceOf(...waiting, ...pair('clockedOut', [4, 5]).slice(0, 1));
    expect(trace.entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 6]);
    // The clockOut was waiting to be seen again.
    expect(trace.entries.at(-1)?.before?.writes).toHaveLength(1);
  });

  test('are no pair where one of them writes, or where they only have the names of one', () => {
    const write = clockOut({ intent: { step: 'one', beside: 'other' } });
    const look = (repeatOf?: number) =>
      get(
        createdCard,
        {},
        { intent: { step: 'other', beside: 'one', ...(repeatOf === undefined ? {} : { repeatOf }) } },
      );
    expect(traceOf(...made, write, look(), look(4)).entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 5]);
    const [one] = pair('clockedIn');
    const stranger = get(createdCard, {}, { intent: { step: 'other', beside: 'one', case: 'another case' } });
    if (one === undefined) throw new Error('there are two');
    const repeated = {
      ...stranger,
      intent: { phase: 'examples', case: 'another case', step: 'other', repeatOf: 4 },
    } as const;
    expect(traceOf(...made, one, stranger, repeated).entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 5]);
  });
});
