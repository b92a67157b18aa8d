import { expect, test } from 'vitest';
import { hurriedClock } from './clock.ts';

function recorded(): {
  readonly pauses: number[];
  readonly pause: (milliseconds: number) => Promise<void>;
  end: () => void;
} {
  const pauses: number[] = [];
  let end: () => void = () => undefined;
  const pause = (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    return new Promise((resolve) => (end = resolve));
  };
  return { pauses, pause, end: () => end() };
}

test('pauses are as long as they are asked for until there is hurry, and then no longer than that', async () => {
  const inner = recorded();
  const clock = hurriedClock({ now: () => 0, pause: inner.pause }, 250);
  const whole = clock.pause(9000);
  inner.end();
  await whole;
  const cut = clock.pause(60_000);
  clock.hurry();
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  inner.end();
  await cut;
  const short = clock.pause(100);
  inner.end();
  await short;
  const late = clock.pause(60_000);
  inner.end();
  await late;
  expect(inner.pauses).toEqual([9000, 60_000, 250, 100, 250]);
});
