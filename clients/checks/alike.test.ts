import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../traffic/json.ts';
import { changeIn, sameFlags } from './alike.ts';
import { hasOffset, clientInstantOf } from './instants.ts';
import { isPercentEncoded, optionIn, sameUrl } from './query.ts';

const came: JsonObject = {
  id: 'c',
  notes: null,
  clockOutEvent: null,
  confirmedBy: 'user,manager',
  createdDateTime: '2025-01-07T21:35:36.311Z',
  clockInEvent: { dateTime: '2025-01-07T21:35:36.3111234Z', isAtApprovedLocation: null },
  breaks: [{ breakId: 'b', start: { dateTime: '2025-01-07T22:00:00Z' } }],
  payCode: '2025-01-07',
};

describe('what was not touched', () => {
  const same: readonly (readonly [string, JsonObject])[] = [
    ['nothing is sent', {}],
    ['it is sent as it came', came],
    ['annotations are added', { '@odata.type': '#x', 'notes@odata.type': '#y', id: 'c' }],
    ['null is added', { originalEntry: null }],
    ['flags come in another order, with blanks, or as a list', { confirmedBy: 'manager, user' }],
    ['flags come as a list', { confirmedBy: ['manager', 'user'] }],
    ['a time is written otherwise', { createdDateTime: '2025-01-07T22:35:36.311+01:00' }],
    ['digits beyond the milliseconds are lost', { clockInEvent: { dateTime: '2025-01-07T21:35:36.311Z' } }],
    ['a list is the same', { breaks: [{ breakId: 'b', start: { dateTime: '2025-01-07T22:00:00.000Z' } }] }],
  ];
  test.each(same)('is left alone where %s', (_, sent) => {
    expect(changeIn(came, sent, [])).toBeUndefined();
  });

  const changed: readonly (readonly [string, JsonObject, string, unknown, unknown])[] = [
    ['null becomes an object', { clockOutEvent: {} }, '/clockOutEvent', null, {}],
    [
      'null becomes false',
      { clockInEvent: { isAtApprovedLocation: false } },
      '/clockInEvent/isAtApprovedLocation',
      null,
      false,
    ],
    ['flags are lost', { confirmedBy: '' }, '/confirmedBy', 'user,manager', ''],
    ['one flag is lost', { confirmedBy: 'user' }, '/confirmedBy', 'user,manager', 'user'],
    ['one flag is another', { confirmedBy: 'user,none' }, '/confirmedBy', 'user,manager', 'user,none'],
    ['a value becomes null', { id: null }, '/id', 'c', null],
    [
      'a time is another',
      { createdDateTime: '2025-01-07T21:35:36Z' },
      '/createdDateTime',
      '2025-01-07T21:35:36.311Z',
      '2025-01-07T21:35:36Z',
    ],
    [
      'a time has lost its zone',
      { createdDateTime: '2025-01-07T21:35:36.311' },
      '/createdDateTime',
      '2025-01-07T21:35:36.311Z',
      '2025-01-07T21:35:36.311',
    ],
    [
      'text that is no time is written anew',
      { payCode: '2025-01-07T00:00:00Z' },
      '/payCode',
      '2025-01-07',
      '2025-01-07T00:00:00Z',
    ],
    ['a list is shorter', { breaks: [] }, '/breaks', came['breaks'], []],
    ['an element of a list is another', { breaks: [{ breakId: 'x' }] }, '/breaks/0/breakId', 'b', 'x'],
    ['a member is made up', { state: 'clockedIn' }, '/state', '(nothing)', 'clockedIn'],
    ['an object becomes a list', { clockInEvent: [] }, '/clockInEvent', came['clockInEvent'], []],
  ];
  test.each(changed)('is changed where %s', (_, sent, pointer, was, is) => {
    expect(changeIn(came, sent, [])).toEqual({ pointer, came: was, sent: is });
  });
});

