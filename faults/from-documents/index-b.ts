import type { Defect } from '../defect.ts';

/** Defects written from the documents alone, of what surrounds the actions: reading, lists, replace, delete, errors, permissions, isolation, beta. */
export const documentDefectsB: readonly Defect[] = [];
