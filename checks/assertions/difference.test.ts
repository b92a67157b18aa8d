import { expect, test } from 'vitest';
import { difference } from './difference.ts';

const at = (minute: number) => ({ dateTime: `2025-01-07T21:${minute}:00Z`, notes: null });
const pause = { breakId: 'A', notes: null, start: at(10), end: at(20) };
const later = { breakId: 'B', notes: null, start: at(30), end: null };

test('one member that differs is named, however deep it lies', () => {
  const found = difference([pause, later], [later, { ...pause, end: at(21) }], '/breaks');
  expect(found).toEqual({ pointer: '/breaks/1/end/dateTime', left: at(20).dateTime, right: at(21).dateTime });
});

test('where several members differ, what holds them is named', () => {
  const found = difference({ start: pause.start, end: pause.end }, { start: at(11), end: at(21) });
  expect(found).toEqual({ pointer: '', left: { start: at(10), end: at(20) }, right: { start: at(11), end: at(21) } });
});

test('an element is held against the one with its id, or against the only one that is left', () => {
  expect(difference([pause], [{ ...pause, notes: 'x' }, later], '/breaks').pointer).toBe('/breaks/0/notes');
  expect(difference([pause], [{ ...pause, breakId: 'C' }, later], '/breaks').pointer).toBe('/breaks');
  expect(difference([pause, later], [later, { ...pause, breakId: 'C' }], '/breaks').pointer).toBe('/breaks/1/breakId');
  expect(difference([{ start: at(10) }], [{ start: at(11) }, later]).pointer).toBe('');
  expect(difference([], [later], '/breaks')).toEqual({ pointer: '/breaks', left: [], right: [later] });
});

test('of two elements and one, none is the other', () => {
  expect(difference([{ start: at(10) }, { start: at(12) }], [{ start: at(11) }], '/breaks').pointer).toBe('/breaks');
});

test('undocumented members are no difference', () => {
  expect(difference({ vendor: 1, notes: 'a' }, { vendor: 2, notes: 'b' }).pointer).toBe('/notes');
});

test('what is no object or list beside one is the difference', () => {
  expect(difference(null, at(1), '/end')).toEqual({ pointer: '/end', left: null, right: at(1) });
  expect(difference([pause], null, '/breaks')).toEqual({ pointer: '/breaks', left: [pause], right: null });
  expect(difference(undefined, 7, '/x')).toEqual({ pointer: '/x', left: undefined, right: 7 });
});
