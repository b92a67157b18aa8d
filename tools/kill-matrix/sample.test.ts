import { expect, test } from 'vitest';
import { faults } from '../../faults/index.ts';
import { readMeasurement } from './files.ts';
import { requestsWithin } from './measure-defect.ts';
import { sampleOf } from './sample.ts';
import { oneIn } from '../../test/one-in.ts';

const profile = 430;
const measured = new Map(readMeasurement().defects.map((one) => [one.id, one]));
const ordinary = faults.filter((one) => one.class !== 'races');
const sample = sampleOf(ordinary);

test('the sample has at least forty defects, and some of every class', () => {
  expect(sample.length).toBeGreaterThanOrEqual(40);
  expect(new Set(sample.map((one) => one.class))).toEqual(new Set(ordinary.map((one) => one.class)));
});

test.each(oneIn(5, sample).map((one) => [one.id, one] as const))(
  '%s is caught by a run of 430 requests as docs/kill-matrix.json says; if not, run npm run kill-matrix',
  async (id, one) => {
    const known = measured.get(id);
    const requests = await requestsWithin(one, profile);
    expect(requests !== undefined).toBe(known?.within.includes(profile));
    // Near the wall the run leaves out cases that it cannot afford, and what is behind it may come before.
    const expected = (known?.requests ?? profile) < 400 ? known?.requests : requests;
    expect(requests).toBe(expected);
  },
);
