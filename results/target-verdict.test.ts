import { describe, expect, it } from 'vitest';
import type { Level } from '../specs/requirement.ts';
import { sampleVerdict } from '../test/sample-report.ts';
import { failsTarget, targetVerdict } from './target-verdict.ts';
import type { TargetVerdict, VerdictKind } from './verdict.ts';

const levels: Readonly<Record<string, Level>> = {
  'TC-CLOCKOUT-001': 'MUST',
  'TC-CLOCKOUT-009': 'SHOULD',
  'TC-AUTH-006': 'MAY',
};
const levelOf = (id: string): Level => levels[id] ?? 'OBSERVE';

const must = (kind: VerdictKind) => sampleVerdict('TC-CLOCKOUT-001', kind);
const should = (kind: VerdictKind) => sampleVerdict('TC-CLOCKOUT-009', kind);
const may = (kind: VerdictKind) => sampleVerdict('TC-AUTH-006', kind);
const other = sampleVerdict('TC-CLOCKIN-001');

type Row = [
  name: string,
  verdicts: readonly ReturnType<typeof must>[],
  options: { strict?: boolean; stopped?: string },
  expected: TargetVerdict,
];

describe('targetVerdict', () => {
  it.each<Row>([
    ['a MUST holds', [must('passed')], {}, 'conforming'],
    ['a MUST fails', [must('failed'), other], {}, 'nonconforming'],
    ['a MUST fails in a run that was stopped', [must('failed')], { stopped: 'a limit' }, 'nonconforming'],
    ['a SHOULD is warned of', [must('passed'), should('warned')], {}, 'conforming'],
    ['a SHOULD is warned of, strict', [must('passed'), should('warned')], { strict: true }, 'nonconforming'],
    ['a SHOULD holds, strict', [must('passed'), should('passed')], { strict: true }, 'conforming'],
    ['a MAY is warned of, strict', [must('passed'), may('warned')], { strict: true }, 'conforming'],
    ['only a warning was exercised', [should('warned')], {}, 'conforming'],
    ['nothing', [], {}, 'inconclusive'],
    ['all skipped', [must('skipped'), should('skipped')], {}, 'inconclusive'],
    ['only observed', [must('observed')], {}, 'inconclusive'],
    ['stopped', [must('passed')], { stopped: 'the limit of 20 requests was reached' }, 'inconclusive'],
    ['a MUST is open', [must('inconclusive'), other], {}, 'inconclusive'],
    ['a SHOULD is open', [must('passed'), should('inconclusive')], {}, 'conforming'],
    ['a MUST is skipped', [must('skipped'), other], {}, 'conforming'],
    ['a MUST fails, another is open', [must('failed'), must('inconclusive')], {}, 'nonconforming'],
  ])('%s', (_, verdicts, { strict = false, stopped }, expected) => {
    expect(targetVerdict(verdicts, { strict, stopped }, levelOf)).toBe(expected);
  });

  it('takes the levels from the specs', () => {
    expect(targetVerdict([sampleVerdict('TC-CLOCKOUT-001', 'inconclusive'), other], { strict: false })).toBe(
      'inconclusive',
    );
    expect(failsTarget(sampleVerdict('TC-CLOCKOUT-009', 'warned'), true)).toBe(true);
    expect(failsTarget(sampleVerdict('TC-CLOCKOUT-002', 'warned'), true)).toBe(false);
  });
});
