import { describe, expect, test } from 'vitest';
import { performInProcess } from '../test/clients/in-process.ts';
import { clientCases } from './cases/index.ts';
import { judgeClient } from './client-outcome.ts';
import { clientDefects } from './faulty/index.ts';
import type { Performance, Scene } from './scene.ts';

const whole = await performInProcess({ plain: true });
const defect = (id: string) => clientDefects.find((one) => one.id === id)?.start() ?? {};
const cases = (...ids: readonly string[]) => clientCases.filter(({ id }) => ids.includes(id));
const verdictOn = (id: string, performance: Performance) =>
  judgeClient(performance).verdicts.find(({ requirement }) => requirement === id);

/** The same performance with the answers of some calls changed. */
function answering(
  performance: Performance,
  wanted: (scene: Scene) => boolean,
  answer: (id: number) => Scene['calls'][number]['answer'],
): Performance {
  const scenes = performance.scenes.map((scene) =>
    wanted(scene) ? { ...scene, calls: scene.calls.map((made) => ({ ...made, answer: answer(made.call.id) })) } : scene,
  );
  return { ...performance, scenes };
}

describe('a violation does not count', () => {
  test('where the control fails as well', async () => {
    const seen = await performInProcess({
      plain: true,
      cases: cases('open-card', 'confirmed-by-manager'),
      seams: defect('flags-lost'),
    });
    expect(verdictOn('TC-CLIENT-007', seen)?.kind).toBe('failed');
    const broken = answering(
      seen,
      ({ case: id }) => id === 'open-card',
      (id) => ({ id, error: { message: 'no reading at all' } }),
    );
    expect(verdictOn('TC-CLIENT-007', broken)).toMatchObject({
      kind: 'inconclusive',
      because: expect.stringMatching(
        /^get in the case open-card, which has nothing unusual, gives .*no reading at all/,
      ) as string,
    });
  });

  test('where the driver does not show what it rests on', async () => {
    const seen = await performInProcess({
      plain: true,
      cases: cases('open-card', 'confirmed-by-manager'),
      seams: defect('flags-lost'),
    });
    const lost = new Map([...seen.echoes, ['confirmedBy', { kind: 'lost', because: 'it shows nothing' }] as const]);
    expect(verdictOn('TC-CLIENT-007', { ...seen, echoes: lost })).toMatchObject({
      kind: 'inconclusive',
      because: 'the driver fails its self-test: it shows nothing',
    });
    const none = new Map([
      ...seen.echoes,
      ['confirmedBy', { kind: 'unsupported', because: 'no such member' }] as const,
    ]);
    expect(verdictOn('TC-CLIENT-007', { ...seen, echoes: none })).toMatchObject({
      kind: 'notExpressible',
      because: 'confirmedBy: no such member',
    });
  });

  test('of a token over plain http, which a library may hold back there', async () => {
    const seams = defect('no-token');
    const plain = await performInProcess({ host: 'loopback', cases: cases('open-card'), seams });
    expect(verdictOn('TC-AUTH-017', plain)).toMatchObject({
      kind: 'inconclusive',
      because: expect.stringContaining('--host loopback-tls') as string,
    });
    const graph = await performInProcess({ plain: true, cases: cases('open-card'), seams });
    expect(verdictOn('TC-AUTH-017', graph)?.kind).toBe('failed');
  });

  test('of a pager that takes no links over plain http', async () => {
    const seams = { next: (link: string | undefined) => link?.replace('/v1.0/', '/v1.0/v1.0/') };
    const pages = cases('list-one-page', 'pages', 'pages-first-empty', 'pages-with-full-links');
    const plain = await performInProcess({ host: 'loopback', cases: pages, seams });
    expect(verdictOn('TC-LIST-021', plain)).toMatchObject({ kind: 'inconclusive' });
    const tls = await performInProcess({ plain: true, host: 'loopback-tls', cases: pages, seams });
    expect(verdictOn('TC-LIST-021', tls)?.kind).toBe('failed');
  });
});

