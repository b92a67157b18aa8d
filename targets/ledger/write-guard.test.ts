import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerOf, startWireServer, type WireServer } from '../../test/wire-server.ts';
import { openTarget } from '../open-target.ts';
import type { RequestToSend, Target } from '../target.ts';
import type { WireRequest } from '../wire.ts';
import { guardWrite } from './write-guard.ts';

const guid = '01234567-7e57-4abc-8abc-7e5701234567';
const premises = {
  baseUrl: 'http://127.0.0.1/mock',
  apiVersion: 'v1.0',
  people: { teamId: 'my team', otherTeamId: 'other', callerId: 'caller', onBehalfOfUserId: 'colleague' },
} as const;
const own = new Set(['own', 'Karte 1+ä=']);

function why(line: string, text?: string, headers: WireRequest['headers'] = []): string {
  const [method = '', path = ''] = line.split(' ');
  const request: WireRequest = { method, url: `http://127.0.0.1/mock/v1.0/teams/${path}`, headers, text };
  try {
    guardWrite(request, premises, (id) => own.has(id));
    return 'sent';
  } catch (error) {
    return (error as Error).message;
  }
}

const cards = 'my%20team/schedule/timeCards';

test.each([
  `POST ${cards}`,
  `PUT ${cards}`,
  `POST ${cards}/clockIn`,
  `POST ${cards}/microsoft.graph.clockIn`,
  'POST my%20team/schedule/timecards/clockin',
  'POST other/schedule/timeCards',
  `POST ${guid}/schedule/timeCards/clockIn`,
  `DELETE ${cards}/own`,
  `PUT ${cards}/own`,
  `PATCH ${cards}/own`,
  `POST ${cards}/own/clockOut`,
  `POST ${cards}/own/confirmforuser`,
  `POST ${cards}/Karte%201%2B%C3%A4%3D/startBreak`,
  `DELETE ${cards}/TCK_${guid}`,
  `DELETE ${cards}/o%77n`,
  `GET ${cards}/foreign`,
  'GET ../users',
])('%s goes out', (line) => expect(why(line)).toBe('sent'));

test.each([
  [`DELETE ${cards}/foreign`, /this run did not make the card foreign/],
  [`POST ${cards}/foreign/clockOut`, /did not make the card foreign/],
  [`DELETE ${cards}`, /whole collection/],
  [`DELETE ${cards}/`, /does not name its card exactly/],
  [`DELETE ${cards}/..`, /does not name its card exactly/],
  [`POST ${cards}/../clockOut`, /does not name its card exactly/],
  [`DELETE ${cards}/%2e%2e`, /does not name its card exactly/],
  [`DELETE ${cards}/own%20`, /does not name its card exactly/],
  [`DELETE ${cards}/own?x=1`, /does not name its card exactly/],
  [`DELETE ${cards}/own#`, /does not name its card exactly/],
  [`DELETE ${cards}/o%2577n`, /does not name its card exactly/],
  [`DELETE ${cards}/ow%6`, /does not name its card exactly/],
  [`DELETE ${cards}/%66oreign`, /did not make the card foreign/],
  [`DELETE ${cards}/own/`, /no page documents such an action/],
  [`DELETE ${cards}/own/clockOut`, /no page documents such an action/],
  [`DELETE ${cards}/own/clockOut/x`, /nor below it/],
  [`POST ${cards}/own/undo`, /no page documents such an action/],
  [`POST ${cards}/own`, /no page documents it/],
  [`DELETE ${cards}/clockIn`, /POST only/],
  ['DELETE my%20team/schedule', /not the collection of time cards/],
  ['PUT my%20team/schedule', /not the collection of time cards/],
  ['POST my%20team/schedule/shifts', /not the collection of time cards/],
  ['POST theirs/schedule/timeCards', /another team/],
  ['DELETE ../../users/caller', /another team|not the collection/],
])('%s does not: %s', (line, says) => expect(why(line)).toMatch(says));

test('neither does a write to another place', () => {
  for (const url of ['http://127.0.0.1/v1.0/teams/other/schedule/timeCards', 'http://elsewhere/mock/v1.0/teams/other'])
    expect(() => guardWrite({ method: 'POST', url, headers: [], text: undefined }, premises, () => true)).toThrow(
      /outside of the teams/,
    );
});

