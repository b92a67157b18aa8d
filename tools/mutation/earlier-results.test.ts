import { expect, test } from 'vitest';
import { withoutStaticSurvivors } from './earlier-results.ts';

test('of what was found before, only survivors that no test is known to reach are tried again', () => {
  const kept = [
    { status: 'Killed', coveredBy: [] },
    { status: 'Survived', coveredBy: ['1'] },
    { status: 'NoCoverage', coveredBy: [] },
  ];
  const unreached = [{ status: 'Survived' }, { status: 'Survived', coveredBy: [] }];
  const earlier = { schemaVersion: '1', files: { 'checks/a.ts': { source: 'x', mutants: [...kept, ...unreached] } } };
  expect(withoutStaticSurvivors(earlier)).toEqual({
    schemaVersion: '1',
    files: { 'checks/a.ts': { source: 'x', mutants: kept } },
  });
});
