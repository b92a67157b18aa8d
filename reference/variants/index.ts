import { clothesVariants } from './clothes.ts';
import { editVariants } from './edits.ts';
import { listVariants } from './lists.ts';
import { lookVariants } from './looks.ts';
import { refusalVariants } from './refusals.ts';
import { rightsVariants } from './rights.ts';
import { stepVariants } from './steps.ts';
import { strictVariants } from './strictness.ts';
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
  ...stepVariants,
  ...editVariants,
  ...rightsVariants,
  ...refusalVariants,
  ...strictVariants,
];

/** The variant with this id. */
export function variant(id: string): Variant | undefined {
  return variants.find((one) => one.id === id);
}
