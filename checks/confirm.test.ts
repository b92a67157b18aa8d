import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import {
  asChanged,
  asControl,
  clockIn,
  clockOut,
  closedCard,
  get,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type JudgedRow, type Row } from '../test/check-table.ts';
import { changed, context, exchange, secondUser, type Parts } from '../test/exchanges.ts';
import { confirmChecks } from './confirm.ts';

type Rest = Partial<Parts>;

const later = '2025-01-07T23:00:18Z';
const earlier = '2025-01-07T20:00:00Z';
const mine = context.callerId;

/** The closed card after its user confirmed it, and after a manager did. */
const confirmedCard = changed(closedCard, { '/confirmedBy': 'user', '/lastModifiedDateTime': later });
const theirs = { '/userId': secondUser };
const theirCard = changed(closedCard, theirs);
const byManager = changed(confirmedCard, { ...theirs, '/confirmedBy': 'manager' });
const byBoth = changed(byManager, { '/confirmedBy': 'user,manager' });

function confirm(rest: Rest = {}) {
  return exchange({ operation: 'confirm', card: openId, at: later, ...rest });
}

function confirmForUser(changes: Readonly<Record<string, Json | undefined>> = {}, rest: Rest = {}) {
  return exchange({
    operation: 'confirmForUser',
    actor: 'application',
    card: openId,
    at: later,
    request: { body: { userId: mine } },
    response: { body: changed(confirmedCard, changes) },
    ...rest,
  });
}

const closed = [clockIn(), clockOut(), get(closedCard)] as const;
const closedAtOnce = [clockIn(), clockOut(), get(closedCard, {}, { at: '2025-01-07T23:00:00.6Z' })] as const;
const theirClosed = [clockIn(theirs), clockOut(), get(theirCard)] as const;
const beta = { context: { apiVersion: 'beta' } } as const;

/** confirmForUser that names the caller, for a card of somebody else. */
const forManager = confirmForUser({ ...theirs, '/confirmedBy': 'manager' });

/** One value in the card that get shows after the documented confirm. */
function afterwards(requirement: RequirementId, pointer: string, wrong: Json | undefined): Row {
  return {
    requirement,
    name: pointer,
    violated: [...closed, confirm(), get(confirmedCard, { [pointer]: wrong })],
    pointer,
    holds: [...closed, confirm(), get(confirmedCard)],
    // Refused, of an open card, sent to overlap, or for the second time: the get says nothing of it.
    silent: [
      clockIn(),
      confirm(),
      get(openCard, { [pointer]: wrong }),
      ...closed,
      confirm({ response: refusal(403) }),
      get(closedCard),
      confirm({ intent: { overlaps: 'clock out' } }),
      get(confirmedCard),
      confirm(),
      get(confirmedCard, { [pointer]: wrong }),
    ],
  };
}

/** One value in the card that get shows after the documented confirmForUser. */
function afterForUser(requirement: RequirementId, pointer: string, wrong: Json | undefined): Row {
  return {
    ...beta,
    requirement,
    name: pointer,
    violated: [...closed, confirmForUser(), get(confirmedCard, { [pointer]: wrong })],
    pointer,
    holds: [...closed, confirmForUser(), get(confirmedCard)],
    silent: [...closed, confirmForUser({}, { response: refusal(403) }), get(closedCard), confirm(), get(confirmedCard)],
  };
}

function unknownCard(call: typeof confirm): Pick<JudgedRow, 'violated' | 'pointer' | 'holds'> {
  const intent = asChanged('url:card', 'unknown');
  const beside = (status: number) => [
    ...closed,
    call({ card: 'TCK_x', intent, response: refusal(status) }),
    call({ intent: asControl }),
  ];
  return { violated: beside(403), pointer: 'status', holds: beside(404) };
}

const forUser = (rest: Rest = {}) => confirmForUser({}, rest);

const forOwner = forUser({ request: { body: { userId: secondUser } } });

function withoutUser(rest: Rest) {
  const intent = asChanged('/userId', 'required');
  return [...closed, forUser({ intent, request: { body: {} }, ...rest }), forUser({ intent: asControl })];
}

