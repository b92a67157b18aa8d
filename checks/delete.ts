import { expectThat, notApplicable } from './assertions/assertions.ts';
import { check, type Answer, type Check } from './check.ts';
import { hasNoUsableAnswer } from './assertions/refusal.ts';
import { readAfterDelete } from './scopes/across.ts';
import { called, documentedStatus } from './scopes/called.ts';
import { secondDelete, writeToDeleted } from './scopes/deleted.ts';
import { mutated, unknownCardRefused } from './scopes/refusals.ts';
import type { Entry } from './trace/trace.ts';

/** Not found, or found no longer; who may not ask at all learns nothing about the card. */
function isGone({ status }: Entry): Answer {
  if (status === 401 || status === 403) return notApplicable;
  if (hasNoUsableAnswer(status)) return { kind: 'undecided', because: 'transport' };
  return expectThat(status === 404 || status === 410, 'status', [404, 410], status);
}

export const deleteChecks: readonly Check[] = [
  check('TC-DELETE-001', called('delete'), documentedStatus),
  check('TC-DELETE-002', readAfterDelete, ({ entry }) => isGone(entry)),
  check(
    'TC-DELETE-003',
    mutated(
      ({ pointer, keyword }, operation) => operation === 'delete' && pointer === 'url:card' && keyword === 'unknown',
    ),
    unknownCardRefused,
  ),
  check('TC-DELETE-004', secondDelete, ({ entry }) => isGone(entry)),
  check('TC-DELETE-005', writeToDeleted, ({ entry }) =>
    // A body may be looked at, and found wrong, before the card is looked for.
    entry.status === 400 || entry.status === 422 ? notApplicable : isGone(entry),
  ),
];
