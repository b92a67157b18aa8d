import type { Defect } from '../defect.ts';

/** Defects written from the documents alone, of the actions on a card: create, clock in and out, breaks and confirmations. */
export const documentDefectsA: readonly Defect[] = [];
