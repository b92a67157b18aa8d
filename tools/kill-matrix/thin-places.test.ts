import { expect, test } from 'vitest';
import { faults } from '../../faults/index.ts';
import { oneIn } from '../../test/one-in.ts';
import { readMeasurement } from './files.ts';
import { requestsWithin } from './measure-defect.ts';

/** Where so few defects show first, most of them depend on one step: take it away, and no other test may notice. */
const few = 1;

/** Shown by one step of a case whose other steps show more. */
const shownByOneStep = [
  'filtered-list-shows-creator',
  'deleted-readable-by-others',
  'second-replace-edits-original',
  'end-break-by-owner-modified-by-creator',
  'replace-by-another-creates',
];

/** Needs two cards of one millisecond, which a slow machine makes only where their times are sent, late in a run. */
const dependsOnTheClock = 'order-loses-equal-cards';

/** Chance decides in which of several attempts one shows: engine/races.test.ts tries them. */
const races = new Set(faults.filter((one) => one.class === 'races').map(({ id }) => id));

const { defects } = readMeasurement();
const shownAt = (count: number) => defects.filter(({ requests }) => requests === count);
const thin = defects.filter(
  ({ id, requests }) =>
    requests !== undefined &&
    id !== dependsOnTheClock &&
    !races.has(id) &&
    (shownAt(requests).length <= few || shownByOneStep.includes(id)),
);

test('some show early, and some late', () => {
  expect(thin.filter(({ requests = 0 }) => requests < 430).length).toBeGreaterThan(20);
  expect(thin.filter(({ requests = 0 }) => requests > 430).length).toBeGreaterThan(10);
  expect(thin.map(({ id }) => id)).toEqual(expect.arrayContaining(shownByOneStep));
});

test.each(oneIn(16, thin).map(({ id, requests }) => [id, requests] as const))(
  '%s shows after %i requests, or before; if not, run npm run kill-matrix',
  async (id, requests = 0) => {
    const defect = faults.find((one) => one.id === id);
    if (defect === undefined) throw new Error(`there is no defect ${id}`);
    // Some show as soon as the clock has moved on by a second.
    expect(await requestsWithin(defect)).toBeLessThanOrEqual(requests);
  },
);
