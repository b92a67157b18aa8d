import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faults } from '../../faults/index.ts';
import { variants } from '../../reference/variants/index.ts';
import { contentsOf, pagePath, readMeasurement } from './files.ts';
import { page } from './page.ts';

// Where one of these fails: run npm run kill-matrix, and commit what it writes.
const measurement = readMeasurement();

test('every defect and every variant was measured, and none that is no longer there', () => {
  expect(measurement.defects.map(({ id }) => id).toSorted()).toEqual(faults.map(({ id }) => id).toSorted());
  expect(measurement.variants.map(({ id }) => id).toSorted()).toEqual(variants.map(({ id }) => id).toSorted());
});

test('docs/kill-matrix.md is what the measurement makes of it', () => {
  expect(readFileSync(pagePath, 'utf8')).toBe(page(contentsOf(measurement)));
});

test('no conforming variant is accused', () => {
  expect(measurement.variants.filter(({ accusations }) => accusations.length > 0)).toEqual([]);
});

test('where two defects have the same killers, all but one say why they are there', () => {
  const killers = new Map(measurement.defects.map(({ id, caughtBy }) => [id, caughtBy.toSorted().join(' ')]));
  const silent = faults.filter(({ alike }) => alike === undefined);
  const twins = silent.filter(({ id }, index) =>
    silent.slice(0, index).some((other) => killers.get(other.id) === killers.get(id)),
  );
  expect(twins.map(({ id }) => `${id}: ${killers.get(id) ?? 'not measured'}`)).toEqual([]);
});
