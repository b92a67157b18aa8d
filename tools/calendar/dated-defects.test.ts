import { expect, test } from 'vitest';
import { fault } from '../../faults/index.ts';
import { readMeasurement } from '../kill-matrix/files.ts';
import { requestsWithin } from '../kill-matrix/measure-defect.ts';

/** They show in requests whose times are of the day of the run; cards of another day are no reason to accuse. */
const dated = ['create-without-user-refused', 'create-not-offered'] as const;

const begins = ['2028-02-29T23:59:58Z', '2036-12-31T10:00:00Z'] as const;

const { defects } = readMeasurement();

test.each(dated.flatMap((id) => begins.map((begin) => [id, begin] as const)))(
  '%s shows as early in a run of %s as in the one of docs/kill-matrix.json',
  async (id, begin) => {
    const defect = fault(id);
    if (defect === undefined) throw new Error(`there is no defect ${id}`);
    const known = defects.find((one) => one.id === id)?.requests;
    expect(known).toBeGreaterThan(0);
    expect(await requestsWithin(defect, undefined, Date.parse(begin))).toBe(known);
  },
);
