import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clientDefects, clientVariants } from '../../clients/faulty/index.ts';
import { clientContents, clientPagePath, readClientMeasurement } from './files.ts';
import { findingsOf, seeds, withControls } from './measure.ts';
import { clientPage } from './page.ts';

// Where one of these fails: run npm run client-kill-matrix, and commit what it writes.
const measurement = readClientMeasurement();
const measured = new Map(measurement.defects.map((one) => [one.id, one]));

test('every defect and every variant was measured, and none that is no longer there', () => {
  expect(measurement.defects.map(({ id }) => id)).toEqual(clientDefects.map(({ id }) => id));
  expect(measurement.variants.map(({ id }) => id)).toEqual(clientVariants.map(({ id }) => id));
});

test('docs/client-kill-matrix.md is what the measurement makes of it', () => {
  expect(readFileSync(clientPagePath, 'utf8')).toBe(clientPage(clientContents(measurement)));
});

test('every defect is caught with every seed, and no variant is accused', () => {
  const missed = measurement.defects.filter(({ declaredIn }) => declaredIn.length < seeds.length);
  expect(missed.map(({ id }) => id)).toEqual([]);
  expect(measurement.variants.filter(({ accusations }) => accusations.length > 0)).toEqual([]);
});

test('every requirement of a client that is judged catches a defect which names it', () => {
  const { binding } = clientContents(measurement);
  const named = new Set(
    clientDefects.flatMap(({ id, caughtBy }) => caughtBy.filter((one) => measured.get(id)?.caughtBy.includes(one))),
  );
  expect(binding.filter((id) => !named.has(id))).toEqual([]);
});

describe('tried again, in the cases that showed it', () => {
  test.each(clientDefects.map((defect) => [defect.id, defect] as const))('%s is caught', async (id, defect) => {
    const findings = await findingsOf(defect, 4, withControls((measured.get(id)?.cases ?? []).slice(0, 3)));
    expect(findings.map(({ requirement }) => requirement)).toEqual(
      expect.arrayContaining([expect.toBeOneOf([...defect.caughtBy])]),
    );
  });

  test.each(clientVariants.map((variant) => [variant.id, variant] as const))(
    '%s is not accused',
    async (_id, variant) => {
      expect(await findingsOf(variant, 4)).toEqual([]);
    },
  );
});
