import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { Operation } from '../traffic/operation.ts';
import {
  asChanged,
  asControl,
  beside,
  clockIn,
  clockInBody,
  clockOut,
  createBody,
  closedCard,
  get,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { context, exchange, secondUser, type Parts } from '../test/exchanges.ts';
import { answersOf, subjects } from '../test/said.ts';

const authorization = 'header:Authorization';
const beta = { apiVersion: 'beta' } as const;
const byApplication = { actor: 'application' } as const;

/** A request of an application that says for whom, beside the same one of the caller. */
function asApplication(
  operation: 'clockIn' | 'create' | 'get',
  kind: string,
  rest: Partial<Parts> = {},
): readonly Exchange[] {
  return beside(operation, [authorization, kind], { ...byApplication, ...rest });
}

describe('an application is served where it says whose card it is', () => {
  const { userId: _, ...withoutUser } = createBody;
  const onBehalf = { ...clockInBody, onBehalfOfUserId: context.callerId };
  const { onBehalfOfUserId: __, ...forItself } = onBehalf;

  test.each<[operation: 'clockIn' | 'create' | 'get', body: typeof createBody | undefined, served: boolean]>([
    ['create', createBody, true],
    ['create', withoutUser, false],
    ['create', { ...withoutUser, onBehalfOfUserId: context.callerId }, false],
    ['create', undefined, false],
    ['clockIn', onBehalf, true],
    ['clockIn', forItself, false],
    ['clockIn', { ...forItself, userId: context.callerId }, false],
    ['get', undefined, true],
  ])('%s with %j: %j', (operation, body, served) => {
    const sent = asApplication(operation, 'application', {
      request: body === undefined ? {} : { body },
      response: refusal(403),
    });
    expect(answersOf('TC-AUTH-004', sent)).toEqual(served ? ['violated: status is 403'] : []);
    expect(answersOf('TC-AUTH-013', sent)).toEqual(served ? [] : ['observed: 403 BadRequest']);
  });
});

test('a get that lags behind says nothing of rights, until a get has found the card', () => {
  const late = (status: number, ...before: readonly Exchange[]) =>
    answersOf('TC-AUTH-011', [
      ...before,
      get(openCard, {}, { intent: asControl, card: 'TCK_other' }),
      get(
        openCard,
        {},
        { ...byApplication, intent: asChanged(authorization, 'applicationActingAs'), response: refusal(status) },
      ),
    ]);
  expect(late(404)).toEqual(['undecided: lag']);
  expect(late(404, clockIn())).toEqual(['undecided: lag']);
  expect(late(404, clockIn(), clockOut({ response: refusal(503) }))).toEqual(['undecided: lag']);
  expect(late(403, clockIn())).not.toEqual(['undecided: lag']);
  expect(late(404, clockIn(), get(openCard))).not.toEqual(['undecided: lag']);
  const lost = beside('list', [authorization, 'applicationActingAs'], { ...byApplication, response: refusal(404) });
  expect(answersOf('TC-AUTH-011', lost)).toEqual(['violated: status is 404']);
});

test('the caller is refused for no right, with 401 as with 403', () => {
  const refused = (status: number, allowedToCaller: ReadonlySet<Operation> = new Set(['clockIn'])) =>
    answersOf('TC-AUTH-003', [clockIn({}, { response: refusal(status) })], { allowedToCaller });
  expect(refused(401)).toEqual(['violated: status is 401']);
  expect(refused(403)).toEqual(['violated: status is 403']);
  expect(refused(404)).toEqual([]);
  // A role may stand behind it where the same person was never allowed to do the same.
  expect(refused(403, new Set(['clockOut']))).toEqual(['undecided: refused']);
});

test('an application that is refused is no business of the caller', () => {
  const closed = [clockIn(), clockOut(), get(closedCard)];
  const body = { userId: closedCard['userId'] ?? null };
  const asked = (actor: 'application' | 'caller') =>
    exchange({ operation: 'confirmForUser', card: openId, actor, request: { body }, response: refusal(403) });
  expect(answersOf('TC-CONFIRM-008', [...closed, asked('application')], beta)).toEqual(['undecided: refused']);
  expect(answersOf('TC-AUTH-003', [...closed, asked('application')], beta).filter((one) => one !== 'holds')).toEqual(
    [],
  );
});

test.each([
  ['application', 'confirm by an application without MS-APP-ACTS-AS'],
  ['applicationActingAs', 'confirm by an application with MS-APP-ACTS-AS'],
])('%s is observed as %s', (keyword, subject) => {
  const confirm = (rest: Partial<Parts>) => exchange({ operation: 'confirm', card: openId, ...rest });
  const traffic = [confirm({ intent: asControl }), confirm({ intent: asChanged(authorization, keyword) })];
  expect(subjects('TC-AUTH-007', traffic)).toEqual([subject]);
});

test('what becomes of an application that names nobody it acts as is observed, if there is an answer', () => {
  expect(answersOf('TC-AUTH-005', asApplication('get', 'application'))).toEqual(['observed: accepted']);
  expect(answersOf('TC-AUTH-005', asApplication('get', 'application', { response: refusal(403) }))).toEqual([
    'observed: 403 BadRequest',
  ]);
  expect(answersOf('TC-AUTH-005', asApplication('get', 'application', { fault: 'reset' }))).toEqual([
    'unseen: application token without MS-APP-ACTS-AS',
  ]);
});

test('who created a card is observed where the application acted as somebody and made one', () => {
  const actingAs = (
    userId: string | undefined,
    operation: 'clockIn' | 'create' | 'get' = 'create',
    rest: Partial<Parts> = {},
  ) => {
    const headers = userId === undefined ? [] : ([['MS-APP-ACTS-AS', userId]] as const);
    return answersOf(
      'TC-AUTH-012',
      asApplication(operation, 'applicationActingAs', { request: { headers, body: createBody }, ...rest }),
    );
  };
  expect(actingAs(context.callerId)).toEqual(['observed: that user']);
  expect(actingAs(secondUser)).toEqual(['observed: not that user']);
  expect(actingAs(secondUser, 'clockIn')).toEqual(['observed: not that user']);
  expect(actingAs(undefined)).toEqual([]);
  expect(actingAs(context.callerId, 'get')).toEqual([]);
  expect(actingAs(context.callerId, 'create', { response: refusal(403) })).toEqual([
    'unseen: createdBy.user of create by an application that acts as a user',
  ]);
});
