import { expect, test } from 'vitest';
import { Lag } from './lag.ts';

test('waits while something is suspected, and no longer', () => {
  const lag = new Lag();
  let left = 3;
  const pauses = [...lag.pauses(() => (left-- > 0 ? ['TC-CLOCKOUT-003'] : []))];
  expect(pauses).toEqual([50, 100, 200]);
});

test('does not wait at all where nothing is suspected', () => {
  expect([...new Lag().pauses(() => [])]).toEqual([]);
});

test('waits in vain only once for the same requirement', () => {
  const lag = new Lag();
  const first = [...lag.pauses(() => ['TC-CLOCKOUT-003'])];
  expect(first.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(1000);
  lag.settled(1600, ['TC-CLOCKOUT-003']);
  expect([...lag.pauses(() => ['TC-CLOCKOUT-003'])]).toEqual([]);
  expect([...lag.pauses(() => ['TC-CLOCKOUT-003', 'TC-CLOCKOUT-005'])]).toEqual(first);
  expect(lag.longest).toBe(0);
});

test('remembers the longest lag after which a read was right', () => {
  const lag = new Lag();
  lag.settled(150.4, []);
  lag.settled(60, []);
  expect(lag.longest).toBe(150);
});

test('does not wait for a server that never lags', () => {
  expect([...new Lag(false).pauses(() => ['TC-CLOCKOUT-003'])]).toEqual([]);
});
