import { describe, expect, test } from 'vitest';
import type { Body } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { exchange } from '../../test/exchanges.ts';
import { bodyInWords, duringCall, isUser, notBefore, sameInstant, sameMoment, violated } from './assertions.ts';
import type { Answer } from '../check.ts';

const time = '2025-01-07T21:35:36.5Z';

test.each<[body: Body, words: Json]>([
  [{ kind: 'empty' }, '(no body)'],
  [{ kind: 'json', value: { a: 1 }, text: '{"a":1}' }, { a: 1 }],
  [{ kind: 'malformed', text: '{'.repeat(90) }, `JSON that cannot be read: ${'{'.repeat(80)}`],
  [{ kind: 'other', text: '<'.repeat(90) }, `text that is not JSON: ${'<'.repeat(80)}`],
])('%j in words', (body, words) => {
  expect(bodyInWords(body)).toEqual(words);
});

test('what is wrong with an id or a time is said with its value', () => {
  expect(isUser({ userId: 'a' }, '/userId', 'a').kind).toBe('holds');
  expect(isUser({ userId: 7 }, '/userId', 'a')).toEqual(violated('/userId', 'a', 7));
  expect(isUser({ userId: null }, '/userId', null)).toEqual(violated('/userId', null, null));
  expect(sameInstant({ time: 7 }, '/time', time)).toEqual(violated('/time', time, 7));
  expect(sameMoment({}, '/time', time)).toEqual(violated('/time', time, undefined));
});

test('there is nothing to compare with what is no time', () => {
  for (const other of [undefined, null, 'soon', 7]) {
    expect(sameInstant({ time }, '/time', other).kind).toBe('notApplicable');
    expect(sameMoment({ time }, '/time', other).kind).toBe('notApplicable');
    expect(notBefore({ time }, '/time', other).kind).toBe('notApplicable');
  }
  for (const shown of [undefined, null, 7])
    expect(notBefore(shown === undefined ? {} : { time: shown }, '/time', time).kind).toBe('notApplicable');
});

test.each(['soon', '', '2025-01-07T21:35:36', '2025-01-07T21:35:36+0200', '2025-02-30T21:35:36Z'])(
  '%j cannot be read as a time, and is compared with nothing',
  (shown) => {
    const card = { time: shown };
    const unreadable = { kind: 'undecided', because: 'unreadableTime' };
    expect(sameInstant(card, '/time', time)).toEqual(unreadable);
    expect(sameMoment(card, '/time', time)).toEqual(unreadable);
    expect(notBefore(card, '/time', time)).toEqual(unreadable);
    expect(duringCall(card, '/time', exchange({ operation: 'clockIn' }))).toEqual(unreadable);
  },
);

test('a time may be a little before another one, unless asked exactly', () => {
  const earlier = '2025-01-07T21:35:36.6Z';
  expect(notBefore({ time }, '/time', earlier).kind).toBe('holds');
  expect(notBefore({ time }, '/time', earlier, 'exactly')).toEqual(violated('/time', `not before ${earlier}`, time));
});

describe('the server’s time of a call', () => {
  // The exchange takes 80 ms around the whole second; six seconds are allowed on each side, and half of that again.
  const answered = (serverClockOffset: number | 'unknown') =>
    exchange({ operation: 'clockIn', at: '2025-01-07T12:00:00Z', serverClockOffset });

  test.each<[shown: Json, serverClockOffset: number | 'unknown', kind: Answer['kind']]>([
    ['2025-01-07T12:00:00Z', 0, 'holds'],
    ['2025-01-07T11:59:53.920Z', 0, 'holds'],
    ['2025-01-07T11:59:53.919Z', 0, 'violated'],
    ['2025-01-07T12:00:06.080Z', 0, 'holds'],
    ['2025-01-07T12:00:06.081Z', 0, 'violated'],
    ['2025-01-07T12:01:00Z', 60_000, 'holds'],
    ['2025-01-07T12:00:00Z', 60_000, 'violated'],
    ['2025-01-06T12:00:00Z', 'unknown', 'holds'],
    ['2025-01-08T12:00:00Z', 'unknown', 'holds'],
    ['2025-01-08T12:01:00Z', 'unknown', 'violated'],
    ['soon', 0, 'undecided'],
    [null, 'unknown', 'notApplicable'],
  ])('%j by a clock that is %j ms ahead: %s', (shown, serverClockOffset, kind) => {
    expect(duringCall({ time: shown }, '/time', answered(serverClockOffset)).kind).toBe(kind);
  });

  test.each<[shown: Json, date: string, kind: Answer['kind']]>([
    ['2020-03-01T08:00:01Z', 'Sun, 01 Mar 2020 08:00:00 GMT', 'undecided'],
    ['2020-03-01T08:00:06.080Z', 'Sun, 01 Mar 2020 08:00:00 GMT', 'undecided'],
    ['2020-03-01T08:00:06.081Z', 'Sun, 01 Mar 2020 08:00:00 GMT', 'violated'],
    ['2020-03-01T08:00:00Z', 'Tue, 07 Jan 2025 12:00:00 GMT', 'violated'],
    ['2020-03-01T08:00:00Z', 'once', 'violated'],
    ['2025-01-07T12:00:00Z', 'Sun, 01 Mar 2020 08:00:00 GMT', 'holds'],
  ])('%j in an answer of %s, by a clock that nothing is known of yet: %s', (shown, date, kind) => {
    const answer = exchange({
      operation: 'clockIn',
      at: '2025-01-07T12:00:00Z',
      serverClockOffset: 'unknown',
      response: { headers: [['Date', date]] },
    });
    expect(duringCall({ time: shown }, '/time', answer).kind).toBe(kind);
  });

  test('is said in words', () => {
    expect(duringCall({ time: 7 }, '/time', answered(60_000))).toEqual(
      violated('/time', "about 2025-01-07T12:01:00.000Z, the server's time of the call", 7),
    );
  });
});