const rows: readonly Row[] = [
  {
    requirement: 'TC-CONFIRM-001',
    violated: [...closed, confirm({ response: { status: 200, body: confirmedCard } })],
    pointer: 'status',
    holds: [...closed, confirm()],
    silent: [
      clockIn(),
      confirm({ response: refusal(409) }),
      ...closed,
      confirm({ fault: 'timeout' }),
      confirm({ actor: 'application', response: { status: 200 } }),
    ],
  },
  {
    requirement: 'TC-CONFIRM-001',
    name: 'refused',
    violated: [...closed, confirm({ response: refusal(422) })],
    pointer: 'status',
    holds: [...closed, confirm()],
    silent: [...theirClosed, confirm({ response: refusal(403) })],
  },
  {
    requirement: 'TC-CONFIRM-002',
    violated: [...closed, confirm({ response: refusal(400) })],
    pointer: 'status',
    holds: [...closed, confirm()],
    silent: [
      ...closed,
      confirm({ request: { body: {} }, response: refusal(400) }),
      ...closed,
      confirm({ response: { status: 500 } }),
    ],
  },
  afterwards('TC-CONFIRM-003', '/confirmedBy', 'none'),
  {
    ...afterwards('TC-CONFIRM-003', '/confirmedBy', 'unknownFutureValue'),
    name: 'by nobody',
    holds: [...closed, confirm(), get(confirmedCard, { '/confirmedBy': 'manager' })],
  },
  afterwards('TC-CONFIRM-023', '/confirmedBy', 'manager'),
  {
    ...afterwards('TC-CONFIRM-003', '/confirmedBy', 'none'),
    name: 'by the user after a manager',
    holds: [...theirClosed, confirm(), get(byManager), confirm({ actor: 'secondUser' }), get(byBoth)],
    silent: [...theirClosed, confirm(), get(byManager)],
  },
  {
    requirement: 'TC-CONFIRM-004',
    violated: [...theirClosed, confirm(), get(byManager, { '/confirmedBy': 'user' })],
    pointer: '/confirmedBy',
    holds: [...theirClosed, confirm(), get(byManager)],
    silent: [...closed, confirm(), get(confirmedCard)],
  },
  afterwards('TC-CONFIRM-005', '/state', 'clockedIn'),
  afterwards('TC-CONFIRM-005', '/clockOutEvent', null),
  afterwards('TC-CONFIRM-005', '/originalEntry/clockOutEvent', null),
  afterwards('TC-CONFIRM-005', '/notes', { content: 'Confirmed', contentType: 'text' }),
  {
    requirement: 'TC-CONFIRM-006',
    observed: [clockIn(), confirm({ response: refusal(409) })],
    value: '409 BadRequest',
    silent: [...closed, confirm()],
  },
  {
    requirement: 'TC-CONFIRM-006',
    name: 'twice',
    observed: [...closed, confirm(), get(confirmedCard), confirm()],
    value: '204',
    silent: [...theirClosed, confirm(), get(byManager), confirm({ actor: 'secondUser' })],
  },
  { requirement: 'TC-CONFIRM-007', ...unknownCard(confirm), silent: [...closed, confirm()] },
  {
    ...beta,
    requirement: 'TC-CONFIRM-008',
    violated: [...closed, forUser({ response: { status: 204 } })],
    pointer: 'status',
    holds: [...closed, forUser()],
    silent: [...closed, forUser({ fault: 'timeout' }), forUser({ actor: 'caller', response: refusal(403) })],
  },
  {
    ...beta,
    requirement: 'TC-CONFIRM-008',
    name: 'without a card',
    violated: [...closed, forUser({ response: { body: {} } })],
    pointer: '/id',
    holds: [...closed, forUser()],
    silent: [clockIn(), forUser({ response: refusal(409) })],
  },
  {
    ...beta,
    requirement: 'TC-CONFIRM-009',
    violated: withoutUser({}),
    pointer: 'status',
    holds: withoutUser({ response: refusal(400) }),
    silent: [...closed, forUser()],
  },
  {
    requirement: 'TC-CONFIRM-010',
    violated: [
      ...theirClosed,
      confirm(),
      get(byManager),
      confirm({ actor: 'secondUser' }),
      get(byBoth, { '/confirmedBy': 'user' }),
    ],
    pointer: '/confirmedBy',
    holds: [
      ...theirClosed,
      confirm(),
      get(byManager),
      confirm({ actor: 'secondUser' }),
      get(byBoth, { '/confirmedBy': 'manager, user' }),
    ],
    silent: [...closed, confirm(), get(confirmedCard)],
  },
  afterwards('TC-CONFIRM-011', '/lastModifiedDateTime', earlier),
  {
    requirement: 'TC-CONFIRM-011',
    name: 'left as it was for long',
    violated: [
      ...closed,
      confirm(),
      get(confirmedCard, { '/lastModifiedDateTime': closedCard['lastModifiedDateTime'] }),
    ],
    pointer: '/lastModifiedDateTime',
    holds: [...closed, confirm(), get(confirmedCard)],
    // The service may count in whole seconds.
    silent: [...closedAtOnce, confirm({ at: '2025-01-07T23:00:00.9Z' }), get(closedCard, { '/confirmedBy': 'user' })],
  },
  {
    requirement: 'TC-CONFIRM-011',
    name: 'left as it was long before, in a card that was just read',
    violated: [
      clockIn(),
      clockOut(),
      get(closedCard, {}, { at: '2025-01-07T23:29:59.5Z' }),
      confirm({ at: '2025-01-07T23:30:00Z' }),
      get(closedCard, { '/confirmedBy': 'user' }),
    ],
    pointer: '/lastModifiedDateTime',
    holds: [...closed, confirm(), get(confirmedCard)],
    silent: [...closed],
  },
  {
    requirement: 'TC-CONFIRM-011',
    name: 'left as it was for longer than clocks count',
    violated: [...closedAtOnce, confirm({ at: '2025-01-07T23:00:03Z' }), get(closedCard, { '/confirmedBy': 'user' })],
    pointer: '/lastModifiedDateTime',
    holds: [...closed, confirm(), get(confirmedCard)],
    // It may count in whole minutes as well.
    silent: [
      clockIn(),
      clockOut(),
      get(closedCard, { '/lastModifiedDateTime': '2025-01-07T23:00:00Z' }, { at: '2025-01-07T23:00:00.6Z' }),
      confirm({ at: '2025-01-07T23:00:04Z' }),
      get(closedCard, { '/confirmedBy': 'user', '/lastModifiedDateTime': '2025-01-07T23:00:00Z' }),
    ],
  },
  {
    ...beta,
    requirement: 'TC-CONFIRM-012',
    violated: [...closed, confirmForUser({ '/confirmedBy': 'none' })],
    pointer: '/confirmedBy',
    holds: [...closed, confirmForUser({ '/confirmedBy': 'user,manager' })],
    silent: [...closed, confirmForUser({ '/confirmedBy': 'none' }, { request: { body: { userId: secondUser } } })],
  },
  {
    ...beta,
    requirement: 'TC-CONFIRM-024',
    violated: [...closed, confirmForUser({ '/confirmedBy': 'manager' })],
    pointer: '/confirmedBy',
    holds: [...closed, confirmForUser({ '/confirmedBy': 'user,manager' })],
    silent: [...closed, confirmForUser({ '/confirmedBy': 'manager' }, { request: { body: { userId: secondUser } } })],
  },
  {
    ...beta,
    requirement: 'TC-CONFIRM-013',
    violated: [...closed, confirmForUser({ '/id': 'TCK_x' })],
    pointer: '/id',
    holds: [...closed, confirmForUser()],
    silent: [...closed, confirmForUser({}, { response: refusal(403) })],
  },
  {
    ...beta,
    requirement: 'TC-CONFIRM-014',
    observed: [
      ...closed,
      forUser({ intent: asControl }),
      forUser({ intent: asChanged('/userId', 'unknown'), response: refusal(400) }),
    ],
    value: '400 BadRequest',
    silent: [...closed, forUser()],
  },
  {
    ...afterwards('TC-CONFIRM-015', '/lastModifiedBy/user/id', secondUser),
    silent: [
      ...closed,
      confirm({ actor: 'application' }),
      get(confirmedCard, { '/lastModifiedBy/user/id': secondUser }),
    ],
  },
  {
    ...afterwards('TC-CONFIRM-015', '/lastModifiedBy/user/id', secondUser),
    name: 'of a second user',
    violated: [...theirClosed, confirm({ actor: 'secondUser' }), get(theirCard, { '/confirmedBy': 'user' })],
    holds: [
      ...theirClosed,
      confirm({ actor: 'secondUser' }),
      get(theirCard, { '/confirmedBy': 'user', '/lastModifiedBy/user/id': secondUser }),
    ],
  },
  afterForUser('TC-CONFIRM-016', '/confirmedBy', 'none'),
  afterwards('TC-CONFIRM-017', '/createdBy/user/id', secondUser),
  afterwards('TC-CONFIRM-017', '/createdDateTime', earlier),
  {
    requirement: 'TC-CONFIRM-018',
    observed: [
      ...closed,
      confirm(),
      get(confirmedCard),
      exchange({ operation: 'replace', card: openId }),
      get(closedCard),
    ],
    value: 'not kept',
    silent: [...closed, exchange({ operation: 'replace', card: openId }), get(closedCard)],
  },
  { ...beta, requirement: 'TC-CONFIRM-019', ...unknownCard(forUser), silent: [...closed, confirm(), forUser()] },
  afterForUser('TC-CONFIRM-020', '/clockOutEvent', null),
  {
    ...beta,
    requirement: 'TC-CONFIRM-021',
    violated: [...theirClosed, confirm(), get(byManager), forOwner, get(byManager, { '/confirmedBy': 'user' })],
    pointer: '/confirmedBy',
    holds: [...theirClosed, confirm(), get(byManager), forOwner, get(byBoth)],
    silent: [...closed, forUser(), get(confirmedCard), forUser(), get(confirmedCard, { '/confirmedBy': 'none' })],
  },
  {
    ...beta,
    requirement: 'TC-CONFIRM-025',
    violated: [...theirClosed, forManager, get(byManager, { '/confirmedBy': 'user' })],
    pointer: '/confirmedBy',
    holds: [...theirClosed, forManager, get(byManager)],
    silent: [...theirClosed, forOwner, get(byManager, { '/confirmedBy': 'user' })],
  },
  afterForUser('TC-CONFIRM-022', '/createdBy/user/id', secondUser),
];

describeChecks('confirm and confirmForUser', confirmChecks, rows);
