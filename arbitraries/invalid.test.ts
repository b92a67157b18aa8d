import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemaErrors } from '../schemas/validators.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { apiVersions } from '../traffic/operation.ts';
import { at, equalJson } from '../traffic/pointer.ts';
import { invalidBodies, invalidText } from './invalid.ts';
import { breakRequest, clockInRequest, clockOutRequest, createRequest, replaceRequest } from './requests.ts';

const userId = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const kinds = apiVersions.flatMap(
  (version) =>
    [
      [version, 'clockInRequest', clockInRequest({ version, onBehalfOfUserId: userId })],
      [version, 'clockOutRequest', clockOutRequest(version)],
      [version, 'startBreakRequest', breakRequest(version)],
      [version, 'createRequest', createRequest({ version, userId })],
      [version, 'replaceRequest', replaceRequest({ version, userId })],
    ] as const,
);

/** The same value without what is at the pointer. */
function without(value: Json, pointer: string): Json {
  const [name = '', ...rest] = pointer.slice(1).split('/');
  const below = rest.length === 0 ? undefined : `/${rest.join('/')}`;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((each, index) =>
      String(index) === name ? without(each, below ?? '/') : each,
    );
  }
  if (!isJsonObject(value)) return value;
  const { [name]: inner, ...others } = value;
  return below === undefined || inner === undefined ? others : { ...others, [name]: without(inner, below) };
}

test.each(kinds)('%s %s: breaks exactly what it says, and nothing else', (version, name, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (valid) => {
      for (const { pointer, keyword, body } of invalidBodies(version, name, valid)) {
        const errors = schemaErrors(version, name, body).map((error) => [error.pointer, error.keyword]);
        expect(errors).toEqual([[pointer, keyword]]);
        if (pointer === '' || /\/\d+$/.test(pointer)) continue;
        expect(equalJson(without(body, pointer), without(valid, pointer))).toBe(true);
      }
    }),
    { numRuns: 150, seed: 11 },
  );
});

test('covers every writable member of the smallest card, at every depth', () => {
  const clockInEvent = { dateTime: '2024-01-01T08:00:00Z', notes: { content: 'a', contentType: 'text' } };
  const valid: JsonObject = { userId, clockInEvent, breaks: [{ start: { dateTime: '2024-01-01T08:00:01Z' } }] };
  const seen = new Set(
    invalidBodies('v1.0', 'createRequest', valid).map(({ pointer, keyword }) => `${pointer} ${keyword}`),
  );
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ' type',
      '/userId type',
      '/clockInEvent type',
      '/clockInEvent/dateTime type',
      '/clockInEvent/dateTime format',
      '/clockInEvent/dateTime required',
      '/clockInEvent/isAtApprovedLocation type',
      '/clockInEvent/notes type',
      '/clockInEvent/notes/content type',
      '/clockInEvent/notes/contentType type',
      '/clockInEvent/notes/contentType enum',
      '/clockOutEvent type',
      '/notes type',
      '/breaks type',
      '/breaks/0 type',
      '/breaks/0/start type',
      '/breaks/0/start required',
      '/breaks/0/start/dateTime required',
    ]),
  );
  expect([...seen].filter((each) => /\/(id|state|confirmedBy|created|lastModified|originalEntry)/.test(each))).toEqual(
    [],
  );
});

test('null is sent only where it is wrong', () => {
  const bodies = invalidBodies('beta', 'confirmForUserRequest', { userId });
  expect(bodies.map(({ pointer, keyword, body }) => [pointer, keyword, at(body, '/userId')])).toEqual([
    ['', 'type', undefined],
    ['', 'type', undefined],
    ['/userId', 'type', 5],
    ['/userId', 'type', ['a']],
    ['/userId', 'type', null],
    ['/userId', 'required', undefined],
  ]);
});

test.each<[string, JsonObject]>([
  ['an empty body', {}],
  ['a body', { notes: { content: "it's {", contentType: 'text' } }],
])('the texts made from %s are no JSON, differ, and are not empty', (_name, valid) => {
  const texts = invalidText(valid).map(({ text }) => text);
  expect(texts.length).toBeGreaterThanOrEqual(5);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) {
    expect(text).not.toBe('');
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  }
});
