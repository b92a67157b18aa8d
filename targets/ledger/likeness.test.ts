import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../traffic/json.ts';
import { cardAskedFor, type AskedBy } from './asked-card.ts';
import { likeness } from './likeness.ts';

const begin = Date.parse('2026-11-30T12:00:00Z');
const during = { startedAt: begin, endedAt: begin + 500 };
const now = '2026-11-30T12:00:01Z';
const shift = '2025-01-07T21:00:00Z';

const people: Omit<AskedBy, 'operation'> = { owners: ['caller'], sender: 'caller' };

function clockIn(body: JsonObject, shown: JsonObject, by: Omit<AskedBy, 'operation'> = people, offset?: number | null) {
  const asked = cardAskedFor({ operation: 'clockIn', ...by }, JSON.stringify(body));
  const card: Json = { userId: 'caller', createdDateTime: now, clockInEvent: { dateTime: now, notes: null }, ...shown };
  return likeness(card, asked, during, offset === null ? undefined : 0);
}

function create(body: JsonObject, shown: JsonObject) {
  const asked = cardAskedFor({ operation: 'create', ...people }, JSON.stringify(body));
  return likeness({ userId: 'caller', createdDateTime: now, ...shown }, asked, during, 0);
}

const notes = { content: 'the tram stood still', contentType: 'text' };
const at = (parts: JsonObject): JsonObject => ({ clockInEvent: { dateTime: now, ...parts } });

describe('a clockIn', () => {
  test('tells its card by the notes that were sent, whatever the clock', () => {
    expect(clockIn({ notes }, at({ notes }))).toBe('told');
    expect(clockIn({ notes }, at({ notes }), people, null)).toBe('told');
    expect(clockIn({ notes, isAtApprovedLocation: true }, at({ notes, isAtApprovedLocation: null }))).toBe('told');
  });

  test('without notes has a card that is like it', () => {
    expect(clockIn({}, {})).toBe('alike');
    expect(clockIn({ notes: { content: '' } }, at({ notes: { content: '' } }))).toBe('alike');
    expect(clockIn({ isAtApprovedLocation: true }, at({ isAtApprovedLocation: true }))).toBe('alike');
    expect(clockIn({}, { createdDateTime: null })).toBe('alike');
    expect(clockIn({}, { userId: 'CALLER' })).toBe('alike');
  });

  test('for a colleague shows the sender as its creator', () => {
    const by = { owners: ['colleague'], sender: 'caller' };
    const madeBy = (id: string) => ({ userId: 'colleague', createdBy: { user: { id } } });
    expect(clockIn({}, madeBy('caller'), by)).toBe('alike');
    expect(clockIn({}, madeBy('colleague'), by)).toBe('alike');
    expect(clockIn({}, madeBy('manager'), by)).toBe('possible');
    expect(clockIn({}, madeBy('caller'), { owners: ['colleague'] })).toBe('possible');
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['other notes', { notes }, at({ notes: { content: 'the bus stood still' } })],
    ['none of the notes', { notes }, at({ notes: null })],
    ['notes that nobody sent', {}, at({ notes })],
    ['another place', { isAtApprovedLocation: true }, at({ isAtApprovedLocation: false })],
    ['no user', {}, { userId: null }],
  ])('may have made a card with %s', (_, body, shown) => {
    expect(clockIn(body, shown)).toBe('possible');
  });

  test('for nobody in particular, or by a clock that nobody knows, may have made anybody’s card', () => {
    expect(clockIn({ notes }, at({ notes }), {})).toBe('possible');
    expect(clockIn({}, {}, people, null)).toBe('possible');
  });

  test('has not made the card of another user, or of another time', () => {
    expect(clockIn({ notes }, { userId: 'colleague', ...at({ notes }) })).toBe('none');
    expect(clockIn({ notes }, { createdDateTime: '2026-11-30T11:59:00Z', ...at({ notes }) })).toBe('none');
    expect(clockIn({}, { createdDateTime: null, clockInEvent: null })).toBe('none');
  });
});

describe('a create', () => {
  const clockInEvent = { dateTime: shift, notes };

  test('tells its card by its notes and its times', () => {
    expect(create({ clockInEvent }, { clockInEvent })).toBe('told');
    expect(create({ clockInEvent: { dateTime: shift }, notes }, { clockInEvent: { dateTime: shift }, notes })).toBe(
      'told',
    );
    expect(
      create({ clockInEvent: { dateTime: shift } }, { clockInEvent: { dateTime: '2025-01-07T22:00:00+01:00' } }),
    ).toBe('alike');
  });

  test.each<[string, JsonObject]>([
    ['shows none of its times', { clockInEvent: { notes } }],
    ['has other notes on itself', { clockInEvent, notes: { content: 'mine' } }],
    ['does not show when it was made', { clockInEvent, createdDateTime: null }],
  ])('may have made a card that %s', (_, shown) => {
    expect(create({ clockInEvent }, shown)).toBe('possible');
  });

  test('may have made a card that was made when its body says, since copies of that body say the same', () => {
    const createdDateTime = '2024-03-01T08:00:00Z';
    expect(create({ clockInEvent, createdDateTime }, { clockInEvent, createdDateTime })).toBe('possible');
  });

  test('has not made a card with other times', () => {
    expect(create({ clockInEvent }, { clockInEvent: { dateTime: '2025-01-08T21:00:00Z', notes } })).toBe('none');
  });
});
