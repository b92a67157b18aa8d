import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { JsonObject } from '../../traffic/json.ts';
import {
  changed,
  context,
  exampleBody,
  exchange,
  otherTeam,
  secondUser,
  team,
  traffic,
  type Parts,
} from '../../test/exchanges.ts';
import {
  asChanged,
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  create,
  createBody,
  createdCard,
  createdId,
  createOf,
  get,
  list,
  openCard,
  openId,
  refusal,
  remove,
} from '../../test/card-exchanges.ts';
import type { JudgeContext } from '../context.ts';
import { isShownToSucceed, isUndocumented, isUnreachable, mustSucceed } from './expectation.ts';
import { Trace, type Entry } from '../trace/trace.ts';

interface Last {
  readonly promised: boolean;
  readonly undocumented: boolean;
}

function lastEntry(exchanges: readonly Exchange[], trace = new Trace()): Entry {
  const [last] = traffic(exchanges)
    .map((one): Entry => trace.add(one))
    .slice(-1);
  if (last === undefined) throw new Error('no traffic');
  return last;
}

/** What may be expected of the last of these exchanges. */
function lastOf(exchanges: readonly Exchange[], changes: Partial<JudgeContext> = {}): Last {
  const trace = new Trace();
  const last = lastEntry(exchanges, trace);
  const known = { ...context, ...changes };
  return { promised: mustSucceed(last, trace, known), undocumented: isUndocumented(last, trace, known) };
}

const collection = `https://clock.test/v1.0/teams/${team}/schedule/timeCards`;
const plain = { content: 'late', contentType: 'text' };
const notIdentified = { capabilities: new Set<never>() };
const smile = { notes: { content: '\u{1F600}', contentType: 'text' } };
const late = (event: string, time: string) => changed(createBody, { [`/${event}/dateTime`]: time });

const replaceBody = exampleBody('replace_req');

function replaceOf(body: JsonObject, rest: Partial<Parts> = {}): Exchange {
  return exchange({ operation: 'replace', card: createdId, at: '2025-01-07T21:36:00Z', request: { body }, ...rest });
}

function breakOf(operation: 'startBreak' | 'endBreak'): Exchange {
  return exchange({ operation, card: String(openCard['id']), request: { body: { notes: plain } } });
}

function confirm(rest: Partial<Parts> = {}): Exchange {
  return exchange({ operation: 'confirm', card: createdId, ...rest });
}

function confirmForUser(userId: string, rest: Partial<Parts> = {}): Exchange {
  return confirm({ operation: 'confirmForUser', actor: 'application', request: { body: { userId } }, ...rest });
}

describe('is promised', () => {
  test.each<[name: string, exchanges: readonly Exchange[], changes?: Partial<JudgeContext>]>([
    ['the documented clockIn', [clockIn()]],
    ['a clockIn after the card before was closed', [clockIn(), clockOut(), clockIn()]],
    ['a clockIn while somebody else has an open card', [list([{ ...openCard, userId: secondUser }]), clockIn()]],
    ['the documented create', [create()]],
    ['a create beside a card of another time', [clockIn(), create()]],
    ['a get of a card that is there', [clockIn(), get(openCard)]],
    ['a clockOut of an open card', [clockIn(), clockOut()]],
    ['a clockOut after one that was refused', [clockIn(), clockOut({ response: refusal(400) }), clockOut()]],
    ['a delete', [clockIn(), clockOut(), remove(openCard)]],
    ['a list', [list([])]],
    ['the documented replacement', [create(), replaceOf(replaceBody)]],
    ['a replacement beside a card of another time', [clockIn(), create(), replaceOf(replaceBody)]],
    ['the first confirmation of a closed card', [create(), confirm()]],
    ['confirmForUser for the owner', [create(), confirmForUser(String(createdCard['userId']))]],
    [
      'a replacement that leaves the state to its events',
      [create(), replaceOf(changed(replaceBody, { '/state': undefined }))],
    ],
    ['the start of a break', [clockIn(), breakOf('startBreak')]],
    ['the end of a break', [clockIn({ '/state': 'onBreak' }), breakOf('endBreak')]],
    ['a clockOut of a card whose owner is not shown', [clockIn({ '/userId': null }), clockOut()]],
    ['a read that was sent beside another request', [clockIn(), get(openCard, {}, { intent: { beside: 'it' } })]],
    ['a clockIn that names the caller', [clockInOf({ ...clockInBody, onBehalfOfUserId: context.callerId })]],
    ['everything of a mock that knows nobody', [clockIn({ '/userId': null }), clockOut()], notIdentified],
  ])('%s', (_name, exchanges, changes) => {
    expect(lastOf(exchanges, changes).promised).toBe(true);
  });
});

