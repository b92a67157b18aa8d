import { beforeAll, describe, expect, test } from 'vitest';
import { checkCapture, type CheckedCapture } from '../../../engine/captured/check-capture.ts';
import { NoCapture } from '../../../targets/captures/capture.ts';
import { readCapture } from '../../../targets/captures/read-capture.ts';
import { accused } from '../captured.ts';
import { honestDay, type HarEntry } from '../day.ts';
import { exports, exportsWithoutBodies } from './exports.ts';

let day: readonly HarEntry[] = [];

beforeAll(async () => {
  day = await honestDay();
});

function judged(text: string): CheckedCapture {
  const found = checkCapture(readCapture(text), { file: 'some export' });
  if (!('verdicts' in found)) throw new Error('there is no request for time cards');
  return found;
}

function passed({ verdicts }: CheckedCapture): readonly string[] {
  return verdicts.filter(({ kind }) => kind === 'passed').map(({ requirement }) => requirement);
}

const asHar = (entries: readonly HarEntry[]) => JSON.stringify({ log: { version: '1.2', entries } });

describe('what tools export is judged like the traffic that it holds', () => {
  test.each(Object.entries(exports))('%s', (_name, write) => {
    const [har, found] = [judged(asHar(day)), judged(write(day))];
    expect(found.summary).toMatchObject({ entries: day.length, judged: day.length, faulty: 0 });
    expect(found.summary.bodies).toBeUndefined();
    expect(accused(found)).toEqual([]);
    expect(passed(found)).toEqual(passed(har));
  });

  test.each(Object.entries(exports))('%s, where the server does wrong', (_name, write) => {
    const wrong = day.map((entry) => {
      const copy = structuredClone(entry);
      if (copy.request.url.endsWith('/clockOut')) copy.response.status = 200;
      return copy;
    });
    expect(accused(judged(write(wrong)))).toEqual(accused(judged(asHar(wrong))));
  });

  test.each(Object.entries(exportsWithoutBodies))('%s, as far as there are bodies', (_name, write) => {
    const found = judged(write(day));
    expect(accused(found)).toEqual([]);
    expect(found.summary).toMatchObject({ judged: day.length, bodies: { missing: expect.any(Number) as number } });
  });
});

describe('what holds no traffic is told with what would', () => {
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  test.each<[name: string, text: string, told: RegExp]>([
    ['a collection of Postman', JSON.stringify({ info: { name: 'x', schema }, item: [] }), /newman run/],
    ['results of the runner of Postman', JSON.stringify({ id: '1', collection_id: '2', results: [] }), /newman run/],
    ['an export of Insomnia', JSON.stringify({ _type: 'export', __export_format: 4, resources: [] }), /as HAR/],
    ['an export of Insomnia 5', 'type: collection.insomnia.rest/5.0\nname: x\n', /as HAR/],
    ['stubs of WireMock', JSON.stringify({ mappings: [] }), /__admin\/requests/],
    ['a stub of WireMock', JSON.stringify({ id: '1', request: {}, response: {} }), /__admin\/requests/],
    ['a simulation of Hoverfly', JSON.stringify({ data: { pairs: [] }, meta: {} }), /api\/v2\/journal/],
    ['mocks of Dev Proxy', JSON.stringify({ mocks: [] }), /HarGeneratorPlugin/],
    ['flows of mitmproxy', '5393:9:websocket;0:~8:response;', /hardump/],
    ['a zip archive', 'PK\u0003\u0004\u0014', /unpack/],
  ])('%s', (_name, text, told) => {
    expect(() => readCapture(text)).toThrow(NoCapture);
    expect(() => readCapture(text)).toThrow(told);
  });
});
