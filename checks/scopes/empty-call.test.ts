import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { JsonObject } from '../../traffic/json.ts';
import { asChanged, clockIn, clockOut, closedCard, get, openId, refusal } from '../../test/card-exchanges.ts';
import { exchange, secondUser } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { emptyCall, nullNotesCall } from './empty-call.ts';

describe('a call with an empty object', () => {
  const empty = { request: { body: {} } };
  const count = (...exchanges: readonly Exchange[]) => subjectsIn(emptyCall('clockOut'), exchanges).length;

  test('is found on an own card in a documented state, whatever its answer', () => {
    expect(
      subjectsIn(emptyCall('clockOut'), [clockIn(), clockOut({ ...empty, response: refusal(400) })]),
    ).toMatchObject([{ promised: true, evidence: [1, 2] }]);
    expect(count(get(closedCard), clockOut(empty))).toBe(0);
    expect(count(clockIn({ '/userId': secondUser }), clockOut(empty))).toBe(0);
    expect(subjectsIn(emptyCall('clockIn'), [clockIn({}, empty)])).toHaveLength(1);
    expect(subjectsIn(emptyCall('clockIn'), [clockIn(), clockIn({}, empty)])).toEqual([]);
  });

  test.each<[name: string, one: Exchange]>([
    ['something in it', clockOut({ request: { body: { notes: null } } })],
    ['no body', clockOut({ request: {} })],
    ['another purpose', clockOut({ ...empty, intent: asChanged('/x', 'other') })],
    ['another one at once', clockOut({ ...empty, intent: { overlaps: 'it' } })],
    ['no purpose that is known', clockOut({ ...empty, intent: false })],
    ['another token', clockOut({ ...empty, actor: 'secondUser' })],
    ['an answer that the operation is not there', clockOut({ ...empty, response: refusal(405) })],
    ['another action', exchange({ operation: 'startBreak', card: openId, ...empty })],
  ])('is not one with %s', (_name, one) => {
    expect(count(clockIn(), one)).toBe(0);
  });
});

test('a call with null for its notes may have a place beside it, and nothing else', () => {
  const count = (body: JsonObject) =>
    subjectsIn(nullNotesCall('clockOut'), [clockIn(), clockOut({ request: { body } })]).length;
  expect(count({ notes: null })).toBe(1);
  expect(count({ notes: null, isAtApprovedLocation: true })).toBe(1);
  expect(count({ notes: null, atAprovedLocation: true })).toBe(0);
  expect(count({ isAtApprovedLocation: true })).toBe(0);
  expect(count({})).toBe(0);
});
