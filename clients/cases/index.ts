import type { ClientCase } from '../scripted/client-case.ts';
import { actingCases } from './acting.ts';
import { listingCases } from './listing.ts';
import { readingCases } from './reading.ts';
import { refusingCases } from './refusing.ts';
import { writingCases } from './writing.ts';

/** Every case, in the order in which a library is put through them. */
export const clientCases: readonly ClientCase[] = [
  ...readingCases,
  ...actingCases,
  ...writingCases,
  ...listingCases,
  ...refusingCases,
];
