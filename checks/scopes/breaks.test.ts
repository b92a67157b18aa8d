import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { clockIn, get, openCard, openId } from '../../test/card-exchanges.ts';
import { exchange } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { breaksIn, ended, started } from './breaks.ts';

const event = openCard['clockInEvent'] ?? null;
const open = (breakId: Json): Json => ({ breakId, start: event, end: null });
const over = (breakId: Json): Json => ({ breakId, start: event, end: event });
const call = (operation: 'startBreak' | 'endBreak'): Exchange =>
  exchange({ operation, card: openId, request: { body: {} } });

/** The card before and after the call, with those breaks. */
function across(operation: 'startBreak' | 'endBreak', before: Json | undefined, after: Json): readonly Exchange[] {
  const state = operation === 'endBreak' ? { '/state': 'onBreak' } : {};
  return [
    clockIn(),
    get(openCard, { ...state, '/breaks': before }),
    call(operation),
    get(openCard, { '/breaks': after }),
  ];
}

describe('a started break', () => {
  const pointers = (before: Json | undefined, after: Json) =>
    subjectsIn(started, across('startBreak', before, after)).map((one) => one.pointer);

  test('is the only open one afterwards', () => {
    expect(pointers([], [open('A')])).toEqual(['/breaks/0']);
    expect(pointers(undefined, [over('A'), { breakId: 'B', start: event }])).toEqual(['/breaks/1']);
    expect(pointers([], [])).toEqual([undefined]);
    expect(pointers([], [open('A'), open('B')])).toEqual([undefined]);
    expect(pointers([], 'other')).toEqual([undefined]);
  });

  test('is not looked for on a card with an open one', () => {
    expect(pointers([open('A')], [open('A'), open('B')])).toEqual([]);
    expect(pointers([over('A')], [over('A'), open('B')])).toEqual(['/breaks/1']);
  });
});

describe('an ended break', () => {
  const pointers = (before: Json, after: Json) =>
    subjectsIn(ended, across('endBreak', before, after)).map((one) => one.pointer);

  test('is the one that was open, wherever it stands now', () => {
    expect(pointers([open('A')], [over('A')])).toEqual(['/breaks/0']);
    expect(pointers([over('A'), open('B')], [over('B'), over('A')])).toEqual(['/breaks/0']);
    expect(pointers([open('A')], [over('B')])).toEqual([undefined]);
    expect(pointers([open(null)], [{ start: event, end: event }])).toEqual(['/breaks/0']);
  });

  test('begins when it began', () => {
    expect(pointers([open('A')], [{ breakId: 'A', start: { dateTime: '2025-01-07T20:00:00Z' }, end: event }])).toEqual([
      undefined,
    ]);
  });

  test('is not looked for without exactly one open break', () => {
    expect(pointers([over('A')], [over('A')])).toEqual([]);
    expect(pointers([open('A'), open('B')], [over('A'), over('B')])).toEqual([]);
    expect(pointers(['other'], [over('A')])).toEqual([]);
  });
});

test('a card that shows no list has no breaks', () => {
  expect([breaksIn({}), breaksIn({ breaks: 'other' }), breaksIn({ breaks: [1] })]).toEqual([[], [], [1]]);
});
