import { describe, expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import { holds, notApplicable, violated } from './assertions/assertions.ts';
import { breaksKept, keptBreaks } from './breaks-kept.ts';

const at = (minute: number) => ({ dateTime: `2025-01-07T21:${minute}:00Z` });
const pause = { start: at(10), end: at(20) };
const later = { start: at(30), end: null };

describe('the breaks that were sent', () => {
  test('are none', () => {
    expect(breaksKept([], { breaks: [pause] })).toEqual(notApplicable);
    expect(breaksKept(undefined, {})).toEqual(notApplicable);
  });

  test('are there, in any order, each in its own place', () => {
    const shown = { breaks: [later, pause, pause] };
    expect(breaksKept([pause, pause, later], shown)).toEqual(holds);
    expect(keptBreaks([pause, pause, later], shown).map(({ index, pointer }) => [index, pointer])).toEqual([
      [0, '/breaks/1'],
      [1, '/breaks/2'],
      [2, '/breaks/0'],
    ]);
  });

  test.each<[shown: Json]>([[[pause]], [[pause, null]], [[pause, 7]]])('are lost in %j', (breaks) => {
    expect(breaksKept([pause, later], { breaks })).toEqual(
      violated('/breaks', `the break ${JSON.stringify(later)}`, breaks),
    );
    expect(keptBreaks([pause, later], { breaks })).toEqual([{ sent: pause, index: 0, pointer: '/breaks/0' }]);
  });

  test('are changed where one is missing and one is there that nobody sent', () => {
    const changed = (one: Json) => breaksKept([pause, later], { breaks: [one, pause] });
    expect(changed({ ...later, end: at(40) })).toEqual(violated('/breaks/0/end', null, at(40)));
    expect(changed({ ...later, start: at(31) })).toEqual(
      violated('/breaks/0/start/dateTime', at(30).dateTime, at(31).dateTime),
    );
    expect(breaksKept([pause, later], { breaks: [{ ...pause, end: at(21) }, at(9)] })).toMatchObject({
      pointer: '/breaks',
    });
    expect(breaksKept([later], { breaks: [{ start: at(31) }, { start: at(32) }] })).toMatchObject({
      pointer: '/breaks',
    });
  });

  test('without a beginning are not found in what is no break', () => {
    expect(keptBreaks([{ end: at(20) }], { breaks: [null, 7] })).toEqual([]);
  });

  test('are lost where the card has no list of breaks', () => {
    const lost = `the break ${JSON.stringify(pause)}`;
    expect(breaksKept([pause], {})).toEqual(violated('/breaks', lost, undefined));
    expect(breaksKept([pause], { breaks: null })).toEqual(violated('/breaks', lost, null));
  });
});
