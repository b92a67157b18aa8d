import { expect, test } from 'vitest';
import { sampleVerdict } from '../test/sample-report.ts';
import type { BaselineRow } from './baseline.ts';
import { gateVerdict } from './gate-verdict.ts';

const failed = sampleVerdict('TC-CLOCKOUT-003', 'failed');
const passed = sampleVerdict('TC-CLOCKOUT-001', 'passed');
const row = (standing: BaselineRow['standing']): BaselineRow => ({ requirement: failed.requirement, standing });

test.each([
  ['no baseline', [failed, passed], undefined, undefined, 'nonconforming'],
  ['a known failure', [failed, passed], undefined, [row('known')], 'conforming'],
  ['a known failure and nothing else', [failed], undefined, [row('known')], 'conforming'],
  ['a known failure of a run that was stopped', [failed, passed], 'a limit', [row('known')], 'inconclusive'],
  ['an entry that no longer fails', [passed], undefined, [row('stale')], 'nonconforming'],
  ['an expired entry', [failed, passed], undefined, [row('expired')], 'nonconforming'],
  ['a new failure', [failed, passed], undefined, [row('fresh')], 'nonconforming'],
  ['nothing but an entry that was not judged', [], undefined, [row('unjudged')], 'inconclusive'],
] as const)('%s', (_, verdicts, stopped, rows, verdict) => {
  expect(gateVerdict(verdicts, { strict: false, stopped }, rows)).toBe(verdict);
});
