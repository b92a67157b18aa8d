import { expect, test } from 'vitest';
import { ServerClock } from './server-clock.ts';

const noon = Date.parse('2026-01-01T12:00:00Z');

/** What is known of the clock after each answer: seconds passed here, and the date it has, as seconds after noon. */
function offsets(answers: readonly (readonly [here: number, date: number])[], more: readonly [string, string][] = []) {
  const clock = new ServerClock();
  return answers.map(([here, date]) => {
    const at = noon + here * 1000;
    const headers = [['Date', new Date(noon + date * 1000).toUTCString()] as const, ...more];
    return clock.offset({ headers, startedAt: at - 10, endedAt: at + 10 });
  });
}

test('a clock that is near ours is believed at once, whole seconds as it may have', () => {
  expect(
    offsets([
      [0.4, 0],
      [1.9, 1],
      [2.1, 3],
    ]),
  ).toEqual([-400, -900, 900]);
});

test('a clock that is off is believed once it has run in step with ours', () => {
  expect(
    offsets([
      [0, 600],
      [1, 601],
      [2.9, 602],
      [3.1, 603],
      [60, 661],
    ]),
  ).toEqual([undefined, undefined, undefined, 599_900, 601_000]);
});

test('a date that stands still is no clock, nor is one that runs faster, jumps or is of a cache', () => {
  expect(
    offsets([
      [0, 0],
      [1, 0],
      [2.5, 0],
      [3, 3],
    ]),
  ).toEqual([0, -1000, undefined, undefined]);
  expect(
    offsets([
      [0, -300],
      [3, -300],
      [6, -300],
    ]),
  ).toEqual([undefined, undefined, undefined]);
  expect(
    offsets([
      [0, 0],
      [2, 6],
      [3, 3],
    ]),
  ).toEqual([0, undefined, undefined]);
  expect(
    offsets([
      [0, 0],
      [1, -100],
      [2, 2],
    ]),
  ).toEqual([0, undefined, undefined]);
  expect(offsets([[0, 0]], [['Age', '0']])).toEqual([undefined]);
});

test('what has no date, or none that can be read, is passed over', () => {
  const clock = new ServerClock();
  const dated = (date: string | undefined) =>
    clock.offset({ headers: date === undefined ? [] : [['date', date]], startedAt: noon, endedAt: noon });
  expect([dated(undefined), dated('noon'), dated('Thu, 01 Jan 2026 12:00:01 GMT')]).toEqual([
    undefined,
    undefined,
    1000,
  ]);
});

test('a clock that is off is presumed at first sight, until its dates are seen to be none', () => {
  const clock = new ServerClock();
  const presumed = [
    [0, 600],
    [1, 601],
    [4, 601],
    [5, 605],
  ].map(([here = 0, date = 0]) => {
    const at = noon + here * 1000;
    const headers = [['Date', new Date(noon + date * 1000).toUTCString()] as const];
    return clock.presumedOffset({ headers, startedAt: at, endedAt: at });
  });
  expect(presumed).toEqual([600_000, 600_000, undefined, undefined]);
  expect(clock.isClock).toBe(false);
});
