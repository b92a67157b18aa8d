import { expect, test } from 'vitest';
import { withBreakIds } from './break-ids.ts';

const start = { dateTime: '2025-01-07T21:10:00Z' };

test('each break gets the id that the card shows at its place', () => {
  const shown = {
    breaks: [
      { breakId: 'BRK_1', start },
      { breakId: null, start },
    ],
  };
  expect(withBreakIds({ notes: null, breaks: [{ start }, { start }, { start }] }, shown)).toEqual({
    notes: null,
    breaks: [{ breakId: 'BRK_1', start }, { start }, { start }],
  });
});

test('nothing changes where no card was shown, or where the body has no breaks', () => {
  expect(withBreakIds({ breaks: [{ start }] }, undefined)).toEqual({ breaks: [{ start }] });
  expect(withBreakIds({ notes: null }, { breaks: [{ breakId: 'BRK_1' }] })).toEqual({ notes: null });
});