describe('is not promised', () => {
  test.each<[name: string, exchanges: readonly Exchange[], changes?: Partial<JudgeContext>]>([
    ['what others sent', [clockIn({}, { intent: false })]],
    ['what was sent with a defect', [clockIn({}, { intent: asChanged('/notes', 'type') })]],
    ['what was sent at once with another request', [clockIn(), clockOut({ intent: { overlaps: 'it' } })]],
    ['a write that was sent beside another request', [clockIn(), clockOut({ intent: { beside: 'it' } })]],
    ['a name that no page declares', [clockInOf({ ...clockInBody, atAprovedLocation: true })]],
    ['what another actor sent', [clockIn({}, { actor: 'application' })]],
    ['another team', [list([], { team: otherTeam })]],
    ['a path in lower case', [list([], { url: collection.toLowerCase() })]],
    ['an action in lower case', [clockIn(), clockOut({ url: `${collection}/${String(openCard['id'])}/clockout` })]],
    ['a path that is none of the documented ones', [list([], { url: 'https://clock.test/v1.0/me' })]],
    ['another resource', [create(), get(createdCard, {}, { operation: 'unknown', card: '$count' })]],
    ['a clockIn without a body', [clockIn({}, { request: {} })]],
    ['a create without a body', [create({}, { request: {} })]],
    ['a create that leaves the owner to the token', [createOf(changed(createBody, { '/userId': undefined }))]],
    ['a create with a location beside its events', [createOf({ ...createBody, isAtApprovedLocation: true })]],
    ['a create without its end', [createOf(changed(createBody, { '/clockOutEvent': undefined }))]],
    ['a create without its begin', [createOf(changed(createBody, { '/clockInEvent': undefined }))]],
    ['notes without content', [clockInOf({ notes: { content: null, contentType: 'text' } })]],
    ['notes whose type is null', [clockInOf({ notes: { content: 'late', contentType: null } })]],
    ['notes that are a list', [clockInOf({ notes: [plain, { content: 'late', contentType: 'html' }] })]],
    ['a clockIn for a user that is null', [clockInOf({ ...clockInBody, onBehalfOfUserId: null })]],
    [
      'a clockIn that names a user, if nobody is known',
      [clockInOf({ ...clockInBody, onBehalfOfUserId: context.callerId })],
      notIdentified,
    ],
    ['a clockIn while a card of nobody known is open', [clockIn({ '/userId': null }), clockIn()]],
    ['confirmForUser without a body', [create(), confirm({ operation: 'confirmForUser', actor: 'application' })]],
    ['a confirmation after one that may have been done', [create(), confirm({ fault: 'reset' }), confirm()]],
    ['a list with options', [list([], { query: '$top=1' })]],
    ['an empty clockIn', [clockInOf({})]],
    ['text that no document promises to keep', [clockInOf(smile)]],
    ['notes without their type', [clockInOf({ notes: { content: 'late' } })]],
    ['html', [clockInOf({ notes: { content: 'late', contentType: 'html' } })]],
    ['a clockIn for somebody else', [clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser })]],
    [
      'a replacement of an open card',
      [create({ '/state': 'clockedIn', '/clockOutEvent': null }), replaceOf(replaceBody)],
    ],
    ['a replacement with breaks', [create(), replaceOf({ ...replaceBody, breaks: [] })]],
    ['a replacement without an end', [create(), replaceOf(changed(replaceBody, { '/clockOutEvent': undefined }))]],
    ['a replacement that opens the card', [create(), replaceOf({ ...replaceBody, state: 'clockedIn' })]],
    ['a replacement for another user', [create(), replaceOf({ ...replaceBody, userId: secondUser })]],
    ['a replacement for nobody', [create(), replaceOf(changed(replaceBody, { '/userId': undefined }))]],
    [
      'a replacement in the name of another',
      [create(), replaceOf(changed(replaceBody, { '/lastModifiedBy/user/id': secondUser }))],
    ],
    ['a replacement of an older day', [create(), replaceOf(replaceBody, { at: '2025-01-09T08:00:00Z' })]],
    ['a second write after a replacement that nobody has read', [create(), replaceOf(replaceBody), confirm()]],
    ['a confirmation of an open card', [clockIn(), confirm({ card: String(openCard['id']) })]],
    ['a second confirmation', [create(), confirm(), confirm()]],
    ['a confirmation of a confirmed card', [create({ '/confirmedBy': 'manager' }), confirm()]],
    ['a confirmation of another user’s card', [create({ '/userId': secondUser }), confirm()]],
    ['a confirmation with a body', [create(), confirm({ request: { body: {} } })]],
    ['confirmForUser for another user', [create(), confirmForUser(secondUser)]],
    ['confirmForUser by the caller', [create(), confirmForUser(String(createdCard['userId']), { actor: 'caller' })]],
    ['a call that overlaps another', [create(), confirm({ intent: { overlaps: 'replace' } })]],
    ['a clockIn while a card is open', [clockIn(), clockIn()]],
    ['a clockIn while a card may be open', [clockIn(), clockOut({ fault: 'reset' }), clockIn()]],
    ['a clockIn while a card may be open elsewhere', [clockIn()], { openCardElsewhere: true }],
    ['a clockIn while anybody has an open card, if nobody is known', [list([openCard]), clockIn()], notIdentified],
    ['a create for somebody else', [createOf({ ...createBody, userId: secondUser })]],
    ['a create without its events', [createOf({ userId: createBody['userId'] ?? null })]],
    ['a create with breaks', [createOf({ ...createBody, breaks: [] })]],
    ['a create with what the service sets', [createOf({ ...createBody, state: 'clockedOut' })]],
    ['a create with the clock-out first', [createOf(late('clockOutEvent', '2025-01-07T20:00:00Z'))]],
    ['a create of an older day', [create({}, { at: '2025-01-09T08:00:00Z' })]],
    ['a create in the future', [createOf(late('clockOutEvent', '2025-01-07T21:45:00Z'))]],
    ['a create at the time of another card', [create(), createOf(createBody)]],
    ['a create while old cards may be there', [create()], { cardsElsewhere: true }],
    ['a get of a card that nobody knows', [get(openCard)]],
    ['a get of a deleted card', [clockIn(), remove(openCard), list([openCard]), get(openCard)]],
    ['a get with options', [clockIn(), get(openCard, {}, { query: '$select=id' })]],
    ['a second clockOut', [clockIn(), clockOut(), clockOut()]],
    ['a clockIn where the time clock is switched off', [clockIn()], { timeClock: 'off' }],
    ['a delete of an open card', [clockIn(), remove(openCard)]],
    ['a delete of a confirmed card', [create(), confirm(), remove(createdCard)]],
    ['a step of a confirmed card', [clockIn({ '/confirmedBy': 'user' }), clockOut()]],
    ['a step of an edited card', [clockIn(), replaceOf(replaceBody, { card: openId }), get(openCard), clockOut()]],
    ['a second edit', [create(), replaceOf(replaceBody), get(createdCard), replaceOf(replaceBody)]],
    ['a second break', [clockIn(), breakOf('startBreak'), breakOf('endBreak'), get(openCard), breakOf('startBreak')]],
    ['a first break of a card that shows one', [clockIn({ '/breaks': [{ breakId: 'BRK_1' }] }), breakOf('startBreak')]],
    ['a clockOut of somebody else’s card', [clockIn({ '/userId': secondUser }), clockOut()]],
    ['anything on a card in doubt', [clockIn(), remove(openCard, { response: refusal(500) }), get(openCard)]],
  ])('%s', (_name, exchanges, changes) => {
    expect(lastOf(exchanges, changes).promised).toBe(false);
  });
});

