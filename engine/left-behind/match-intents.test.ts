import { describe, expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import type { OpenIntent } from '../../targets/ledger/read-journals.ts';
import { matchIntents } from './match-intents.ts';

const at = Date.parse('2026-11-29T23:59:50Z');
const created = '2026-11-29T23:59:51Z';
const clockedIn = '{"notes":{"content":"late, since the tram stood still"}}';

function intent(number: number, parts: Partial<OpenIntent> = {}): OpenIntent {
  const common = { kind: 'intent', operation: 'clockIn', teamId: 'team', owners: ['caller'], text: '{}' } as const;
  return { ...common, number, at, clockOffset: 0, sender: 'caller', ...parts };
}

function without(name: 'owners' | 'clockOffset'): OpenIntent {
  const { [name]: _, ...rest } = intent(1);
  return rest;
}

function card(id: string, parts: { readonly [name: string]: Json } = {}, notes: Json = null): Json {
  const clockInEvent = { dateTime: created, isAtApprovedLocation: null, notes };
  return { id, userId: 'caller', createdDateTime: created, clockInEvent, ...parts };
}

const noted = (id: string, parts: { readonly [name: string]: Json } = {}): Json =>
  card(id, parts, { content: 'late, since the tram stood still' });

function matched(intents: readonly OpenIntent[], cards: readonly Json[], isOfOthers = (_: string) => false) {
  const { settled, ...ids } = matchIntents(intents, cards, isOfOthers);
  return { ...ids, settled: settled.map(({ number }) => number) };
}

const none = { ours: [], ambiguous: [], alike: [], settled: [] };

test('the one card that can have come of a request is ours', () => {
  expect(matched([intent(1)], [card('a')])).toEqual({ ...none, ours: ['a'], settled: [1] });
  expect(matched([intent(1)], [])).toEqual({ ...none, settled: [1] });
});

test('as many cards as requests are ours, and of more none is', () => {
  expect(matched([intent(1), intent(2)], [card('a'), card('b')])).toEqual({
    ...none,
    ours: ['a', 'b'],
    settled: [1, 2],
  });
  expect(matched([intent(1)], [card('a'), card('b')])).toEqual({ ...none, ambiguous: ['a', 'b'] });
  const same = intent(1, { text: clockedIn });
  expect(matched([same], [noted('a'), noted('b')])).toEqual({ ...none, ambiguous: ['a', 'b'] });
});

test('requests of other times have cards of their own', () => {
  const late = intent(2, { at: at + 3_600_000 });
  const time = '2026-11-30T00:59:51Z';
  const made = card('b', { createdDateTime: time, clockInEvent: { dateTime: time } });
  expect(matched([intent(1), late], [card('a'), made])).toEqual({ ...none, ours: ['a', 'b'], settled: [1, 2] });
  expect(matched([intent(1), late], [made])).toEqual({ ...none, ours: ['b'], settled: [1, 2] });
});

describe('beside a card that somebody else made in the same second', () => {
  const ours = intent(1, { text: clockedIn });

  test('ours is known by its notes, and the other one is told of and left', () => {
    const found = { ...none, ours: ['ours'], alike: ['theirs'], settled: [1] };
    expect(matched([ours], [card('theirs'), noted('ours')])).toEqual(found);
    expect(matched([ours], [noted('ours'), card('theirs', {}, { content: 'the same tram' })])).toEqual(found);
  });

  test('ours is not known without notes, and neither is removed', () => {
    const other = card('theirs', { createdBy: { user: { id: 'manager' } } });
    expect(matched([intent(1)], [other, card('ours')])).toEqual({ ...none, ambiguous: ['theirs', 'ours'] });
  });

  test('a second request that has no card of its own leaves the other one in doubt', () => {
    const second = intent(2, { text: '{"notes":{"content":"back again"}}' });
    const found = { ...none, ours: ['ours'], ambiguous: ['theirs'], settled: [1] };
    expect(matched([ours, second], [card('theirs'), noted('ours')])).toEqual(found);
  });
});

describe('a lone card is left, since it may be somebody else’s', () => {
  test.each<[string, OpenIntent, Json]>([
    ['without the notes that were sent', intent(1, { text: clockedIn }), card('a')],
    ['with notes where none were sent', intent(1), noted('a')],
    ['where nobody was named', without('owners'), card('a')],
    ['that shows no user', intent(1), card('a', { userId: null })],
    ['that shows another creator', intent(1), card('a', { createdBy: { user: { id: 'manager' } } })],
    ['on a clock that nobody knows', without('clockOffset'), card('a')],
  ])('%s', (_, asked, shown) => {
    expect(matched([asked], [shown])).toEqual({ ...none, ambiguous: ['a'] });
  });
});

describe('a card is somebody else’s', () => {
  test.each<[string, Json]>([
    ['of another user', card('a', { userId: 'colleague' })],
    ['of an earlier time', card('a', { createdDateTime: '2026-11-29T23:59:00Z' })],
    ['of a later time', card('a', { createdDateTime: '2026-11-30T00:01:30Z' })],
    ['without any time', { id: 'a', userId: 'caller' }],
    ['with a number for an id', card('a', { id: 7 })],
    ['that was there before', card('before')],
  ])('%s', (_, other) => {
    expect(matched([intent(1)], [other], (id) => id === 'before')).toEqual({ ...none, settled: [1] });
  });

  test('that was shown before the second request can still be that of the first', () => {
    const requests = [intent(1), intent(2)];
    const { ours } = matchIntents(requests, [card('a')], (id, { number }) => id === 'a' && number === 2);
    expect(ours).toEqual(['a']);
  });
});

test('an answer that came says when the card was made', () => {
  const answered = intent(1, { answeredAt: at + 100 });
  expect(matched([answered], [card('a', { createdDateTime: '2026-11-30T00:00:20Z' })]).ours).toEqual([]);
  expect(matched([answered], [card('a')]).ours).toEqual(['a']);
});
