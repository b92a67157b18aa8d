import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../traffic/actor.ts';
import type { Json } from '../../traffic/json.ts';
import type { WireRequest } from '../wire.ts';
import { Ledger, type Learnt } from './ledger.ts';

const cards = 'http://127.0.0.1/v1.0/teams/team/schedule/timeCards';
const people = { teamId: 'team', callerId: 'caller', onBehalfOfUserId: 'colleague' };
const now = Date.parse('2026-03-29T01:30:00Z');
const date = ['Date', new Date(now).toUTCString()] as const;
const madeUp = '01234567-7e57-4abc-8abc-7e5701234567';

let ledger: Ledger;
beforeEach(() => {
  ledger = new Ledger({ people, capabilities: new Set(['callerIdentity']) });
});

interface Answered {
  readonly status?: number;
  readonly actor?: Actor;
  readonly headers?: readonly (readonly [string, string])[];
}

function learn(line: string, body: Json | string, sent?: Json, answered: Answered = {}): Learnt {
  const [method = '', path = ''] = line.split(' ');
  const { status = 201, actor = 'caller', headers = [date] } = answered;
  const request: WireRequest = {
    method,
    url: `${cards}${path}`,
    headers: [],
    text: sent === undefined ? undefined : JSON.stringify(sent),
    asked: { actor, operation: 'unknown', purpose: 'judge', attempt: 1 },
  };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ledger.learn(request, { kind: 'response', status, headers, text }, { startedAt: now, endedAt: now + 10 });
}

const clockIn = (body: Json | string, sent: Json = {}, answered?: Answered) =>
  learn('POST /clockIn', body, sent, answered);
const create = (body: Json | string, sent: Json = {}, answered?: Answered) => learn('POST ', body, sent, answered);

/** Deletes a card of ours, and sees that it is gone. */
function remove(id: string): void {
  learn(`DELETE /${id}`, '', undefined, { status: 204 });
  learn(`GET /${id}`, '', undefined, { status: 404 });
}

/** No server gives it twice. */
const lasting = 'TCK_cc09d3a6-27a5-4e43-8dc5-d1f9a9a6e4f1';

