import type { RequirementGroup } from '../specs/requirement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';

/** The themes into which requirements and their traffic are divided; each is one vitest file in suites/. */
export const suiteNames = ['create', 'clockIn', 'clockOut', 'reading', 'protocol', 'shapes'] as const;
export type SuiteName = (typeof suiteNames)[number];

const suiteOfGroup: Readonly<Record<RequirementGroup, SuiteName | undefined>> = {
  CREATE: 'create',
  CLOCKIN: 'clockIn',
  CLOCKOUT: 'clockOut',
  GET: 'reading',
  LIST: 'reading',
  DELETE: 'reading',
  GEN: 'protocol',
  AUTH: 'protocol',
  SHAPE: 'shapes',
  BREAK: undefined,
  CONFIRM: undefined,
  REPLACE: undefined,
};

/** The suite that reports a requirement; undefined where none does yet. */
export function suiteOf(id: RequirementId): SuiteName | undefined {
  const group = id.split('-')[1] as RequirementGroup;
  return suiteOfGroup[group];
}
