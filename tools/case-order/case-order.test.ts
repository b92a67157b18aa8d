import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { caseOrder } from '../../engine/cases/case-order.ts';
import { movableCases } from '../../engine/plan.ts';
import { actors, capabilities } from '../../traffic/actor.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { readMeasuredOrder } from './files.ts';
import { caseOrderOf } from './order.ts';
import { caseOrderPath, textOf } from './text.ts';

const names = [...caseOrder.quick, ...caseOrder.normal, ...caseOrder.thorough];
const people = { teamId: 'team', callerId: 'caller', onBehalfOfUserId: 'colleague' };
const everything = { people, actors: new Set(actors), capabilities: new Set(capabilities), numRuns: 1 };

// Where one of these fails: run npm run case-order, and commit what it writes.
test('engine/cases/case-order.ts is what the measurement makes of it', () => {
  expect(readFileSync(caseOrderPath, 'utf8')).toBe(textOf(caseOrderOf(readMeasuredOrder().cases)));
});

test('the order names every case that may be moved once, and no other', () => {
  const movable = new Set(
    apiVersions.flatMap((apiVersion) => movableCases({ apiVersion, ...everything }).map(({ name }) => name)),
  );
  expect(names.toSorted()).toEqual([...movable].toSorted());
});

test('defects that had no part in the order are shown within nearly as few requests as those it was made from', () => {
  const { shares } = readMeasuredOrder();
  expect(shares.map(({ requests }) => requests)).toEqual([25, 50, 150, 300, 430, 600, 1200]);
  for (const { chosen, heldOut } of shares) expect(chosen - heldOut).toBeLessThan(0.06);
});
