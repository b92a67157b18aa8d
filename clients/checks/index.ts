import type { ClientCheck } from './client-check.ts';
import { errorChecks } from './errors.ts';
import { everyRequestChecks } from './every-request.ts';
import { listingChecks } from './listing.ts';
import { readingChecks } from './reading.ts';
import { repeatingChecks } from './repeating.ts';
import { writingChecks } from './writing.ts';

/** Every check of a client, one per requirement that binds one. */
export const clientChecks: readonly ClientCheck[] = [
  ...everyRequestChecks,
  ...repeatingChecks,
  ...errorChecks,
  ...readingChecks,
  ...writingChecks,
  ...listingChecks,
];
