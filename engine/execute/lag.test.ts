import { expect, test } from 'vitest';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { Lag, type ReadKind } from './lag.ts';

const one: readonly RequirementId[] = ['TC-CLOCKOUT-003'];
const sum = (pauses: readonly number[]): number => pauses.reduce((all, pause) => all + pause, 0);

/** Waits to the end in vain, and says so. */
function inVain(lag: Lag, kind: ReadKind, suspects = one): { readonly waited: number; readonly said: string } {
  const waited = sum([...lag.pauses(kind, () => suspects)]);
  return { waited, said: lag.settled(kind, waited, suspects) };
}

test('waits while something is suspected, and no longer', () => {
  let left = 3;
  const pauses = [...new Lag().pauses('get', () => (left-- > 0 ? one : []))];
  expect(pauses).toEqual([50, 100, 200]);
});

test('does not wait at all where nothing is suspected, nor for a server that never lags', () => {
  expect([...new Lag().pauses('get', () => [])]).toEqual([]);
  expect([...new Lag(false).pauses('get', () => one)]).toEqual([]);
});

test('waits in vain for long only once for reads of a kind, and only once for a requirement', () => {
  const lag = new Lag();
  expect(inVain(lag, 'get')).toEqual({ waited: 12_750, said: 'never' });
  expect(inVain(lag, 'get').waited).toBe(0);
  expect(inVain(lag, 'get', ['TC-CLOCKOUT-003', 'TC-CLOCKOUT-005'])).toEqual({ waited: 1550, said: 'never' });
  expect(inVain(lag, 'list', ['TC-LIST-003'])).toEqual({ waited: 12_750, said: 'never' });
  expect(lag.longest).toBe(0);
});

test('remembers the longest lag after which a read was right', () => {
  const lag = new Lag();
  expect(lag.settled('get', 150.4, [])).toBe('shown');
  lag.settled('get', 60, []);
  expect(lag.longest).toBe(150);
});

test('once reads were late, waits for long, and leaves open what it did not wait for clearly longer', () => {
  const lag = new Lag();
  inVain(lag, 'get');
  lag.settled('get', 5000, []);
  expect(inVain(lag, 'get', ['TC-CLOCKOUT-004'])).toEqual({ waited: 12_750, said: 'never' });
  lag.settled('get', 11_000, []);
  expect(inVain(lag, 'get', ['TC-CLOCKOUT-005'])).toEqual({ waited: 12_750, said: 'open' });
  // What was left open is not believed.
  expect(inVain(lag, 'get', ['TC-CLOCKOUT-005']).waited).toBe(12_750);
});

test('stops waiting for long where a run would never end, and leaves open what comes late then', () => {
  const lag = new Lag();
  lag.settled('get', 11_000, []);
  const waits = Array.from({ length: 20 }, () => inVain(lag, 'get'));
  expect(sum(waits.map(({ waited }) => waited))).toBeLessThan(120_000 + 20 * 1550 + 2400);
  expect(waits.at(-1)).toEqual({ waited: 1550, said: 'open' });
});
