import { expectThat } from './assertions.ts';
import { check, type Check } from './check.ts';
import { readAfterDelete } from './scopes/across.ts';
import { called, documentedStatus } from './scopes/called.ts';
import { mutated, refusedWith } from './scopes/refusals.ts';

export const deleteChecks: readonly Check[] = [
  check('TC-DELETE-001', called('delete'), documentedStatus),
  check('TC-DELETE-002', readAfterDelete, ({ entry: { status } }) => {
    // Who may not ask at all learns nothing about the card.
    if (status === 401 || status === 403) return { kind: 'notApplicable' };
    if (status === undefined || status === 429 || status === 503) return { kind: 'undecided', because: 'transport' };
    return expectThat(status === 404, 'status', 404, status);
  }),
  check(
    'TC-DELETE-003',
    mutated(
      ({ pointer, keyword }, operation) => operation === 'delete' && pointer === 'url:card' && keyword === 'unknown',
    ),
    refusedWith(404),
  ),
];
