import { describe, expect, test } from 'vitest';
import type { Json } from '../specs/json.ts';
import { holds, notApplicable, violated } from './assertions.ts';
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

  test.each<[shown: Json]>([[[pause]], [[pause, { ...later, end: at(40) }]], [[pause, null]], [[pause, 7]]])(
    'are lost in %j',
    (breaks) => {
      expect(breaksKept([pause, later], { breaks })).toEqual(
        violated('/breaks', `the break ${JSON.stringify(later)}`, breaks),
      );
      expect(keptBreaks([pause, later], { breaks })).toEqual([{ sent: pause, index: 0, pointer: '/breaks/0' }]);
    },
  );

  test('without a beginning are not found in what is no break', () => {
    expect(keptBreaks([{ end: at(20) }], { breaks: [null, 7] })).toEqual([]);
  });

  test('are lost where the card has no list of breaks', () => {
    const lost = `the break ${JSON.stringify(pause)}`;
    expect(breaksKept([pause], {})).toEqual(violated('/breaks', lost, undefined));
    expect(breaksKept([pause], { breaks: null })).toEqual(violated('/breaks', lost, null));
  });
});
