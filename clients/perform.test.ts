import { expect, test } from 'vitest';
import { clientCases } from './cases/index.ts';
import { DriverFault, type Driver } from './driving/driver.ts';
import { perform } from './perform.ts';
import type { LibraryCall, CallAnswer } from './protocol/messages.ts';
import { Stage } from './scripted/stage.ts';

const stage = new Stage();

/** A driver that answers as it is told, and sends its requests right to the stage. */
function driver(answer: (call: LibraryCall) => CallAnswer): Driver & { stopped: boolean } {
  return {
    stopped: false,
    start: () => Promise.resolve({ version: 1, library: { name: 'l', version: '1', language: 'none' } }),
    ask: (call) => Promise.resolve(answer(call)),
    stop() {
      this.stopped = true;
      return Promise.resolve();
    },
  };
}

function request({ baseUrl, card }: LibraryCall): void {
  const target = `${baseUrl.replace('http://here', '')}/teams/t/schedule/timeCards/${card}`;
  stage.answer({
    method: 'GET',
    target,
    headers: [],
    raw: Buffer.alloc(0),
    httpVersion: '1.1',
    connection: 1,
    arrivedAt: 0,
  });
}

const run = (one: Driver, ...ids: readonly string[]) =>
  perform(one, stage, {
    cases: clientCases.filter(({ id }) => ids.includes(id)),
    seed: 1,
    host: 'loopback',
    address: 'http://here',
    elsewhere: 'http://there',
  });

test('that a call is unsupported is not believed once a request was sent', async () => {
  const one = driver((call) => {
    if (call.op === 'get') request(call);
    return { id: call.id, unsupported: 'no get' };
  });
  const { stopped, scenes } = await run(one, 'open-card');
  expect(stopped).toBe('The driver says that get is unsupported (no get), but a request had been sent.');
  expect(scenes).toEqual([]);
  expect(one.stopped).toBe(true);
});

test('where replace is unsupported, update stands in for it, and both are told', async () => {
  const one = driver(({ id, op }) => (op === 'replace' ? { id, unsupported: 'no put' } : { id, value: null }));
  const { scenes } = await run(one, 'change-notes');
  expect(scenes[0]?.calls.map(({ call, insteadOf }) => [call.op, insteadOf])).toEqual([
    ['get', undefined],
    ['update', { op: 'replace', because: 'no put' }],
  ]);
});

test('a driver that fails ends the run, which names the case', async () => {
  const one = driver(({ op }) => {
    if (op === 'get') throw new DriverFault('The driver x ended, asked for get.');
    return { id: 1, value: null };
  });
  expect((await run(one, 'open-card')).stopped).toBe('The driver x ended, asked for get in the case open-card.');
});

test('a request that nobody scripted is answered 501, one for a service that is over 404', async () => {
  const statuses: number[] = [];
  const one = driver((call) => {
    if (call.op !== 'get') return { id: call.id, value: null };
    const target = `${call.baseUrl.replace('http://here', '')}/x`;
    const sent = {
      method: 'GET',
      target,
      headers: [],
      raw: Buffer.alloc(0),
      httpVersion: '1.1',
      connection: 1,
      arrivedAt: 0,
    };
    statuses.push(stage.answer(sent).status, stage.answer(sent).status);
    statuses.push(stage.answer({ ...sent, target: '/gone-1/v1.0/x' }).status);
    return { id: call.id, value: null };
  });
  const { scenes } = await run(one, 'open-card');
  expect(statuses).toEqual([200, 501, 404]);
  expect(scenes[0]?.requests.map(({ target }) => target)).toEqual(['/v1.0/x', '/v1.0/x']);
});
