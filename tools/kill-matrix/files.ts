import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedRequirements } from '../../checks/index.ts';
import { faults } from '../../faults/index.ts';
import { variants } from '../../reference/variants/index.ts';
import { requirements } from '../../specs/requirements/index.ts';
import { readMeasuredOrder } from '../case-order/files.ts';
import type { Measurement } from './measured.ts';
import type { Contents } from './page.ts';

/** Both programs run from the root of the package, as npm does it. */
export const pagePath = join('docs', 'kill-matrix.md');
export const measurementPath = join('docs', 'kill-matrix.json');

export function readMeasurement(): Measurement {
  return JSON.parse(readFileSync(measurementPath, 'utf8')) as Measurement;
}

/** What was measured, beside the catalogues of today; a defect that was not measured is left out. */
export function contentsOf(measurement: Measurement): Contents {
  const rows = faults.flatMap((defect) => {
    const measured = measurement.defects.find(({ id }) => id === defect.id);
    return measured === undefined ? [] : [{ defect, measured }];
  });
  const binding = requirements.filter(
    ({ id, level }) => checkedRequirements.has(id) && (level === 'MUST' || level === 'SHOULD'),
  );
  const orderShares = readMeasuredOrder().shares;
  return { rows, variants, measurement, binding: binding.map(({ id }) => id), orderShares };
}
