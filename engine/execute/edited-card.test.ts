import { describe, expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import type { Edit } from '../cases/case.ts';
import { editedCard } from './edited-card.ts';

const event = { dateTime: '2025-01-07T21:10:00Z', isAtApprovedLocation: true, notes: null };
const shown = {
  id: 'TCK_1',
  state: 'clockedOut',
  userId: 'somebody',
  clockInEvent: event,
  clockOutEvent: { ...event, dateTime: '2025-01-07T22:00:00Z' },
  breaks: [
    { breakId: 'BRK_1', notes: null, start: event, end: event },
    { breakId: 'BRK_2', notes: null, start: event, end: null },
  ],
  notes: null,
  originalEntry: { clockInEvent: { ...event, dateTime: '2025-01-07T20:00:00Z' } },
};
const people = { callerId: 'Somebody' };
const { id: _, state: __, originalEntry: ___, ...asClientsWriteIt } = shown;

describe('a card that a client edits', () => {
  test('is sent as it was shown, without what the service sets', () => {
    expect(editedCard(shown, [], people)).toEqual(asClientsWriteIt);
  });

  test.each<readonly [what: string, edit: Edit, changed: object]>([
    ['a value set', { pointer: '/notes', value: { content: 'late' } }, { notes: { content: 'late' } }],
    ['a value that it had not', { pointer: '/state', value: 'onBreak' }, { state: 'onBreak' }],
    [
      'a time moved',
      { pointer: '/clockInEvent/dateTime', later: -60_000 },
      { clockInEvent: { ...event, dateTime: '2025-01-07T21:09:00.000Z' } },
    ],
    ['a value of another place', { pointer: '/clockOutEvent', from: '/clockInEvent' }, { clockOutEvent: event }],
    [
      'a value that only the service sets',
      { pointer: '/clockInEvent', from: '/originalEntry/clockInEvent' },
      { clockInEvent: { ...event, dateTime: '2025-01-07T20:00:00Z' } },
    ],
    ['a break less', { pointer: '/breaks/0' }, { breaks: [shown.breaks[1]] }],
    [
      'a break more',
      { pointer: '/breaks/2', value: { start: event } },
      { breaks: [...shown.breaks, { start: event }] },
    ],
  ])('is sent with %s', (_what, edit, changed) => {
    expect(editedCard(shown, [edit], people)).toEqual({ ...asClientsWriteIt, ...changed });
  });

  test('is sent with a place under every name under which it was shown', () => {
    const both = { ...event, atApprovedLocation: true };
    const edit = { pointer: '/clockInEvent/isAtApprovedLocation', value: null };
    expect(editedCard({ ...shown, clockInEvent: both }, [edit], people)).toMatchObject({
      clockInEvent: { isAtApprovedLocation: null, atApprovedLocation: null },
    });
    expect(
      editedCard({ ...shown, clockInEvent: { dateTime: event.dateTime, atApprovedLocation: true } }, [edit], people),
    ).toMatchObject({ clockInEvent: { dateTime: event.dateTime, atApprovedLocation: null } });
  });

  test.each<readonly [what: string, card: Json | undefined, edit: Edit]>([
    ['before it was shown', undefined, { pointer: '/notes', value: null }],
    ['without a place for the edit', { userId: 'somebody' }, { pointer: '/breaks/0/end', value: null }],
    ['without a time to move', { clockInEvent: null }, { pointer: '/clockInEvent/dateTime', later: 1 }],
    [
      'where it belongs to somebody whom nobody named',
      { ...shown, userId: 'another' },
      { pointer: '/notes', value: null },
    ],
    ['without the value to take', shown, { pointer: '/notes', from: '/nowhere' }],
  ])('is not sent %s', (_what, card, edit) => {
    expect(editedCard(card, [edit], people)).toBeUndefined();
  });
});
