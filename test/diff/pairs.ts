import type { DifferenceClass } from '../../results/diff/difference-class.ts';

/**
 * What a person says of an upgrade from the honest server to each of these: the worst that it does, written down before
 * `diff` was run on it. `none`: nothing that a client could tell.
 */
export const faultPairs: Readonly<Record<string, DifferenceClass>> = {
  'clock-in-200': 'breaking',
  'clock-in-without-card': 'breaking',
  'create-200': 'breaking',
  'clock-out-202': 'breaking',
  'delete-200-with-body': 'breaking',
  'unknown-card-400': 'breaking',
  'create-not-offered': 'breaking',
  'nulls-left-out': 'risky',
  'state-capital': 'breaking',
  'id-number': 'breaking',
  'clock-out-state-unchanged': 'breaking',
  'notes-cut': 'breaking',
  'emoji-dropped': 'risky',
  'modified-frozen': 'risky',
  'original-frozen': 'risky',
  'list-bare-array': 'breaking',
  'get-unknown-200': 'breaking',
  'confirm-modified-frozen': 'risky',
  'lower-case-breaks-unknown': 'risky',
};

/**
 * Written down as risky, by their titles; the run showed that each breaks a MUST besides: a delete in a team that there is
 * not succeeds, and a card that is clockedOut has no clockOutEvent.
 */
export const corrected: Readonly<Record<string, DifferenceClass>> = {
  'delete-unknown-204': 'breaking',
  'create-clocked-out': 'breaking',
};

export const variantPairs: Readonly<Record<string, DifferenceClass | 'none'>> = {
  'impossible-step-422': 'risky',
  'second-clock-in-closes': 'loosened',
  'everybody-writes': 'loosened',
  'confirm-by-owner-only': 'breaking',
  'delete-again-204': 'risky',
  'codes-of-its-own': 'disputed',
  'undeclared-members': 'compatible',
  'rich-identities': 'compatible',
  etags: 'compatible',
  'more-headers': 'compatible',
  'omitted-boolean-is-false': 'unknown',
  'seven-digits': 'unknown',
  'select-honoured': 'loosened',
  'options-refused': 'breaking',
  'unknown-method-404': 'risky',
  'html-cleaned': 'risky',
  'clock-out-on-break-leaves-it-open': 'unknown',
  'edit-unconfirms': 'risky',
  throttled: 'none',
  'newest-first': 'compatible',
  'short-pages': 'disputed',
  'flags-apart': 'unknown',
  'whole-seconds': 'unknown',
};

/** Written down as no change: since then the class of lag is recorded, and a person tells that, too. */
export const sinceLagIsTold: Readonly<Record<string, DifferenceClass>> = { 'lagging-reads': 'unknown' };
