import { describe, expect, test } from 'vitest';
import { requirements } from '../specs/requirements/index.ts';
import { checks } from './index.ts';

/** Those of beta are among them: their checks look at traffic of beta only. */
describe('each requirement', () => {
  test.each(requirements.map((row) => [row.id, row] as const))('%s has one check, or a reason', (id, row) => {
    const reason = row.untestable !== undefined || row.binds !== 'server';
    expect(checks.filter(({ requirement }) => requirement === id)).toHaveLength(reason ? 0 : 1);
  });
});
