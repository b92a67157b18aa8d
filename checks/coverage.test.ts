import { describe, expect, test } from 'vitest';
import { requirements } from '../specs/requirements/index.ts';
import { checks } from './index.ts';

const themes = /^TC-(GEN|AUTH|SHAPE|CREATE|CLOCKIN|CLOCKOUT|GET|LIST|DELETE|ISOLATION)-/;
const covered = requirements.filter(({ id }) => themes.test(id));

describe('each requirement', () => {
  test.each(covered.map((row) => [row.id, row] as const))('%s has one check, or a reason', (id, row) => {
    const reason = row.untestable !== undefined || row.binds !== 'server';
    expect(checks.filter(({ requirement }) => requirement === id)).toHaveLength(reason ? 0 : 1);
  });
});
