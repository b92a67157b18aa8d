import type { Actor } from '../traffic/actor.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Parts } from '../test/exchanges.ts';
import {
  asChanged,
  asControl,
  beside,
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  closedCard,
  create,
  createBody,
  get,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { context, exchange, secondUser } from '../test/exchanges.ts';
import { authorizationChecks } from './authorization.ts';

const authorization = 'header:Authorization';

/** The same operation by another actor, who is to be served or refused. */
function byActor(
  requirement: RequirementId,
  actor: Actor,
  operation: Operation,
  expected: 'served' | 'refused',
  elsewhere: Operation,
): Row {
  const answered = (response?: Parts['response']) =>
    beside(operation, [authorization, actor], { actor, ...(response === undefined ? {} : { response }) });
  const [served, refused] = [answered(), answered(refusal(403))];
  return {
    requirement,
    name: operation,
    violated: expected === 'served' ? refused : served,
    pointer: 'status',
    holds: expected === 'served' ? served : refused,
    silent: beside(elsewhere, [authorization, 'removed'], { actor: 'nobody', response: refusal(401) }),
  };
}

const { callerId } = context;

/** The documented body goes on, with the header beside it. */
function actingAs(userId: string): { readonly request: NonNullable<Parts['request']> } {
  return { request: { headers: [['MS-APP-ACTS-AS', userId]], body: createBody } };
}

/** A confirm by the caller, and one by an application. */
function confirmedBy(kind: string, rest: Partial<Parts>): readonly Exchange[] {
  const parts = { operation: 'confirm', card: openId } as const;
  return [
    clockIn(),
    exchange({ ...parts, intent: asControl }),
    exchange({ ...parts, actor: 'application', intent: asChanged(authorization, kind), ...rest }),
  ];
}

/** A confirmForUser by an application, and one by somebody else. */
function confirmedForUserBy(actor: Actor, rest: Partial<Parts>): readonly Exchange[] {
  const parts = { operation: 'confirmForUser', card: openId, request: { body: { userId: callerId } } } as const;
  return [
    clockIn(),
    exchange({ ...parts, actor: 'application', intent: asControl }),
    exchange({ ...parts, actor, intent: asChanged(authorization, 'delegated'), ...rest }),
  ];
}

/** An application lists in the name of the second user, and then does something in nobody's. */
const acting = exchange({
  operation: 'list',
  actor: 'application',
  request: { headers: [['MS-APP-ACTS-AS', secondUser]] },
  response: { body: { value: [] } },
});
const clockedOutByApplication = clockOut({ actor: 'application' });

function createdByApplication(changes: Readonly<Record<string, Json>>): Exchange {
  return create(changes, { actor: 'application' });
}

/** A clockIn by the caller with somebody else in a header. */
function named(response: NonNullable<Parts['response']>): readonly Exchange[] {
  return beside('clockIn', ['header:X-User-Id', 'somebodyElse'], { response });
}

const rows: readonly Row[] = [
  byActor('TC-AUTH-001', 'readOnly', 'get', 'served', 'list'),
  byActor('TC-AUTH-001', 'readOnly', 'list', 'served', 'create'),
  byActor('TC-AUTH-002', 'readOnly', 'create', 'refused', 'create'),
  byActor('TC-AUTH-002', 'readOnly', 'clockOut', 'refused', 'clockOut'),
  {
    requirement: 'TC-AUTH-003',
    violated: [clockIn({}, { response: refusal(403) })],
    pointer: 'status',
    holds: [clockIn()],
    context: { allowedToCaller: new Set(['clockIn'] as const) },
    // What was never allowed to the caller, a manager's business, a refusal for other reasons, another caller.
    silent: [
      create({}, { response: refusal(403) }),
      clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser }, {}, { response: refusal(403) }),
      clockIn({}, { response: refusal(400) }),
      clockIn({}, { response: refusal(403), actor: 'secondUser' }),
      clockIn({}, { fault: 'refused' }),
    ],
  },
  byActor('TC-AUTH-004', 'application', 'get', 'served', 'list'),
  {
    ...byActor('TC-AUTH-004', 'application', 'create', 'served', 'create'),
    // It names nobody; confirm has a page of its own mind.
    silent: beside('clockIn', [authorization, 'application'], { actor: 'application', response: refusal(400) }),
  },
  {
    requirement: 'TC-AUTH-005',
    observed: beside('get', [authorization, 'application'], { actor: 'application', response: refusal(403) }),
    value: '403 BadRequest',
    silent: [clockIn()],
  },
  {
    requirement: 'TC-AUTH-006',
    violated: beside('get', ['header:MS-APP-ACTS-AS', 'added'], { ...actingAs(callerId), response: refusal(400) }),
    pointer: 'status',
    holds: beside('get', ['header:MS-APP-ACTS-AS', 'added'], actingAs(callerId)),
    silent: [
      ...beside('get', ['header:MS-APP-ACTS-AS', 'added'], { ...actingAs(callerId), response: refusal(429) }),
      ...beside('get', ['header:MS-APP-ACTS-AS', 'added'], { ...actingAs(secondUser), response: refusal(404) }),
    ],
  },
  {
    ...byActor('TC-AUTH-004', 'application', 'list', 'served', 'list'),
    name: 'while a read lags behind',
    silent: [
      clockIn(),
      get(openCard, {}, { intent: asControl, card: 'TCK_other' }),
      get(
        openCard,
        {},
        { intent: asChanged(authorization, 'application'), actor: 'application', response: refusal(404) },
      ),
    ],
  },
  {
    requirement: 'TC-AUTH-007',
    observed: confirmedBy('application', { response: refusal(403) }),
    value: '403 BadRequest',
    silent: beside('get', [authorization, 'application'], { actor: 'application' }),
  },
  {
    requirement: 'TC-AUTH-008',
    violated: confirmedForUserBy('caller', {}),
    pointer: 'status',
    holds: confirmedForUserBy('caller', { response: refusal(403) }),
    silent: beside('get', [authorization, 'delegated'], {}),
    context: { apiVersion: 'beta' },
  },
  {
    requirement: 'TC-AUTH-011',
    violated: beside('get', [authorization, 'applicationActingAs'], { actor: 'application', response: refusal(403) }),
    pointer: 'status',
    holds: beside('get', [authorization, 'applicationActingAs'], { actor: 'application' }),
    silent: [
      ...confirmedBy('applicationActingAs', { response: refusal(403) }),
      ...beside('get', [authorization, 'application'], { actor: 'application', response: refusal(403) }),
    ],
  },
  {
    requirement: 'TC-AUTH-012',
    observed: beside('create', [authorization, 'applicationActingAs'], { actor: 'application', ...actingAs(callerId) }),
    value: 'that user',
    silent: beside('get', [authorization, 'applicationActingAs'], { actor: 'application', ...actingAs(callerId) }),
  },
  {
    requirement: 'TC-AUTH-013',
    observed: beside('clockIn', [authorization, 'application'], { actor: 'application', response: refusal(400) }),
    value: '400 BadRequest',
    silent: beside('create', [authorization, 'application'], { actor: 'application' }),
  },
  {
    requirement: 'TC-AUTH-014',
    observed: beside('get', [authorization, 'secondUser'], { actor: 'secondUser' }),
    value: '200',
    silent: beside('delete', [authorization, 'secondUser'], { actor: 'secondUser' }),
  },
  {
    requirement: 'TC-AUTH-009',
    observed: beside('delete', [authorization, 'secondUser'], { actor: 'secondUser', response: refusal(403) }),
    value: '403 BadRequest',
    silent: beside('clockIn', [authorization, 'secondUser'], { actor: 'secondUser', response: refusal(403) }),
  },
  byActor('TC-AUTH-010', 'noScope', 'list', 'refused', 'list'),
  byActor('TC-AUTH-010', 'noScope', 'delete', 'refused', 'delete'),
  {
    requirement: 'TC-AUTH-019',
    violated: [acting, createdByApplication({ '/createdBy/user': { id: secondUser } })],
    pointer: '/createdBy/user/id',
    holds: [acting, createdByApplication({ '/createdBy/user': null, '/lastModifiedBy/user': null })],
    // Nobody was named, or is with this request; the card is that user's; or it was refused.
    silent: [
      createdByApplication({ '/createdBy/user': { id: secondUser } }),
      acting,
      create({ '/createdBy/user': { id: secondUser } }, { actor: 'application', ...actingAs(secondUser) }),
      create({ '/createdBy/user': { id: secondUser } }),
      createdByApplication({ '/userId': secondUser, '/createdBy/user': { id: secondUser } }),
      create({}, { actor: 'application', response: refusal(403) }),
    ],
  },
  {
    requirement: 'TC-AUTH-019',
    name: 'of a card that it changes',
    violated: [clockIn(), acting, clockedOutByApplication, get(closedCard, { '/lastModifiedBy/user/id': secondUser })],
    pointer: '/lastModifiedBy/user/id',
    holds: [clockIn(), acting, clockedOutByApplication, get(closedCard, { '/lastModifiedBy/user': null })],
    silent: [clockIn(), acting, clockOut(), get(closedCard, { '/lastModifiedBy/user/id': secondUser })],
  },
  {
    requirement: 'TC-AUTH-020',
    violated: named({ body: { ...openCard, userId: secondUser } }),
    pointer: '/userId',
    holds: named({ body: openCard }),
    // An application that is alone has no user whom its token names.
    silent: [
      ...named(refusal(403)),
      ...beside('create', ['header:X-User-Id', 'somebodyElse'], {}),
      ...named({ body: { ...openCard, userId: secondUser } }).map((one) => ({ ...one, actor: 'application' as const })),
    ],
  },
  {
    requirement: 'TC-AUTH-021',
    violated: beside('list', [authorization, 'signature'], {}),
    pointer: 'status',
    holds: beside('list', [authorization, 'signature'], { response: refusal(401) }),
    silent: beside('list', [authorization, 'malformed'], { actor: 'nobody', response: refusal(403) }),
  },
];

describeChecks('authorization', authorizationChecks, rows);