describe('a user', () => {
  test.each([
    '{"userId":"caller"}',
    '{"onBehalfOfUserId":"COLLEAGUE"}',
    `{"userId":"${guid}"}`,
    '{"userId":""}',
    '{"userId":7}',
    '{"createdBy":{"user":{"id":"somebody"}}}',
    '{"userId":"caller"',
  ])('of %s is named, or nobody', (text) => expect(why(`POST ${cards}`, text)).toBe('sent'));

  test.each([
    '{"userId":"somebody"}',
    '{"USERID":"somebody"}',
    '{"a":[{"onBehalfOfUserId":"somebody"}]}',
    '{"userId":"caller","userId":"somebody"}',
    '{"userId":"somebody"',
    "{'userId': 'somebody'}",
  ])('of %s is not', (text) => expect(why(`POST ${cards}`, text)).toMatch(/user somebody, whom nobody named/));

  test('in MS-APP-ACTS-AS is looked at as well', () => {
    expect(why(`POST ${cards}`, '{}', [['ms-app-acts-as', 'caller']])).toBe('sent');
    expect(why(`POST ${cards}`, '{}', [['MS-APP-ACTS-AS', 'somebody']])).toMatch(/somebody/);
  });
});

describe('on the way to the network', () => {
  /** No server gives it twice. */
  const lasting = 'TCK_cc09d3a6-27a5-4e43-8dc5-d1f9a9a6e4f1';
  const common = { actor: 'caller', headers: {}, purpose: 'judge' } as const;
  const path = '/teams/1/schedule/timeCards';
  const create: RequestToSend = { ...common, operation: 'create', method: 'POST', path, text: '{}' };
  let server: WireServer;
  let target: Target;
  let status = 201;

  beforeEach(async () => {
    status = 201;
    const card = (): Buffer =>
      answerOf(status, [['content-type', 'application/json']], JSON.stringify({ id: lasting }));
    server = await startWireServer(({ line }) =>
      /timeCards(\/TCK_[^/]*)?$/.test(line) && !/^PUT|^DELETE/.test(line) ? card() : answerOf(204),
    );
    target = await openTarget(
      { apiVersion: 'v1.0', baseUrl: server.url, teamId: '1', requestTimeout: 1000, maxResponseSize: 1000 },
      {},
    );
  });
  afterEach(async () => {
    await target.close();
    await server.close();
  });

  function writesTo(id: string, madeUp = false): readonly RequestToSend[] {
    const card = { id, madeUp };
    return [
      { ...common, operation: 'clockOut', method: 'POST', path: `${path}/${id}/clockOut`, card },
      { ...common, operation: 'replace', method: 'PUT', path: `${path}/${id}`, text: '{}', card },
      { ...common, operation: 'delete', method: 'DELETE', path: `${path}/${id}`, card },
    ];
  }

  test('a write to what this run did not make stops, whatever it is for', async () => {
    for (const call of [...writesTo('foreign'), ...writesTo('..'), ...writesTo('foreign', true)]) {
      for (const purpose of ['judge', 'shrink', 'cleanUp'] as const)
        await expect(target.send({ ...call, purpose })).rejects.toThrow(/^refused to send /);
    }
    expect(server.seen).toEqual([]);
    expect(server.connections()).toBe(0);
    expect(target.counts().sent).toBe(0);
  });

  test('a write to a card of its lasting goes on, also once that is deleted, and is seen to be gone', async () => {
    await target.send(create);
    expect(target.owns(lasting)).toBe(true);
    const calls = writesTo(lasting);
    for (const call of calls) await target.send(call);
    const [again = create] = calls;
    await expect(target.send(again)).rejects.toThrow(`did not make the card ${lasting}`);
    status = 404;
    expect(await target.mayWriteTo({ id: lasting }, again)).toBe(true);
    for (const call of calls) await target.send(call);
    expect(await target.mayWriteTo({ id: lasting }, again)).toBe(true);
    expect(server.seen.map(({ line }) => line.split(' ')[0])).toEqual([
      'POST',
      'POST',
      'PUT',
      'DELETE',
      'GET',
      'POST',
      'PUT',
      'DELETE',
    ]);
  });

  test('a write to a deleted card stops where another one has its id', async () => {
    await target.send(create);
    const [again = create, , remove = create] = writesTo(lasting);
    await target.send(remove);
    status = 200;
    expect(await target.mayWriteTo({ id: lasting }, again)).toBe(false);
    await expect(target.send(again)).rejects.toThrow(`did not make the card ${lasting}`);
  });

  test('a card in a refusal was not made', async () => {
    status = 409;
    await target.send(create);
    expect(target.owns(lasting)).toBe(false);
    await expect(target.send(writesTo(lasting)[0] ?? create)).rejects.toThrow(
      `this run did not make the card ${lasting}`,
    );
  });

  test('what is not ours is counted, with the first of it', async () => {
    await target.send({ ...common, operation: 'get', method: 'GET', path: `${path}/${lasting}` });
    await target.send(create);
    await target.send(create);
    expect(target.otherCards).toEqual({ answers: 2, first: { id: lasting, why: 'seenBefore' } });
    expect(target.owns(lasting)).toBe(false);
  });
});
