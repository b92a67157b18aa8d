import { describe, expect, test } from 'vitest';
import { accused, at, checked, verdictOn } from '../../test/captures/captured.ts';
import { changed, exchange } from '../../test/exchanges.ts';
import {
  clockIn,
  clockOut,
  closedCard,
  create,
  createdCard,
  get,
  list,
  openCard,
  openId,
  refusal,
  remove,
} from '../../test/card-exchanges.ts';

const caller = String(openCard['userId']);
const lag = 'inconclusive: seemed violated, in a read too soon after a write to tell it from one that lags';
const stranger =
  'inconclusive: seemed violated, and somebody whose requests are not in the file may have changed the card';
/** When the clockOut of the helpers is answered, after the clockIn. */
const closing = Date.parse('2025-01-07T23:00:00.5Z') - Date.parse('2025-01-07T21:35:36.311Z');
/** When the create of the helpers is answered. */
const creation = Date.parse('2025-01-07T21:30:20.487Z') - Date.parse('2025-01-07T21:35:36.311Z');
const lost = get(openCard, {}, { response: refusal(404) });

describe('what an answer shows by itself', () => {
  test('is judged, and named by the entry of the file', () => {
    const found = checked([at(0, get(openCard)), at(100, get(openCard, { '/state': 'asleep' }))]);
    expect(found.findings).toMatchObject([
      {
        requirement: 'TC-SHAPE-001',
        seen: { violated: 1, exercised: 2 },
        place: { file: 'some.har', entry: 2 },
        reproduction: [{ entry: 2 }],
      },
    ]);
  });

  test('is not judged where a 429 says "not now"', () => {
    const busy = exchange({ operation: 'list', response: { status: 429, text: '<h1>busy</h1>' } });
    expect(accused(checked([at(0, busy)]))).toEqual([]);
  });

  test('is not missed where the tool kept no headers', () => {
    const found = checked([at(0, get(openCard, {}, { response: { body: openCard, headers: [] } }))]);
    expect(accused(found)).toEqual([]);
    expect(verdictOn('TC-GEN-005', found)).toBe('skipped: the file does not hold the headers that would show it');
  });

  test('what no exchange shows is skipped, and so is what needs traffic made for it', () => {
    const found = checked([at(0, get(openCard))]);
    expect(verdictOn('TC-CLOCKOUT-003', found)).toBe('skipped: nothing in the file shows it');
    expect(verdictOn('TC-GEN-002', found)).toBe('skipped: needs traffic made for it');
    expect(verdictOn('TC-CLOCKIN-018', found)).toMatch(/^skipped: needs --user-id/);
    expect(verdictOn('TC-SHAPE-001', found)).toBe('passed');
  });
});

test('a request with names in another case says nothing that is held against its answer', () => {
  const notes = { contentType: 'text', content: 'Started late' };
  const noted = changed(openCard, { '/clockInEvent/notes': notes });
  const body = { NOTES: { contentType: 'text', content: 'Started late' }, isAtApprovedLocation: true };
  const sent = at(0, exchange({ operation: 'clockIn', request: { body }, response: { status: 201, body: noted } }));
  expect(accused(checked([sent]))).toEqual([]);
  const { NOTES: _, ...silent } = body;
  const without = exchange({ operation: 'clockIn', request: { body: silent }, response: { status: 201, body: noted } });
  expect(accused(checked([at(0, without)]))).toContain('TC-CLOCKIN-010');
  const nested = { notes: { Content: 'Started late', contentType: 'text' }, isAtApprovedLocation: true };
  const deep = exchange({ operation: 'clockIn', request: { body: nested }, response: { status: 201, body: openCard } });
  expect(accused(checked([at(0, deep)]))).toEqual([]);
});

describe('a read after a write', () => {
  const life = (...reads: readonly (readonly [after: number, card: typeof openCard])[]) =>
    checked([
      at(0, clockIn()),
      at(closing, clockOut()),
      ...reads.map(([after, card]) => at(closing + 80 + after, get(card))),
    ]);

  test('that shows what was there before may lag', () => {
    const found = life([100, openCard]);
    expect(accused(found)).toEqual([]);
    expect(verdictOn('TC-CLOCKOUT-003', found)).toBe(lag);
  });

  test('lags no more after as long as a run would wait', () => {
    const found = life([100, openCard], [1600, openCard]);
    expect(accused(found)).toContain('TC-CLOCKOUT-003');
    expect(found.findings[0]?.place.entry).toBe(4);
    expect(found.findings[0]?.reproduction.map(({ entry }) => entry)).toEqual([1, 2, 4]);
  });

  test('has lagged if the next one shows the write', () => {
    const found = life([100, openCard], [300, closedCard]);
    expect(accused(found)).toEqual([]);
    expect(verdictOn('TC-CLOCKOUT-003', found)).toBe('passed');
  });

  test('does not lag if it shows what never was', () => {
    expect(accused(life([100, changed(closedCard, { '/clockOutEvent/notes': null })]))).toContain('TC-CLOCKOUT-005');
  });

  test('may lag behind several writes to what no answer has shown', () => {
    const { clockInEvent: start = null } = openCard;
    const onBreak = changed(openCard, { '/state': 'onBreak', '/breaks': [{ breakId: 'BRK_1', start, end: null }] });
    const steps = [
      at(0, clockIn()),
      at(1000, exchange({ operation: 'startBreak', card: openId })),
      at(1200, exchange({ operation: 'endBreak', card: openId })),
      at(1400, get(onBreak)),
    ];
    expect(accused(checked(steps))).toEqual([]);
  });

  test('of a new card may not find it yet', () => {
    const found = checked([at(0, clockIn()), at(100, lost), at(400, get(openCard))], { userId: caller });
    expect(accused(found)).toEqual([]);
  });
});

