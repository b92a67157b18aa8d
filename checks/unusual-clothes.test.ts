import { expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import {
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  create,
  createdId,
  get,
  list,
  openCard,
  openId,
} from '../test/card-exchanges.ts';
import { changed, context, exampleBody, exchange, secondUser, team, traffic } from '../test/exchanges.ts';
import { mustSucceed } from './assertions/expectation.ts';
import { Trace, type Entry } from './trace/trace.ts';
import { unusualClothes } from './unusual-clothes.ts';

const collection = `https://clock.test/v1.0/teams/${team}/schedule/timeCards`;
const labelled = (type: string) => clockOut({ request: { body: { notes: null }, headers: [['Content-Type', type]] } });
const createBody = exampleBody('create_req');
const createFor = (userId: string) => create({}, { request: { body: changed(createBody, { '/userId': userId }) } });

function lastOf(exchanges: readonly Exchange[]) {
  const trace = new Trace();
  const [last] = traffic(exchanges)
    .map((one): Entry => trace.add(one))
    .slice(-1);
  if (last === undefined) throw new Error('no traffic');
  return { worn: unusualClothes(last, context), promised: mustSucceed(last, trace, context) };
}

test.each<[name: string, exchanges: readonly Exchange[], worn: readonly string[]]>([
  ['JSON as it is labelled everywhere', [clockIn(), labelled('application/json')], []],
  ['a parameter', [clockIn(), labelled('application/json; charset=utf-8')], ['a media type with a parameter']],
  ['capitals', [clockIn(), labelled('Application/JSON')], ['a media type in another letter case']],
  [
    'chunks',
    [clockIn(), clockOut({ request: { body: {}, headers: [['transfer-encoding', 'chunked']] } })],
    ['a body in chunks'],
  ],
  ['an id as it is', [clockIn(), get(openCard)], []],
  [
    'an encoded id',
    [clockIn(), get(openCard, {}, { url: `${collection}/${openId.replace('_', '%5F')}` })],
    ['a path that is percent-encoded without need'],
  ],
  ['%24', [list([], { query: '%24top=1' })], ['a query with %24 for $']],
  ['a plus', [list([], { query: '$filter=a+b' })], ['a query with + for a blank']],
  ['the link of a server', [list([], { query: '%24top=1&%24skipToken=a+b' })], []],
  [
    'the caller in capitals',
    [createFor(context.callerId.toUpperCase())],
    ['the id of a person in another letter case'],
  ],
  ['the caller', [createFor(context.callerId)], []],
  [
    'a colleague in capitals',
    [clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser.toUpperCase() })],
    ['the id of a person in another letter case'],
  ],
  ['somebody unknown', [createFor('A0000000-0000-4000-8000-000000000000')], []],
  [
    'the owner in another case than it is shown',
    [
      create({ '/userId': 'A0000000-0000-4000-8000-000000000000' }),
      exchange({
        operation: 'replace',
        card: createdId,
        request: { body: { userId: 'a0000000-0000-4000-8000-000000000000' } },
      }),
    ],
    ['the id of a person in another letter case'],
  ],
])('%s', (_name, exchanges, worn) => {
  const last = lastOf(exchanges);
  expect(last.worn).toEqual(worn);
  // What a server may refuse is promised by nobody.
  expect(last.promised && worn.length > 0).toBe(false);
});

test('what is promised in usual clothes is so in any of JSON', () => {
  const body = { kind: 'json', value: clockInBody, text: `\n${JSON.stringify(clockInBody, null, 2)}` } as const;
  const written = clockIn();
  expect(lastOf([{ ...written, request: { ...written.request, body } }]).promised).toBe(true);
});
