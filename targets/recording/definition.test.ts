import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WireOutcome } from '../wire.ts';
import { definitionOf, interactionOf } from './definition.ts';
import type { Definition, Interaction } from './format.ts';
import { layout } from './layout.ts';
import { inSteps } from './times.ts';

const zero = Date.parse('2026-11-26T12:00:00.000Z');

function interaction(
  text: string | undefined,
  outcome: WireOutcome,
  url = 'http://mock.test/v1.0/teams?a=1',
): Interaction {
  const headers = [['Content-Type', 'application/json']] as const;
  return {
    number: 1,
    request: { method: 'POST', url, headers, text },
    outcome,
    startedAt: zero + 1,
    endedAt: zero + 2.5,
  };
}

function response(text: string, headers: readonly (readonly [string, string])[] = []): WireOutcome {
  return { kind: 'response', status: 200, headers, text };
}

/** As it is after it was written to a file and read again. */
function writtenAndRead(one: Interaction): Interaction {
  return interactionOf(JSON.parse(layout(definitionOf(one, zero))) as Definition, zero);
}

const json = [['content-type', 'application/json']] as const;

test('any bodies, headers and times come back as they were, to the byte', () => {
  const text = fc.oneof(
    fc.json({ maxDepth: 2 }),
    fc.string({ unit: 'binary' }),
    fc.json({ maxDepth: 1 }).map((one) => JSON.stringify(JSON.parse(one), null, 2)),
    fc.constantFrom(
      '',
      ' ',
      'null',
      '"x"',
      '1e400',
      '-0',
      '{"a":1,"a":2}',
      '{"__proto__":1}',
      '[1.0]',
      '\uFEFF{}',
      '{"a":',
    ),
  );
  const headers = fc.array(fc.tuple(fc.constantFrom('a', 'A', 'content-type', 'set-cookie'), fc.string()));
  const times = fc.tuple(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1e5, noNaN: true }));
  fc.assert(
    fc.property(fc.option(text, { nil: undefined }), text, headers, times, (sent, answer, given, [start, took]) => {
      const startedAt = inSteps(zero + start, zero);
      const one = {
        ...interaction(sent, response(answer, given)),
        startedAt,
        endedAt: inSteps(startedAt + took, zero),
      };
      expect(writtenAndRead(one)).toEqual(one);
    }),
  );
});

test.each(['http://mock.test?page=2', 'HTTP://MOCK.test/v1.0/x', 'http://mock.test/v1.0/a b?x#y'])(
  '%s is kept as it was written',
  (url) => {
    const one = interaction(undefined, response(''), url);
    expect(writtenAndRead(one)).toEqual(one);
    expect(definitionOf(one, zero).path).toMatch(/^\//);
  },
);

test('a failed connection is kept, and stands for plain nock as an answer that no server gives', () => {
  const one = interaction('{}', { kind: 'transport', fault: 'reset', detail: 'ECONNRESET' });
  expect(writtenAndRead(one)).toEqual(one);
  expect(definitionOf(one, zero)).toMatchObject({ status: 599, response: '', rawHeaders: [] });
});

test.each([
  ['JSON is decoded', '{"a":[1]}', json, { response: { a: [1] } }, undefined],
  ['JSON that is laid out is decoded, its text kept', '{ "a": 1 }', json, { response: { a: 1 } }, '{ "a": 1 }'],
  ['malformed JSON stays text', '{"a":', json, { response: '{"a":' }, undefined],
  ['text stays text', 'not found', [], { response: 'not found' }, undefined],
  ['nock would label this', '{"a":1}', [], { response: '7b2261223a317d', responseIsBinary: true }, '{"a":1}'],
  ['nock would send nothing', 'null', json, { response: '6e756c6c', responseIsBinary: true }, 'null'],
] as const)('%s: %s', (_, text, headers, expected, kept) => {
  const { response: served, responseIsBinary, exchange } = definitionOf(interaction('', response(text, headers)), zero);
  expect({ response: served, ...(responseIsBinary === undefined ? {} : { responseIsBinary }) }).toEqual(expected);
  expect(exchange.responseText).toBe(kept);
});

test('nothing sent and an empty body sent are told apart', () => {
  expect(writtenAndRead(interaction(undefined, response(''))).request.text).toBeUndefined();
  expect(writtenAndRead(interaction('', response(''))).request.text).toBe('');
});
