import { describe, expect, test } from 'vitest';
import { allRows } from '../tools/endurance/fault-rows.ts';
import { tryRow } from '../tools/endurance/try-row.ts';

test('no fault is told as a server that does not conform, and none as a success', () => {
  expect(allRows.map(({ code }) => code).filter((code) => code < 2)).toEqual([]);
});

/** `npm run endurance -- faults` tries all of them. */
describe.concurrent('a fault ends with its own code and one sentence', () => {
  test.each(allRows.filter(({ quick }) => quick).map((row) => [row.fault, row.words, row] as const))(
    '%s: %s',
    async (_fault, _words, row) => expect(await tryRow(row)).toEqual([]),
  );
});
