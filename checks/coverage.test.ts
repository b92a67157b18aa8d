import { describe, expect, test } from 'vitest';
import type { Operation } from '../specs/operation.ts';
import { requirements, type RequirementId } from '../specs/requirements/index.ts';
import { checks } from './index.ts';

/** Rows whose traffic needs an operation that no case makes yet. */
const waiting: ReadonlyMap<RequirementId, Operation> = new Map([
  ['TC-AUTH-007', 'confirm'],
  ['TC-CLOCKOUT-014', 'startBreak'],
]);

const themes = /^TC-(GEN|AUTH|SHAPE|CREATE|CLOCKIN|CLOCKOUT|GET|LIST|DELETE)-/;
const covered = requirements.filter(({ id, versions }) => themes.test(id) && versions.includes('v1.0'));

describe('each requirement of v1.0', () => {
  test.each(covered.map((row) => [row.id, row] as const))('%s has one check, or a reason', (id, row) => {
    const reason = row.untestable !== undefined || row.binds !== 'server' || waiting.has(id);
    expect(checks.filter(({ requirement }) => requirement === id)).toHaveLength(reason ? 0 : 1);
  });
});

test('what waits for an operation is about that operation', () => {
  for (const [id, operation] of waiting) {
    expect(requirements.find((row) => row.id === id)?.operations).toContain(operation);
  }
});
