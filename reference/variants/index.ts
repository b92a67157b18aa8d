import { callerVariants } from './callers.ts';
import { clothesVariants } from './clothes.ts';
import { editedVariants } from './edited.ts';
import { replaceVariants } from './edits.ts';
import { latenessVariants } from './lateness.ts';
import { listVariants } from './lists.ts';
import { lockVariants } from './locks.ts';
import { lookVariants } from './looks.ts';
import { overlapVariants } from './overlaps.ts';
import { pagingVariants } from './paging.ts';
import { refusalVariants } from './refusals.ts';
import { rightsVariants } from './rights.ts';
import { roleVariants } from './roles.ts';
import { stepVariants } from './steps.ts';
import { strictVariants } from './strictness.ts';
import { failureVariants } from './trouble.ts';
import { valueVariants } from './values.ts';
import type { Variant } from './variant.ts';
import { wireVariants } from './wire.ts';

/** Every known way in which a server may differ from the reference server and still conform. */
export const variants: readonly Variant[] = [
  ...wireVariants,
  ...clothesVariants,
  ...lookVariants,
  ...valueVariants,
  ...listVariants,
  ...pagingVariants,
  ...overlapVariants,
  ...stepVariants,
  ...replaceVariants,
  ...editedVariants,
  ...rightsVariants,
  ...callerVariants,
  ...refusalVariants,
  ...strictVariants,
  ...lockVariants,
  ...roleVariants,
  ...latenessVariants,
  ...failureVariants,
];

/** The variant with this id. */
export function variant(id: string): Variant | undefined {
  return variants.find((one) => one.id === id);
}