describe('a card is ours', () => {
  test.each<[string, Json | string]>([
    ['with nothing but its id', { id: 'a' }],
    ['with its user and the time of the call', { id: 'a', userId: 'Caller', createdDateTime: '2026-03-29T01:30:02Z' }],
    ['with times that say nothing', { id: 'a', createdDateTime: 'soon', clockInEvent: { dateTime: null } }],
    ['with a time of whole minutes and no offset', { id: 'a', clockInEvent: { dateTime: '2026-03-29T01:30' } }],
  ])('%s', (_, body) => {
    expect(clockIn(body)).toMatchObject({ made: { id: 'a' } });
    expect(ledger.permits('a')).toBe(true);
  });

  test('under a number, as long as that is exact', () => {
    clockIn('{"id":7}');
    expect(ledger.permits('7')).toBe(true);
  });

  test('also when it is answered once more while it is open', () => {
    clockIn({ id: 'a' });
    expect(clockIn({ id: 'a' })).not.toHaveProperty('notOurs');
    expect(ledger.permits('a')).toBe(true);
  });

  test('also after we deleted it, as long as no other card has its id', () => {
    clockIn({ id: lasting, createdDateTime: '2026-03-29T01:30:00.123Z' });
    expect(learn(`DELETE /${lasting}`, '', undefined, { status: 204 })).toEqual({ removed: lasting });
    expect(ledger.permits(lasting)).toBe(false);
    // What is deleted is gone on this server, and may be written to in order to see that it is.
    learn(`GET /${lasting}`, '', undefined, { status: 404 });
    expect(ledger.permits(lasting)).toBe(true);
    // A read that lags behind shows the card as it was.
    learn(`GET /${lasting}`, { id: lasting, createdDateTime: '2026-03-29T01:30:00.123Z' }, undefined, { status: 200 });
    expect(ledger.permits(lasting)).toBe(true);
  });

  test('but not once it is deleted, where its id is so short that somebody else’s next card may have it', () => {
    expect(clockIn({ id: 'a' })).toMatchObject({ made: { id: 'a' }, idMayComeAgain: true });
    learn('DELETE /a', '', undefined, { status: 204 });
    learn('GET /a', '', undefined, { status: 404 });
    expect(ledger.permits('a')).toBe(false);
  });

  test('also after we gave it to somebody else and deleted it, where a late read shows it as that', () => {
    const card = { id: lasting, createdDateTime: '2026-03-29T01:30:00.123Z' };
    create({ ...card, userId: 'caller' }, { userId: 'caller' });
    learn(`PUT /${lasting}`, '', { userId: 'Colleague' }, { status: 204 });
    remove(lasting);
    expect(learn(`GET /${lasting}`, { ...card, userId: 'colleague' }, undefined, { status: 200 })).toEqual({});
    expect(ledger.permits(lasting)).toBe(true);
    expect(learn(`GET /${lasting}`, { ...card, userId: 'somebody' }, undefined, { status: 200 })).toHaveProperty(
      'shownAgain',
    );
    expect(ledger.permits(lasting)).toBe(false);
  });

  test.each<[string, Json, Json]>([
    ['of the user that was named', { onBehalfOfUserId: 'colleague' }, { id: 'a', userId: 'colleague' }],
    ['of the caller, for a user whom we made up', { onBehalfOfUserId: madeUp }, { id: 'a', userId: 'caller' }],
    ['of a user whom we made up', { onBehalfOfUserId: madeUp }, { id: 'a', userId: madeUp }],
    ['of anybody, where the name is none', { onBehalfOfUserId: 7 }, { id: 'a', userId: '7' }],
  ])('%s', (_, sent, body) => {
    expect(clockIn(body, sent)).toMatchObject({ made: { id: 'a' } });
  });

  test('of the user on whose behalf it was created, or of the caller, and of nobody else', () => {
    const sent = { onBehalfOfUserId: 'colleague' };
    expect(create({ id: 'a', userId: 'colleague' }, sent)).toMatchObject({ made: { id: 'a' } });
    expect(create({ id: 'b', userId: 'caller' }, sent)).toMatchObject({ made: { id: 'b' } });
    expect(create({ id: 'c', userId: 'somebody' }, sent)).not.toHaveProperty('made');
    // Who is named as the owner is the one.
    expect(create({ id: 'd', userId: 'caller' }, { ...sent, userId: 'colleague' })).not.toHaveProperty('made');
  });

  test('of anybody, where it is not known who calls', () => {
    expect(clockIn({ id: 'a', userId: 'x' }, {}, { actor: 'readOnly' })).toMatchObject({ made: { id: 'a' } });
    ledger = new Ledger({ people, capabilities: new Set() });
    expect(clockIn({ id: 'b', userId: 'x' })).toMatchObject({ made: { id: 'b' } });
  });

  test('with the times that were sent, in whatever zone, and a time of creation that was sent', () => {
    const sent = { clockInEvent: { dateTime: '2024-02-29T23:30:00.5-05:30' }, createdDateTime: '2024-01-01T00:00:00Z' };
    const body = {
      id: 'a',
      clockInEvent: { dateTime: '2024-03-01T05:00:00Z' },
      createdDateTime: '2024-01-01T00:00:00Z',
    };
    expect(create(body, sent)).toMatchObject({ made: { id: 'a' } });
  });

  test('of now, where the date of the answers stands still', () => {
    const at = (dateTime: string, later: number) => {
      const request: WireRequest = {
        method: 'POST',
        url: `${cards}/clockIn`,
        headers: [],
        text: '{}',
        asked: { actor: 'caller', operation: 'unknown', purpose: 'judge', attempt: 1 },
      };
      const text = JSON.stringify({ id: dateTime, clockInEvent: { dateTime } });
      const during = { startedAt: now + later, endedAt: now + later };
      return ledger.learn(request, { kind: 'response', status: 201, headers: [date], text }, during);
    };
    expect(at('2026-03-29T01:30:00Z', 0)).toHaveProperty('made');
    expect(at('2026-03-29T01:30:03Z', 3000)).toHaveProperty('made');
    expect(at('2026-03-29T01:31:00Z', 60_000)).toHaveProperty('made');
    expect(at('2026-03-28T01:31:00Z', 60_000)).toHaveProperty('notOurs', 'anotherTime');
  });

  test('a day off where no answer tells the clock of the server is too much, five minutes are not', () => {
    const at = (dateTime: string) => clockIn({ id: dateTime, clockInEvent: { dateTime } }, {}, { headers: [] });
    expect(at('2026-03-29T01:25:00Z')).toHaveProperty('made');
    expect(at('2026-03-28T01:30:00Z')).toHaveProperty('notOurs', 'anotherTime');
  });
});

