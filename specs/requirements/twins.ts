import type { RequirementId } from './index.ts';

/** Rows of v1.0 that say of it what another row says of beta, so that runs of both can be compared: v1.0 → beta. */
export const twins: ReadonlyMap<RequirementId, RequirementId> = new Map<RequirementId, RequirementId>([
  ['TC-SHAPE-003', 'TC-SHAPE-014'],
  ['TC-CLOCKOUT-006', 'TC-CLOCKOUT-007'],
]);
