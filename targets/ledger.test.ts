import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerOf, startWireServer, type WireServer } from '../test/wire-server.ts';
import { Ledger } from './ledger.ts';
import { openTarget } from './open-target.ts';
import type { Call, Target } from './target.ts';

const cards = '/teams/1/schedule/timeCards';
const common = { actor: 'caller', headers: {}, purpose: 'judge' } as const;
const create: Call = { ...common, operation: 'create', method: 'POST', path: cards, text: '{}' };

function writesTo(id: string, madeUp = false): readonly Call[] {
  const card = { id, madeUp };
  return [
    { ...common, operation: 'clockOut', method: 'POST', path: `${cards}/${id}/clockOut`, card },
    { ...common, operation: 'replace', method: 'PUT', path: `${cards}/${id}`, text: '{}', card },
    { ...common, operation: 'delete', method: 'DELETE', path: `${cards}/${id}`, card },
  ];
}

let server: WireServer;
let target: Target;
let made: string;

beforeEach(async () => {
  made = '{"id":"own"}';
  server = await startWireServer(({ line }) =>
    line === `POST /v1.0${cards}` ? answerOf(201, [['content-type', 'application/json']], made) : answerOf(204),
  );
  target = await openTarget(
    { apiVersion: 'v1.0', baseUrl: server.url, requestTimeout: 1000, maxResponseSize: 1000 },
    {},
  );
});

afterEach(async () => {
  await target.close();
  await server.close();
});

describe('a write to a card', () => {
  test('that this run did not make never reaches the network, whatever it is for', async () => {
    for (const call of writesTo('foreign')) {
      for (const purpose of ['judge', 'shrink', 'cleanUp'] as const) {
        await expect(target.send({ ...call, purpose })).rejects.toThrow(
          'refused to write to card foreign: this run did not make it',
        );
      }
    }
    expect(server.seen).toEqual([]);
    expect(server.connections()).toBe(0);
    expect(target.counts().sent).toBe(0);
  });

  test('that this run made goes out, also once it is removed', async () => {
    await target.send(create);
    const calls = writesTo('own');
    for (const call of [...calls, ...calls]) await target.send(call);
    expect(server.seen).toHaveLength(1 + 2 * calls.length);
  });

  test('that is made up goes out', async () => {
    for (const call of writesTo('made-up', true)) await target.send(call);
    expect(server.seen).toHaveLength(3);
  });

  test.each([
    ['{"id":7}', '7', true],
    ['{"id":""}', '', false],
    ['{"id":null}', 'null', false],
    ['{}', 'undefined', false],
    ['{"id":["own"]}', 'own', false],
  ])('that was answered %s goes out as %s: %s', async (body, id, goes) => {
    made = body;
    await target.send(create);
    const [call = create] = writesTo(id);
    const outcome = await target.send(call).then(
      () => 'sent',
      ({ name }: Error) => name,
    );
    expect(outcome).toBe(goes ? 'sent' : 'ForeignCard');
  });
});

test('reading a foreign card harms nobody', async () => {
  const card = { id: 'foreign', madeUp: false };
  await target.send({ ...common, operation: 'get', method: 'GET', path: `${cards}/foreign`, card });
  expect(server.seen).toHaveLength(1);
});

test('a card in a refusal was not made', async () => {
  await server.close();
  server = await startWireServer(() => answerOf(409, [['content-type', 'application/json']], made));
  const refusing = await openTarget(
    { apiVersion: 'v1.0', baseUrl: server.url, requestTimeout: 1000, maxResponseSize: 1000 },
    {},
  );
  await refusing.send(create);
  const [call = create] = writesTo('own');
  await expect(refusing.send(call)).rejects.toThrow('this run did not make it');
  await refusing.close();
});

test('does not grow with the run: of removed cards the latest are remembered', () => {
  const ledger = new Ledger();
  const ids = Array.from({ length: 1001 }, (_, index) => `card ${index}`);
  for (const id of ids) {
    ledger.made(id);
    ledger.removed(id);
  }
  expect(() => ledger.permit({ id: 'card 0', madeUp: false })).toThrow('did not make');
  expect(() => ledger.permit({ id: 'card 1', madeUp: false })).not.toThrow();
});
