import { describe, expect, test } from 'vitest';
import { requirements } from '../specs/requirements/index.ts';
import { checkedRequirements, checks } from './index.ts';

/** Those of beta are among them: their checks look at traffic of beta only. */
describe('each requirement', () => {
  test.each(requirements.map((row) => [row.id, row] as const))('%s has one check, or a reason', (id, row) => {
    const reason = row.untestable !== undefined || row.binds !== 'server';
    expect(checks.filter(({ requirement }) => requirement === id)).toHaveLength(reason ? 0 : 1);
  });
});

test('so many are known to be checked', () => {
  expect([...checkedRequirements]).toEqual(checks.map(({ requirement }) => requirement));
});

// In traffic of others they are not even looked for, and reported as such: each is here on purpose.
test('what only traffic that was made for it can show is', () => {
  const made = checks.filter(({ scope }) => scope.needsMadeTraffic === true);
  expect(made.map(({ requirement }) => requirement).toSorted()).toMatchInlineSnapshot(`
    [
      "TC-AUTH-001",
      "TC-AUTH-002",
      "TC-AUTH-003",
      "TC-AUTH-004",
      "TC-AUTH-005",
      "TC-AUTH-006",
      "TC-AUTH-007",
      "TC-AUTH-008",
      "TC-AUTH-009",
      "TC-AUTH-010",
      "TC-AUTH-011",
      "TC-AUTH-012",
      "TC-AUTH-013",
      "TC-AUTH-014",
      "TC-AUTH-020",
      "TC-AUTH-021",
      "TC-BREAK-012",
      "TC-BREAK-027",
      "TC-BREAK-028",
      "TC-BREAK-031",
      "TC-CLOCKIN-022",
      "TC-CLOCKIN-023",
      "TC-CLOCKIN-026",
      "TC-CLOCKIN-027",
      "TC-CLOCKIN-028",
      "TC-CLOCKIN-034",
      "TC-CLOCKIN-036",
      "TC-CLOCKIN-038",
      "TC-CLOCKOUT-012",
      "TC-CLOCKOUT-015",
      "TC-CLOCKOUT-018",
      "TC-CLOCKOUT-019",
      "TC-CLOCKOUT-027",
      "TC-CONFIRM-007",
      "TC-CONFIRM-009",
      "TC-CONFIRM-014",
      "TC-CONFIRM-019",
      "TC-CREATE-012",
      "TC-CREATE-013",
      "TC-CREATE-014",
      "TC-CREATE-015",
      "TC-CREATE-023",
      "TC-CREATE-024",
      "TC-CREATE-025",
      "TC-CREATE-030",
      "TC-DELETE-003",
      "TC-GEN-001",
      "TC-GEN-002",
      "TC-GEN-008",
      "TC-GEN-009",
      "TC-GEN-015",
      "TC-GEN-016",
      "TC-GEN-017",
      "TC-GEN-018",
      "TC-GEN-021",
      "TC-GEN-024",
      "TC-GEN-025",
      "TC-GEN-026",
      "TC-GEN-027",
      "TC-GEN-036",
      "TC-GEN-037",
      "TC-GET-002",
      "TC-GET-003",
      "TC-GET-004",
      "TC-ISOLATION-008",
      "TC-LIST-007",
      "TC-LIST-008",
      "TC-LIST-009",
      "TC-LIST-026",
      "TC-REPLACE-006",
      "TC-REPLACE-016",
      "TC-REPLACE-017",
      "TC-REPLACE-018",
      "TC-REPLACE-019",
      "TC-REPLACE-032",
    ]
  `);
});
