import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import { exchange, traffic } from '../test/exchanges.ts';
import { WrongValues } from './sent-wrong.ts';

const wrong = (pointer: string, keyword = 'type') => ({ mutation: { pointer, keyword, controlOf: 'control' } });
const replace = (body: Json, pointer: string, keyword?: string, status = 204): Exchange =>
  exchange({
    operation: 'replace',
    card: 'TCK_1',
    request: { body },
    response: { status },
    intent: wrong(pointer, keyword),
  });
const get = (body: Json, card = 'TCK_1'): Exchange => exchange({ operation: 'get', card, response: { body } });

/** Where the value at a place of the last answer was sent. */
function source(pointer: string, exchanges: readonly Exchange[]) {
  const all = traffic(exchanges);
  const values = new WrongValues();
  values.note(all);
  const evidence = [all.length];
  return values.whereSent({ kind: 'violated', pointer, expected: 'right', actual: 'wrong', evidence }, all);
}

describe('a value that was sent wrong on purpose, and comes back', () => {
  test.each<[what: string, pointer: string, sent: Exchange, shown: Json, place: string]>([
    ['as it was', '/state', replace({ state: ['a'] }, '/state'), { id: 'TCK_1', state: ['a'] }, '/state'],
    [
      'within what it stands for',
      '/breaks/0/start',
      replace({ breaks: [null] }, '/breaks/0'),
      { id: 'TCK_1', breaks: [null] },
      '/breaks/0',
    ],
    [
      'as a part of an event',
      '/breaks/1/start/notes',
      exchange({
        operation: 'startBreak',
        card: 'TCK_1',
        request: { body: { notes: 'text' } },
        intent: wrong('/notes'),
      }),
      { id: 'TCK_1', breaks: [{}, { start: { notes: 'text' } }] },
      '/notes',
    ],
    [
      'where it was left out',
      '/clockInEvent/dateTime',
      replace({ clockInEvent: {} }, '/clockInEvent/dateTime', 'required'),
      { id: 'TCK_1', clockInEvent: {} },
      '/clockInEvent/dateTime',
    ],
  ])('%s', (_, pointer, sent, shown, place) => {
    expect(source(pointer, [sent, get(shown)])).toEqual({ sequence: 1, pointer: place });
  });

  test('in a list, as the item that it was given to', () => {
    const list = exchange({
      operation: 'list',
      response: {
        body: {
          value: [
            { id: 'TCK_0', state: 7 },
            { id: 'TCK_1', state: 7 },
          ],
        },
      },
    });
    expect(source('/value/1/state', [replace({ state: 7 }, '/state'), list])).toEqual({
      sequence: 1,
      pointer: '/state',
    });
    expect(source('/value/0/state', [replace({ state: 7 }, '/state'), list])).toBeUndefined();
  });
});

describe('is not taken for the cause', () => {
  const shown = get({ id: 'TCK_1', state: 'Clocked' });

  test.each<[why: string, exchanges: readonly Exchange[]]>([
    ['where it was refused', [replace({ state: 'Clocked' }, '/state', 'enum', 400), shown]],
    ['where another was sent', [replace({ state: 'Open' }, '/state', 'enum'), shown]],
    ['where another member was wrong', [replace({ notes: 'Clocked' }, '/notes'), shown]],
    [
      'where it was sent to another card',
      [replace({ state: 'Clocked' }, '/state'), get({ id: 'TCK_2', state: 'Clocked' }, 'TCK_2')],
    ],
    ['where it was sent as it may be', [replace({ state: 'Clocked' }, '/state', 'readOnly'), shown]],
    ['where it was sent later', [shown]],
  ])('%s', (_, exchanges) => {
    expect(source('/state', exchanges)).toBeUndefined();
  });

  test('where something else than a place of the body is wrong', () => {
    expect(source('status', [replace({ state: 'Clocked' }, '/state'), shown])).toBeUndefined();
  });
});

test('only the last two hundred cards are remembered', () => {
  const values = new WrongValues();
  const sent = traffic(
    Array.from({ length: 201 }, (_, index) =>
      exchange({
        operation: 'replace',
        card: `TCK_${index}`,
        request: { body: { state: 7 } },
        intent: wrong('/state'),
      }),
    ),
  );
  values.note(sent);
  const of = (card: string) => {
    const shown = { ...get({ id: card, state: 7 }, card), sequence: 500 };
    return values.whereSent({ kind: 'violated', pointer: '/state', expected: '', actual: 7, evidence: [500] }, [shown]);
  };
  expect(of('TCK_0')).toBeUndefined();
  expect(of('TCK_200')).toEqual({ sequence: 201, pointer: '/state' });
});
