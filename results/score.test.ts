import { describe, expect, it } from 'vitest';
import type { RequirementRow } from '../specs/requirement.ts';
import { requirements } from '../specs/requirements/index.ts';
import { sampleVerdict } from '../test/sample-report.ts';
import { score } from './score.ts';

function row(id: RequirementRow['id'], changes: Partial<RequirementRow> = {}): RequirementRow {
  return {
    id,
    level: 'MUST',
    provenance: 'documented',
    versions: ['v1.0', 'beta'],
    operations: ['clockIn'],
    statement: 'clockIn answers 201.',
    sources: [],
    contradictions: [],
    binds: 'server',
    needs: [],
    ...changes,
  };
}

const rows: readonly RequirementRow[] = [
  row('TC-CLOCKIN-001'),
  row('TC-CLOCKIN-003', { level: 'SHOULD' }),
  row('TC-CLOCKIN-004', { level: 'MAY' }),
  row('TC-CLOCKIN-005'),
  row('TC-CLOCKIN-002', { level: 'OBSERVE' }),
  row('TC-CLOCKIN-006', { versions: ['beta'] }),
  row('TC-CLOCKIN-007', { binds: 'client' }),
  row('TC-CLOCKIN-008', { untestable: 'no traffic shows it' }),
];

describe('score', () => {
  it('counts what holds, what was exercised, and every row of the version that is judged on a server', () => {
    const verdicts = [
      sampleVerdict('TC-CLOCKIN-001', 'passed'),
      sampleVerdict('TC-CLOCKIN-003', 'warned'),
      sampleVerdict('TC-CLOCKIN-004', 'inconclusive'),
      sampleVerdict('TC-CLOCKIN-005', 'failed'),
      sampleVerdict('TC-CLOCKIN-002', 'observed'),
    ];
    expect(score(verdicts, rows, 'v1.0')).toEqual({ holding: 1, exercised: 3, total: 4 });
    expect(score(verdicts, rows, 'beta')).toEqual({ holding: 1, exercised: 3, total: 5 });
  });

  it('keeps the total where nothing was judged', () => {
    expect(score([], rows, 'v1.0')).toEqual({ holding: 0, exercised: 0, total: 4 });
  });

  it('never counts more as exercised than there is, even where a verdict is about a row that does not count', () => {
    const verdicts = requirements.map(({ id }) => sampleVerdict(id));
    const { holding, exercised, total } = score(verdicts, requirements, 'v1.0');
    expect([holding, exercised]).toEqual([total, total]);
  });
});