describe('what a library has no call for', () => {
  const without = (op: string): Performance =>
    answering(
      whole,
      ({ calls }) => calls.some(({ call }) => call.op === op),
      (id) => ({ id, unsupported: `no ${op}` }),
    );

  test('is not expressible, and counted by operation', () => {
    const seen = {
      ...without('replace'),
      scenes: without('replace').scenes.map((scene) => ({
        ...scene,
        requests: scene.requests.filter(({ method }) => method !== 'PUT'),
      })),
    };
    expect(verdictOn('TC-CLIENT-002', seen)).toMatchObject({ kind: 'notExpressible', because: 'replace: no replace' });
    expect(judgeClient(seen).notExpressible).toContainEqual({ operation: 'replace', because: 'no replace' });
  });

  test('is no reason to pass: a client that repeats nothing has not waited', async () => {
    const seen = await performInProcess({
      plain: true,
      cases: cases('clock-in', 'throttled', 'unavailable'),
      seams: { wait: () => undefined },
    });
    for (const id of ['TC-GEN-014', 'TC-GEN-031', 'TC-CLIENT-013'])
      expect(verdictOn(id, seen)).toMatchObject({ kind: 'notExpressible', because: 'it repeats nothing by itself' });
  });
});

test('what was not reached is inconclusive for the reason that ended it, and what was seen counts all the same', () => {
  const stopped = { ...whole, scenes: whole.scenes.slice(0, 3), stopped: 'the driver died' };
  expect(verdictOn('TC-LIST-020', stopped)).toMatchObject({ kind: 'inconclusive', because: 'the driver died' });
  expect(verdictOn('TC-GET-005', stopped)?.kind).toBe('passed');
});

test('only what was chosen is judged', () => {
  const { verdicts, findings } = judgeClient(whole, new Set(['TC-GET-005']));
  expect(verdicts.filter(({ kind }) => kind !== 'skipped').map(({ requirement }) => requirement)).toEqual([
    'TC-GET-005',
  ]);
  expect(findings).toEqual([]);
});

test('what chance decides is told as so many of so many', async () => {
  const seen = await performInProcess({
    plain: true,
    cases: cases('clock-in', 'repeated'),
    seams: defect('repeat-halved-now-and-then'),
  });
  const [finding] = judgeClient(seen).findings.filter(({ requirement }) => requirement === 'TC-CLIENT-013');
  expect(finding?.stability).toEqual({ failed: 4, of: 12 });
});

test('a finding shows what was asked, what was sent, and what was handed over', async () => {
  const seen = await performInProcess({
    plain: true,
    cases: cases('clock-out', 'clock-out-elsewhere'),
    seams: defect('throws-on-204'),
  });
  const [finding] = judgeClient(seen).findings;
  expect(finding).toMatchObject({
    requirement: 'TC-CLIENT-001',
    violation: { pointer: 'error', actual: { message: 'Unexpected end of JSON input' } },
    stability: 'reproduced',
    client: { case: 'clock-out', cases: ['clock-out', 'clock-out-elsewhere'], seed: 1 },
    reproduction: [{ operation: 'clockOut', request: { method: 'POST' }, outcome: { status: 204 } }],
  });
  expect(finding?.client.dialogue).toEqual([
    {
      asked: expect.objectContaining({ op: 'clockOut' }) as unknown,
      said: { error: { type: 'SyntaxError', message: 'Unexpected end of JSON input' } },
    },
  ]);
});

test('the same seed gives the same performance', async () => {
  const again = await performInProcess({ plain: true });
  const shape = ({ scenes }: Performance) =>
    scenes.map(({ case: id, calls, requests }) => [
      id,
      calls,
      requests.map(({ method, target, body, answer }) => [method, target, body, answer]),
    ]);
  expect(shape(again)).toEqual(shape(whole));
});
