import { describe, expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import type { OpenIntent } from '../../targets/ledger/read-journals.ts';
import { matchIntents } from './match-intents.ts';

const at = Date.parse('2026-11-29T23:59:50Z');

function intent(number: number, parts: Partial<OpenIntent> = {}): OpenIntent {
  const common = { kind: 'intent', operation: 'clockIn', teamId: 'team', owners: ['caller'], text: '{}' } as const;
  return { ...common, number, at, clockOffset: 0, ...parts };
}

function card(id: string, parts: { readonly [name: string]: Json } = {}): Json {
  const createdDateTime = '2026-11-29T23:59:51Z';
  return {
    id,
    userId: 'caller',
    createdDateTime,
    clockInEvent: { dateTime: createdDateTime, isAtApprovedLocation: null, notes: null },
    ...parts,
  };
}

const none = { ours: [], ambiguous: [], without: [] };

test('the one card that can have come of a request is ours', () => {
  expect(matchIntents([intent(1)], [card('a')], new Set())).toEqual({ ...none, ours: ['a'] });
});

test('as many cards as requests are ours, and of more none is', () => {
  expect(matchIntents([intent(1), intent(2)], [card('a'), card('b')], new Set())).toEqual({
    ...none,
    ours: ['a', 'b'],
  });
  expect(matchIntents([intent(1)], [card('a'), card('b')], new Set())).toEqual({ ...none, ambiguous: ['a', 'b'] });
});

test('requests of other times have cards of their own', () => {
  const late = intent(2, { at: at + 3_600_000 });
  const made = card('b', {
    createdDateTime: '2026-11-30T00:59:51Z',
    clockInEvent: { dateTime: '2026-11-30T00:59:51Z' },
  });
  expect(matchIntents([intent(1), late], [card('a'), made], new Set())).toEqual({ ...none, ours: ['a', 'b'] });
  expect(matchIntents([intent(1), late], [made], new Set())).toMatchObject({ ours: ['b'], without: [{ number: 1 }] });
});

describe('a card is somebody else’s', () => {
  test.each<[string, Json]>([
    ['of another user', card('a', { userId: 'colleague' })],
    ['of an earlier time', card('a', { createdDateTime: '2026-11-29T23:59:00Z' })],
    ['of a later time', card('a', { createdDateTime: '2026-11-30T00:01:30Z' })],
    ['with notes', card('a', { clockInEvent: { dateTime: '2026-11-29T23:59:51Z', notes: { content: 'mine' } } })],
    ['without any time', { id: 'a', userId: 'caller' }],
    ['with a number for an id', card('a', { id: 7 })],
    ['that was there before', card('before')],
  ])('%s', (_, other) => {
    expect(matchIntents([intent(1)], [other], new Set(['before']))).toMatchObject({ ours: [], ambiguous: [] });
  });

  test('at another place than was said, or with other times than were sent', () => {
    const said = intent(1, { text: '{"isAtApprovedLocation":true,"notes":{"content":"late"}}' });
    const shown = (parts: { readonly [name: string]: Json }) =>
      card('a', { clockInEvent: { dateTime: '2026-11-29T23:59:51Z', ...parts } });
    expect(
      matchIntents([said], [shown({ isAtApprovedLocation: false, notes: { content: 'late' } })], new Set()).ours,
    ).toEqual([]);
    expect(
      matchIntents([said], [shown({ isAtApprovedLocation: true, notes: { content: 'early' } })], new Set()).ours,
    ).toEqual([]);
    expect(
      matchIntents([said], [shown({ isAtApprovedLocation: true, notes: { content: 'late' } })], new Set()).ours,
    ).toEqual(['a']);
    const created = intent(2, { operation: 'create', text: '{"clockInEvent":{"dateTime":"2025-01-07T21:00:00Z"}}' });
    expect(matchIntents([created], [shown({ dateTime: '2025-01-07T22:00:00Z' })], new Set()).ours).toEqual([]);
    expect(matchIntents([created], [shown({ dateTime: '2025-01-07T22:00:00+01:00' })], new Set()).ours).toEqual(['a']);
  });
});

test('an answer that came says when the card was made', () => {
  const answered = intent(1, { answeredAt: at + 100 });
  expect(matchIntents([answered], [card('a', { createdDateTime: '2026-11-30T00:00:20Z' })], new Set()).ours).toEqual(
    [],
  );
  expect(matchIntents([answered], [card('a')], new Set()).ours).toEqual(['a']);
});
