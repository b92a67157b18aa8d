import { isWrite } from '../specs/operation.ts';
import { holds, notApplicable, observed, violated } from './assertions.ts';
import { check, type Check, type Scope, type Subject } from './check.ts';
import { mustSucceed } from './expectation.ts';
import { acceptedLikeControl, mutated, refusedWith, statusAndCode } from './scopes/refusals.ts';
import type { Entry } from './trace.ts';

interface ByActor extends Subject {
  readonly entry: Entry;
}

/** Every answered call of the caller that the documents promise to succeed. */
const byCaller: Scope<ByActor> = {
  subjects(entry, trace, context) {
    return mustSucceed(entry, trace, context) && entry.status !== undefined
      ? [{ entry, evidence: [entry.sequence] }]
      : [];
  },
};

export const authorizationChecks: readonly Check[] = [
  check(
    'TC-AUTH-001',
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer === 'header:Authorization' && keyword === 'readOnly' && (operation === 'get' || operation === 'list'),
    ),
    acceptedLikeControl,
  ),
  check(
    'TC-AUTH-002',
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer === 'header:Authorization' && keyword === 'readOnly' && operation !== 'unknown' && isWrite(operation),
    ),
    refusedWith(403),
  ),
  check('TC-AUTH-003', byCaller, ({ entry: { accepted, status } }) => {
    if (status === 401 || status === 403) return violated('status', 'not 401 or 403', status);
    return accepted ? holds : notApplicable;
  }),
  check(
    'TC-AUTH-004',
    // confirm is TC-AUTH-007's matter: its page ties application permissions to the header.
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer === 'header:Authorization' && keyword === 'application' && operation !== 'confirm',
    ),
    acceptedLikeControl,
  ),
  check(
    'TC-AUTH-005',
    mutated(({ pointer, keyword }) => pointer === 'header:Authorization' && keyword === 'application'),
    ({ entry }) =>
      entry.status === undefined
        ? notApplicable
        : observed('application token without MS-APP-ACTS-AS', entry.accepted ? 'accepted' : statusAndCode(entry)),
  ),
  check(
    'TC-AUTH-006',
    mutated(({ pointer }) => pointer === 'header:MS-APP-ACTS-AS'),
    acceptedLikeControl,
  ),
  check(
    'TC-AUTH-009',
    mutated(({ keyword }, operation) => keyword === 'secondUser' && operation !== 'clockIn'),
    ({ entry }) => observed(`${entry.operation} by a second user of another’s card`, statusAndCode(entry)),
  ),
  check(
    'TC-AUTH-010',
    mutated(({ pointer, keyword }) => pointer === 'header:Authorization' && keyword === 'noScope'),
    refusedWith(403),
  ),
];