describe('somebody whose requests are not in the file', () => {
  const hour = 3_600_000;

  test('may have changed a card between two looks at it, which then says when', () => {
    const looks = [at(0, get(openCard)), at(1000, get(openCard)), at(2000, get(openCard))];
    const edited = {
      '/notes': { contentType: 'text', content: 'edited' },
      '/lastModifiedDateTime': '2025-01-07T22:00:00Z',
    };
    const seen = checked([...looks, at(hour, get(openCard, edited))]);
    expect(accused(seen)).toEqual([]);
    expect(verdictOn('TC-ISOLATION-007', seen)).toBe('passed');
    const { '/notes': notes } = edited;
    const unseen = checked([...looks, at(hour, get(openCard, { '/notes': notes }))]);
    expect(accused(unseen)).toEqual(['TC-ISOLATION-007']);
  });

  test('may have changed it long before a write', () => {
    const early = changed(closedCard, { '/clockInEvent/dateTime': '2025-01-07T21:00:00Z' });
    const found = checked([at(0, clockIn()), at(closing, clockOut()), at(closing + 5000, get(early))]);
    expect(verdictOn('TC-CLOCKOUT-008', found)).toBe(stranger);
  });

  test('may have deleted a card, unless it is seen again', () => {
    const missing = [at(0, clockIn()), at(5000, list([])), at(9000, lost)];
    const tokens = missing.map((one) => ({ ...one, credential: 'Bearer some-token' }));
    expect(accused(checked(tokens, { userId: caller }))).toEqual([]);
    const seen = [...tokens, { ...at(12_000, get(openCard)), credential: 'Bearer some-token' }];
    expect(accused(checked(seen, { userId: caller }))).toEqual(['TC-LIST-003']);
  });

  test('may have an open card, or be refused for what nobody knows', () => {
    const found = checked([
      at(0, clockIn({}, { response: refusal(409) })),
      at(1000, exchange({ operation: 'clockOut', card: 'TCK_unseen', response: refusal(403) })),
      at(2000, exchange({ operation: 'get', card: 'TCK_unseen', response: refusal(404) })),
      at(3000, create({}, { response: refusal(400) })),
    ]);
    expect(accused(found)).toEqual([]);
  });
});

describe('who asked', () => {
  const other = changed(openCard, { '/userId': '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e' });
  const missing = (credentials: readonly (string | undefined)[], userId?: string) => {
    const steps = [at(0, clockIn()), at(5000, list([])), at(9000, get(openCard))];
    const asked = steps.map((one, index) => {
      const credential = credentials[index];
      return credential === undefined ? one : { ...one, credential };
    });
    return accused(checked(asked, userId === undefined ? {} : { userId }));
  };

  test('must see in a list what is the own card, and nobody else must', () => {
    expect(missing(['Bearer one', 'Bearer one', 'Bearer one'], caller)).toEqual(['TC-LIST-003']);
    expect(missing(['Bearer one', 'Bearer two', 'Bearer one'], caller)).toEqual([]);
    expect(missing(['Bearer one', 'Bearer one', 'Bearer one'])).toEqual([]);
    expect(missing([undefined, undefined, undefined])).toEqual([]);
    expect(missing([undefined, undefined, undefined], caller)).toEqual(['TC-LIST-003']);
  });

  test('is held to be nobody in particular without a token', () => {
    expect(accused(checked([at(0, clockIn({ '/userId': String(other['userId']) }))]))).toEqual([]);
    expect(accused(checked([at(0, clockIn({ '/userId': String(other['userId']) }))], { userId: caller }))).toEqual([
      'TC-CLOCKIN-018',
    ]);
  });
});

describe('requests that say little', () => {
  test('two at once may come in either order', () => {
    const early = { ...clockOut(), startedAt: 0, endedAt: 400 };
    const found = checked([
      at(0, clockIn()),
      at(closing, early),
      at(closing + 200, get(openCard)),
      at(closing + 2000, get(closedCard)),
    ]);
    expect(accused(found)).toEqual([]);
  });

  test('a wrong value that is accepted and shown again is no wrong answer', () => {
    const notes = { content: 'x', contentType: 'markdown' };
    const shown = { '/clockInEvent/notes': notes, '/originalEntry/clockInEvent/notes': notes };
    const wrong = clockIn(shown, { request: { body: { notes } } });
    expect(accused(checked([at(0, wrong)]))).toEqual([]);
  });

  test('what was sent is not taken for nothing where the file does not hold it', () => {
    const asked = clockIn({}, { request: {} });
    expect(accused(checked([at(0, asked)]))).toEqual(['TC-CLOCKIN-010']);
    expect(accused(checked([at(0, asked, { bodyUnknown: true })]))).toEqual([]);
  });

  test('a card that was deleted is gone, and one that others deleted is not accused', () => {
    const gone = { response: refusal(404) };
    const found = checked([
      at(creation, create()),
      at(2000, remove(createdCard)),
      at(4000, get(createdCard, {}, gone)),
      at(6000, remove(createdCard, gone)),
    ]);
    expect(accused(found)).toEqual([]);
    const back = checked([
      at(creation, create()),
      at(2000, get(createdCard)),
      at(3000, remove(createdCard)),
      at(6000, get(createdCard)),
    ]);
    expect(accused(back)).toEqual(['TC-DELETE-002']);
  });
});
