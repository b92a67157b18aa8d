import type { Exchange, Intent, Mutation } from '../traffic/exchange.ts';
import type { Json, JsonObject } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import { changed, exampleBody, exchange, type Parts } from './exchanges.ts';

type Changes = Readonly<Record<string, Json | undefined>>;
type Rest = Partial<Parts>;

export const clockInBody = exampleBody('clockin1_req');
const clockOutBody = exampleBody('clockout_req');
export const createBody = exampleBody('create_req');

/** The card of the documented clockIn, of which everything is the caller's. */
export const openCard = exampleBody('clockin1_res');
export const openId = String(openCard['id']);
/** The card of the documented create. */
export const createdCard = exampleBody('create_res');
export const createdId = String(createdCard['id']);

const closing = '2025-01-07T23:00:00.5Z';
const clockOutEvent = { dateTime: closing, ...clockOutBody };

/** The open card after the documented clockOut. */
export const closedCard = changed(openCard, {
  '/state': 'clockedOut',
  '/clockOutEvent': clockOutEvent,
  '/originalEntry/clockOutEvent': clockOutEvent,
  '/lastModifiedDateTime': closing,
});

/** The documented clockIn; changes are made to the card that it answers with. */
export function clockIn(changes: Changes = {}, rest: Rest = {}): Exchange {
  return exchange({
    operation: 'clockIn',
    request: { body: clockInBody },
    response: { body: changed(openCard, changes) },
    ...rest,
  });
}

/** A clockIn of a body of its own, without what came of the documented notes. */
export function clockInOf(body: JsonObject, changes: Changes = {}, rest: Rest = {}): Exchange {
  const notes = body['notes'] ?? null;
  const echoed = { '/clockInEvent/notes': notes, '/originalEntry/clockInEvent/notes': notes };
  return clockIn({ ...echoed, ...changes }, { request: { body }, ...rest });
}

/** The documented create; changes are made to the card that it answers with. */
export function create(changes: Changes = {}, rest: Rest = {}): Exchange {
  return createOf(createBody, changes, rest);
}

export function createOf(body: JsonObject, changes: Changes = {}, rest: Rest = {}): Exchange {
  return exchange({
    operation: 'create',
    at: '2025-01-07T21:30:20.487Z',
    request: { body },
    response: { body: changed(createdCard, changes) },
    ...rest,
  });
}

/** A get of a card, which shows it with changes. */
export function get(card: JsonObject, changes: Changes = {}, rest: Rest = {}): Exchange {
  return exchange({ operation: 'get', card: String(card['id']), response: { body: changed(card, changes) }, ...rest });
}

export function clockOut(rest: Rest = {}): Exchange {
  return exchange({ operation: 'clockOut', card: openId, at: closing, request: { body: clockOutBody }, ...rest });
}

export function remove(card: JsonObject, rest: Rest = {}): Exchange {
  return exchange({ operation: 'delete', card: String(card['id']), ...rest });
}

export function list(items: readonly Json[], rest: Rest = {}): Exchange {
  return exchange({ operation: 'list', response: { body: { value: items } }, ...rest });
}

/** What a refusal answers. */
export function refusal(status: number): NonNullable<Parts['response']> {
  const innerError = { date: '2025-01-07T21:35:36', 'request-id': '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311' };
  return { status, body: { error: { code: 'BadRequest', message: 'not like that', innerError } } };
}

type What = Omit<Mutation, 'controlOf'>;

/** The intent of the valid request beside a changed one, and of the changed one. */
export const asControl: Partial<Intent> = { step: 'control' };
export function asChanged(pointer: string, keyword: string): Partial<Intent> & { readonly mutation: Mutation } {
  const what: What = { pointer, keyword };
  return { step: 'changed', mutation: { ...what, controlOf: 'control' } };
}

/** An operation as it should be called, and the same with one thing changed. A made card is deleted before the second. */
export function beside(
  operation: Operation,
  what: readonly [pointer: string, keyword: string],
  changedRest: Rest,
  controlRest: Rest = {},
): readonly Exchange[] {
  const intent = asChanged(...what);
  const control = { intent: asControl, ...controlRest };
  switch (operation) {
    case 'clockIn':
      return [clockIn({}, control), remove(openCard), clockIn({}, { intent, ...changedRest })];
    case 'create':
      return [create({}, control), remove(createdCard), create({}, { intent, ...changedRest })];
    case 'clockOut':
      return [clockIn(), clockOut({ intent, ...changedRest }), clockOut(control)];
    case 'delete':
      return [clockIn(), remove(openCard, { intent, ...changedRest }), remove(openCard, control)];
    case 'list':
      return [list([], control), list([], { intent, ...changedRest })];
    default:
      return [clockIn(), get(openCard, {}, control), get(openCard, {}, { intent, ...changedRest })];
  }
}
