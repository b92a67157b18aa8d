import type { RequirementGroup } from '../../specs/requirement.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';

/** The themes into which requirements and their traffic are divided; in vitest each is a group of tests. */
export const suiteNames = [
  'create',
  'clockIn',
  'clockOut',
  'breaks',
  'confirm',
  'replace',
  'reading',
  'isolation',
  'races',
  'protocol',
  'shapes',
] as const;
export type SuiteName = (typeof suiteNames)[number];

const suiteOfGroup: Readonly<Record<RequirementGroup, SuiteName>> = {
  CREATE: 'create',
  CLOCKIN: 'clockIn',
  CLOCKOUT: 'clockOut',
  GET: 'reading',
  LIST: 'reading',
  DELETE: 'reading',
  GEN: 'protocol',
  AUTH: 'protocol',
  SHAPE: 'shapes',
  NOTES: 'shapes',
  BREAK: 'breaks',
  CONFIRM: 'confirm',
  REPLACE: 'replace',
  ISOLATION: 'isolation',
  RACE: 'races',
  CLIENT: 'protocol',
};

/** The suite that reports a requirement. */
export function suiteOf(id: RequirementId): SuiteName {
  const group = id.split('-')[1] as RequirementGroup;
  return suiteOfGroup[group];
}
