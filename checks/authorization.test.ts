import type { Actor } from '../specs/actor.ts';
import type { Operation } from '../specs/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Parts } from '../test/exchanges.ts';
import { beside, clockIn, clockInBody, clockInOf, refusal } from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { secondUser } from '../test/exchanges.ts';
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
    // A manager's business, a refusal for other reasons, another caller.
    silent: [
      clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser }, {}, { response: refusal(403) }),
      clockIn({}, { response: refusal(400) }),
      clockIn({}, { response: refusal(403), actor: 'secondUser' }),
      clockIn({}, { fault: 'refused' }),
    ],
  },
  byActor('TC-AUTH-004', 'application', 'get', 'served', 'list'),
  {
    requirement: 'TC-AUTH-005',
    observed: beside('get', [authorization, 'application'], { actor: 'application', response: refusal(403) }),
    value: '403 BadRequest',
    silent: [clockIn()],
  },
  {
    requirement: 'TC-AUTH-006',
    violated: beside('get', ['header:MS-APP-ACTS-AS', 'added'], { response: refusal(400) }),
    pointer: 'status',
    holds: beside('get', ['header:MS-APP-ACTS-AS', 'added'], {}),
    silent: beside('get', ['header:MS-APP-ACTS-AS', 'added'], { response: refusal(429) }),
  },
  {
    requirement: 'TC-AUTH-009',
    observed: beside('delete', [authorization, 'secondUser'], { actor: 'secondUser', response: refusal(403) }),
    value: '403 BadRequest',
    silent: beside('clockIn', [authorization, 'secondUser'], { actor: 'secondUser', response: refusal(403) }),
  },
  byActor('TC-AUTH-010', 'noScope', 'list', 'refused', 'list'),
  byActor('TC-AUTH-010', 'noScope', 'delete', 'refused', 'delete'),
];

describeChecks('authorization', authorizationChecks, rows);