describe('a card is not ours', () => {
  const open = { id: 'open', userId: 'caller', createdDateTime: '2026-03-29T01:30:00Z' };

  test.each<[string, () => void]>([
    ['that a list has shown', () => learn('GET ', { value: [{ id: 'x' }, open] }, undefined, { status: 200 })],
    ['that a bare list has shown', () => learn('GET ', [open], undefined, { status: 200 })],
    ['that a get has shown', () => learn('GET /open', open, undefined, { status: 200 })],
    ['that was answered to another request', () => clockIn({ ...open, userId: 'somebody' })],
    [
      'that a list has shown with a number',
      () => learn('GET ', { value: [{ id: 'open' }] }, undefined, { status: 200 }),
    ],
  ])('%s', (_, before) => {
    before();
    expect(clockIn(open)).toMatchObject({ notOurs: 'seenBefore' });
    expect(ledger.permits('open')).toBe(false);
  });

  test.each<[why: string, body: Json | string]>([
    ['idTwice', '{"id":"a","x":1,"id":"b"}'],
    ['notAddressable', '{"id":9007199254740993}'],
    ['notAddressable', '{"id":1e3}'],
    ['notAddressable', '{"id":".."}'],
    ['notAddressable', '{"id":["a"]}'],
    ['anotherUser', { id: 'a', userId: 'somebody' }],
    ['anotherTime', { id: 'a', createdDateTime: '2026-03-29T01:28:00Z' }],
    ['anotherTime', { id: 'a', clockInEvent: { dateTime: '2026-03-29T00:30:00Z' } }],
  ])('%s: %j', (why, body) => {
    expect(clockIn(body)).toMatchObject({ notOurs: why });
    for (const id of ['a', 'b', '..', '9007199254740992', '1000']) expect(ledger.permits(id)).toBe(false);
  });

  test('whose shift is not the one that was sent', () => {
    const sent = { userId: 'colleague', clockInEvent: { dateTime: '2025-01-07T21:00:00Z' } };
    expect(create({ id: 'a', clockInEvent: { dateTime: '2025-01-07T20:00:00Z' } }, sent)).toMatchObject({
      notOurs: 'anotherTime',
    });
    expect(create({ id: 'b', userId: 'caller' }, sent)).toMatchObject({ notOurs: 'anotherUser' });
  });

  test.each([400, 409, 500])('that was answered %i', (status) => {
    expect(clockIn({ id: 'a' }, {}, { status })).toEqual({});
    expect(ledger.permits('a')).toBe(false);
  });

  test('that another request than one for a card was answered with', () => {
    learn('POST /x/clockOut', { id: 'a' }, {}, { status: 200 });
    expect(ledger.permits('a')).toBe(false);
  });

  test('any more, when it is shown again as another one', () => {
    clockIn({ id: 'a', createdDateTime: '2026-03-29T01:30:00Z' });
    remove('a');
    const list = { value: [{ id: 'b' }, { id: 'a', createdDateTime: '2026-03-29T01:30:04Z' }] };
    expect(learn('GET ', list, undefined, { status: 200 })).toEqual({
      shownAgain: ['/value/1/id'],
      givesIdsAgain: true,
    });
    expect(ledger.permits('a')).toBe(false);
  });

  test('when its id is given again, and then no deleted one is', () => {
    for (const id of ['a', 'b']) {
      clockIn({ id });
      remove(id);
    }
    expect(clockIn({ id: 'a' })).toMatchObject({ notOurs: 'idGivenAgain', givesIdsAgain: true });
    expect(['a', 'b'].map((id) => ledger.permits(id))).toEqual([false, false]);
  });

  test('when its id is given again because we asked for it, which says nothing of others', () => {
    create({ id: 'a' }, { id: 'a' });
    clockIn({ id: lasting });
    for (const id of ['a', lasting]) remove(id);
    expect(create({ id: 'a' }, { id: 'a' })).toMatchObject({ notOurs: 'idGivenAgain' });
    expect(['a', lasting].map((id) => ledger.permits(id))).toEqual([false, true]);
  });

  test('where more ids were shown than can be told apart', () => {
    for (let page = 0; page < 20; page += 1) {
      const value = Array.from({ length: 10_000 }, (_, index) => ({ id: `${page}-${index}` }));
      learn('GET ', { value }, undefined, { status: 200 });
    }
    expect(clockIn({ id: 'a' })).toMatchObject({ notOurs: 'tooManySeen' });
  });
});

test('does not grow with the run: of deleted cards the latest are remembered', () => {
  for (let index = 0; index <= 1000; index += 1) {
    clockIn({ id: `${lasting}-${index}` });
    remove(`${lasting}-${index}`);
  }
  expect(ledger.permits(`${lasting}-0`)).toBe(false);
  expect(ledger.permits(`${lasting}-1`)).toBe(true);
});
