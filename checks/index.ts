import type { RequirementId } from '../specs/requirements/index.ts';
import { authorizationChecks } from './authorization.ts';
import { betaChecks } from './beta.ts';
import { breakChecks } from './break.ts';
import type { Check } from './check.ts';
import { clockInChecks } from './clock-in.ts';
import { clockOutChecks } from './clock-out.ts';
import { confirmChecks } from './confirm.ts';
import { createChecks } from './create.ts';
import { deleteChecks } from './delete.ts';
import { getChecks } from './get.ts';
import { isolationChecks } from './isolation.ts';
import { listChecks } from './list.ts';
import { notesAsWrittenChecks } from './notes-as-written.ts';
import { protocolFactChecks } from './protocol-facts.ts';
import { protocolChecks } from './protocol.ts';
import { raceChecks } from './race.ts';
import { replaceChecks } from './replace.ts';
import { shapeFactChecks } from './shape-facts.ts';
import { shapeChecks } from './shape.ts';

/** Every check, one per requirement. */
export const checks: readonly Check[] = [
  ...protocolChecks,
  ...protocolFactChecks,
  ...authorizationChecks,
  ...shapeChecks,
  ...shapeFactChecks,
  ...notesAsWrittenChecks,
  ...createChecks,
  ...clockInChecks,
  ...clockOutChecks,
  ...breakChecks,
  ...confirmChecks,
  ...replaceChecks,
  ...betaChecks,
  ...getChecks,
  ...listChecks,
  ...deleteChecks,
  ...isolationChecks,
  ...raceChecks,
];

/** The requirements that have a check. */
export const checkedRequirements: ReadonlySet<RequirementId> = new Set(checks.map(({ requirement }) => requirement));