describe('what was touched', () => {
  test.each([
    ['at the path', { clockOutEvent: {} }, ['clockOutEvent']],
    ['within it, where it was nothing before', { notes: { content: 'x', contentType: 'text' } }, ['notes.content']],
    ['one member of several', { clockInEvent: { isAtApprovedLocation: false } }, ['clockInEvent.isAtApprovedLocation']],
  ])('is not compared: %s', (_, sent, touched) => {
    expect(changeIn(came, sent, touched)).toBeUndefined();
  });

  test('what stands beside it is', () => {
    const sent = { clockInEvent: { isAtApprovedLocation: true, dateTime: '2025-01-01T00:00:00Z' } };
    expect(changeIn(came, sent, ['clockInEvent.isAtApprovedLocation'])?.pointer).toBe('/clockInEvent/dateTime');
    expect(changeIn(came, { clockOutEvent: {} }, ['clockOut'])?.pointer).toBe('/clockOutEvent');
  });
});

test.each([
  ['user', 'user', true],
  ['user,manager', ['manager', 'user'], true],
  ['user,user', 'user', true],
  ['', '', false],
  [null, null, false],
  ['user', 'manager', false],
  ['user', ['user', 'manager'], false],
])('flags %j and %j: %s', (left, right, same) => {
  expect(sameFlags(left, right)).toBe(same);
});

describe('instants', () => {
  const time = Date.UTC(2025, 0, 7, 21, 35, 36, 311);
  test.each([
    ['2025-01-07T21:35:36.311Z', time],
    ['2025-01-07T21:35:36.3119999Z', time],
    ['2025-01-07T21:35:36.311000+00:00', time],
    ['2025-01-07 21:35:36.311Z', time],
    ['2025-01-07T23:05:36.311+01:30', time],
    ['2025-01-07T21:35Z', Date.UTC(2025, 0, 7, 21, 35)],
    ['2025-01-07T21:35:36.311', undefined],
    ['2025-13-07T21:35:36.311Z', undefined],
    ['2025-01-07', undefined],
    [1_736_285_736_311, undefined],
    [undefined, undefined],
  ])('%j is %s', (text, instant) => {
    expect(clientInstantOf(text)).toBe(instant);
  });

  test.each([
    ['2025-01-07T21:35:36z', true],
    ['2025-01-07T21:35:36+0100', true],
    ['2025-01-07T21:35:36', false],
    ['x2025-01-07T21:35:36Z', false],
    ['2025-01-07T21:35:36Zx', false],
  ])('%s has an offset: %s', (text, has) => {
    expect(hasOffset(text)).toBe(has);
  });
});

describe('queries', () => {
  test.each([
    ['$top=2&$filter=a%20b', '$filter', 'a b'],
    ['%24filter=a+b', '$filter', 'a+b'],
    ['$FILTER=x', '$filter', 'x'],
    ['$filter=a=b', '$filter', 'a=b'],
    ['$filter=%zz', '$filter', undefined],
    ['$top=2', '$filter', undefined],
  ])('%s has in %s %j', (query, name, value) => {
    expect(optionIn(query, name)).toBe(value);
  });

  test.each([
    ["$filter=a%20'b'&x=(1)*~!@/?:;,.-_", true],
    ['a b', false],
    ['a%2', false],
    ['a"b', false],
    ['é', false],
    ['a#b', false],
  ])('%s is percent-encoded: %s', (query, is) => {
    expect(isPercentEncoded(query)).toBe(is);
  });

  test.each([
    ["/a?x='b'", '/a?x=%27b%27', true],
    ['/a?x=%2b', '/a?x=%2B', true],
    ['/a?x=%2B', '/a?x=+', false],
    ['/a?x=%20', '/a?x=+', false],
    ['/a?x=%41', '/a?x=A', true],
    ['/a?x=1', '/a?x=2', false],
    ['/a?x=%2F', '/a?x=/', false],
  ])('%s and %s are one URL: %s', (left, right, same) => {
    expect(sameUrl(left, right)).toBe(same);
  });
});
