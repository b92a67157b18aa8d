import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faults } from '../../faults/index.ts';
import { variants } from '../../reference/variants/index.ts';
import { contentsOf, pagePath, readMeasurement } from './files.ts';
import type { MeasuredDefect } from './measured.ts';
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

/** The page, were nothing measured but this. */
function pageOf(defects: readonly MeasuredDefect[]): string {
  return page(contentsOf({ defects, variants: measurement.variants }));
}

function found(id: string, ...caughtBy: MeasuredDefect['caughtBy']): MeasuredDefect {
  return { id, caughtBy, requests: 19, declaredIn: [1, 2, 3], within: [150, 300, 430] };
}

test('a defect that only warns is not told of as one that fails the run, and MAY not as SHOULD', () => {
  const text = pageOf([
    found('clock-in-200', 'TC-CLOCKIN-001'),
    found('original-of-create-full', 'TC-CREATE-009'),
    found('delete-unknown-204', 'TC-DELETE-003', 'TC-GEN-017'),
    found('reading-user-may-not-act-as', 'TC-AUTH-006'),
  ]);
  expect(text).toContain('1 break a MUST, 2 a SHOULD and 1 only a MAY. 2 make the run fail (exit 1); of 2 it only');
  expect(text).toContain('\n| MUST | 1 | 1 | 0 | 0 |\n| SHOULD | 2 | 1 | 1 | 0 |\n| MAY | 1 | 0 | 1 | 0 |\n');
  expect(text).toContain('| 150 | 100 % (1 of 1) | 100 % (2 of 2) | 100 % (1 of 1) |');
  expect(text).toMatch(/^\| `original-of-create-full`<br>.* \| SHOULD \| \*\*TC-CREATE-009\*\* \| 19 \| 150 \|/m);
});

test('a defect of a MUST of which the run only warns is not as it should be', () => {
  const text = pageOf([found('clock-in-without-breaks', 'TC-SHAPE-006')]);
  expect(text).toContain('TC-CLOCKIN-006, a MUST that it names first, does not catch it');
});

test('a defect that a small run catches sooner than a whole one is named where the columns are explained', () => {
  const [sooner, usual] = [found('clock-in-200', 'TC-CLOCKIN-001'), found('create-200', 'TC-CREATE-001')];
  expect(pageOf([{ ...sooner, requests: 386 }, usual])).toContain('comes earlier (here: `clock-in-200`).');
  expect(pageOf([sooner, usual])).toContain('comes earlier.');
});
