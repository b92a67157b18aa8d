import { expect, test } from 'vitest';
import { withoutStaticSurvivors } from './earlier-results.ts';

test('of what was found before, only survivors that no test is known to reach are tried again', () => {
  const kept = [{ status: 'Killed', static: true }, { status: 'Survived', static: false }, { status: 'Survived' }];
  const earlier = {
    files: { 'checks/a.ts': { source: 'x', mutants: [...kept, { status: 'Survived', static: true }] } },
    schemaVersion: '1',
  };
  expect(withoutStaticSurvivors(earlier)).toEqual({
    schemaVersion: '1',
    files: { 'checks/a.ts': { source: 'x', mutants: kept } },
  });
});
