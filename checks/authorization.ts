import { headerValue } from '../traffic/headers.ts';
import { isWrite, routes } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { holds, notApplicable, observed, sameId, unseen, violated } from './assertions/assertions.ts';
import { callerByTokenChecks } from './caller-by-token.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { mustSucceed } from './assertions/expectation.ts';
import { acceptedLikeControl, mutated, refused, refusedWith, statusAndCode, type Mutated } from './scopes/refusals.ts';
import type { Entry } from './trace/trace.ts';

interface ByActor extends Subject {
  readonly entry: Entry;
}

/** Every call of the caller that the documents promise to succeed. */
const byCaller: Scope<ByActor> = {
  needsMadeTraffic: true,
  subjects(entry, trace, context) {
    // What an application must be allowed stands with confirmForUser.
    const byUser = entry.exchange.actor === 'caller';
    return byUser && mustSucceed(entry, trace, context) ? [{ entry, evidence: [entry.sequence] }] : [];
  },
};

const authorization = 'header:Authorization';

/** How an application calls, by the keyword of the mutation. */
const applications: ReadonlyMap<string, string> = new Map([
  ['application', 'without MS-APP-ACTS-AS'],
  ['applicationActingAs', 'with MS-APP-ACTS-AS'],
]);

/** What an application does in place of the caller; confirm and confirmForUser have pages of their own mind. */
function asApplication(kind: string): Scope<Mutated> {
  return mutated(
    ({ pointer, keyword }, operation) =>
      pointer === authorization && keyword === kind && operation !== 'confirm' && operation !== 'confirmForUser',
  );
}

/**
 * Served like the caller. That a get does not find a card which no get has found yet may be a read that lags behind the
 * write, and says nothing of rights.
 */
function servedLikeControl(subject: Mutated): Answer {
  const { operation, status, before } = subject.entry;
  const mayLag = operation === 'get' && status === 404 && before?.latest?.by !== 'get';
  return mayLag ? { kind: 'undecided', because: 'lag' } : acceptedLikeControl(subject);
}

function makesCard({ operation }: Entry): boolean {
  return operation === 'create' || operation === 'clockIn';
}

/** Whose card it is to be is said where it has to be: an application has none of its own. */
function namesUser({ operation, sent }: Entry): boolean {
  const name = operation === 'create' ? 'userId' : 'onBehalfOfUserId';
  return (operation !== 'create' && operation !== 'clockIn') || typeof sent?.[name] === 'string';
}

function actsAs({ exchange }: Entry): string | undefined {
  return headerValue(exchange.request.headers, 'ms-app-acts-as');
}

export const authorizationChecks: readonly Check[] = [
  check(
    'TC-AUTH-001',
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer === authorization && keyword === 'readOnly' && (operation === 'get' || operation === 'list'),
    ),
    servedLikeControl,
  ),
  check(
    'TC-AUTH-002',
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer === authorization && keyword === 'readOnly' && operation !== 'unknown' && isWrite(operation),
    ),
    refusedWith(403),
  ),
  check('TC-AUTH-003', byCaller, ({ entry: { accepted, status, operation } }, { allowedToCaller }) => {
    if (accepted) return holds;
    if (status !== 401 && status !== 403) return notApplicable;
    // Without its control, the same operation allowed to the same person, a role may stand behind it: an employee may clock and not create.
    if (operation === 'unknown' || allowedToCaller?.has(operation) !== true)
      return { kind: 'undecided', because: 'refused' };
    return violated('status', 'not 401 or 403, as before', status);
  }),
  check('TC-AUTH-004', asApplication('application'), (subject) =>
    namesUser(subject.entry) ? servedLikeControl(subject) : notApplicable,
  ),
  check(
    'TC-AUTH-005',
    mutated(({ pointer, keyword }) => pointer === authorization && keyword === 'application'),
    ({ entry }) =>
      entry.status === undefined
        ? unseen('application token without MS-APP-ACTS-AS')
        : observed('application token without MS-APP-ACTS-AS', entry.accepted ? 'accepted' : statusAndCode(entry)),
  ),
  check(
    'TC-AUTH-006',
    mutated(({ pointer }) => pointer === 'header:MS-APP-ACTS-AS'),
    (subject, { callerId }) => (sameId(actsAs(subject.entry), callerId) ? servedLikeControl(subject) : notApplicable),
  ),
  check(
    'TC-AUTH-007',
    mutated(({ keyword }, operation) => operation === 'confirm' && applications.has(keyword)),
    ({ entry, mutation }) =>
      observed(`confirm by an application ${applications.get(mutation.keyword)}`, statusAndCode(entry)),
  ),
  check(
    'TC-AUTH-008',
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer === authorization && keyword === 'delegated' && operation === 'confirmForUser',
    ),
    refused,
  ),
  check('TC-AUTH-011', asApplication('applicationActingAs'), servedLikeControl),
  check('TC-AUTH-012', asApplication('applicationActingAs'), ({ entry }) => {
    const named = actsAs(entry);
    if (!makesCard(entry) || named === undefined) return notApplicable;
    const subject = `createdBy.user of ${entry.operation} by an application that acts as a user`;
    if (!entry.accepted) return unseen(subject);
    return observed(subject, sameId(at(entry.answer, '/createdBy/user/id'), named) ? 'that user' : 'not that user');
  }),
  check('TC-AUTH-013', asApplication('application'), ({ entry }) =>
    namesUser(entry)
      ? notApplicable
      : observed(`${entry.operation} by an application that names no user`, statusAndCode(entry)),
  ),
  check(
    'TC-AUTH-009',
    mutated(
      ({ keyword }, operation) =>
        keyword === 'secondUser' && operation !== 'unknown' && isWrite(operation) && routes[operation].on === 'card',
    ),
    ({ entry }) => observed(`${entry.operation} by a second user of another’s card`, statusAndCode(entry)),
  ),
  check(
    'TC-AUTH-014',
    mutated(({ keyword }, operation) => keyword === 'secondUser' && (operation === 'get' || operation === 'list')),
    ({ entry }) => observed(`${entry.operation} by a second user of another’s card`, statusAndCode(entry)),
  ),
  check(
    'TC-AUTH-010',
    mutated(({ pointer, keyword }) => pointer === authorization && keyword === 'noScope'),
    refusedWith(403),
  ),
  ...callerByTokenChecks,
];