describe('is undocumented', () => {
  test.each<[name: string, undocumented: boolean, exchanges: readonly Exchange[], changes?: Partial<JudgeContext>]>([
    ['the first clockIn', false, [clockIn()]],
    ['a second clockIn', true, [clockIn(), clockIn()]],
    ['a clockIn that makes a card beside one elsewhere', false, [clockIn()], { openCardElsewhere: true }],
    [
      'a clockIn that may show the card that is open elsewhere',
      true,
      [clockIn({}, { response: { status: 200, body: openCard } })],
      { openCardElsewhere: true },
    ],
    ['a clockOut of an open card', false, [clockIn(), clockOut()]],
    ['a second clockOut', true, [clockIn(), clockOut(), clockOut()]],
    ['a clockOut of a card that nobody knows', false, [clockOut()]],
    ['a clockOut at once with another request', true, [clockIn(), clockOut({ intent: { overlaps: 'it' } })]],
    ['a clockOut beside another request', false, [clockIn(), clockOut({ intent: { beside: 'it' } })]],
    ['another resource', true, [get(createdCard, {}, { operation: 'unknown', card: '$count' })]],
  ])('%s: %s', (_name, undocumented, exchanges, changes) => {
    expect(lastOf(exchanges, changes).undocumented).toBe(undocumented);
  });
});

test('an operation is not there where the server says so, or finds no collection', () => {
  const isThere = (status: number) => !isUnreachable(lastEntry([list([], { response: refusal(status) })]));
  expect([404, 405, 501].map(isThere)).toEqual([false, false, false]);
  expect([400, 403, 500].map(isThere)).toEqual([true, true, true]);
  const ofCard = (status: number) => !isUnreachable(lastEntry([get(openCard, {}, { response: refusal(status) })]));
  expect([404, 405, 501].map(ofCard)).toEqual([true, false, false]);
});

test('nothing is known to succeed of what is no operation', () => {
  const entry = lastEntry([clockIn(), get(openCard, {}, { operation: 'unknown', method: 'OPTIONS' })]);
  expect(isShownToSucceed(entry, new Trace(), context)).toBe(false);
});
