import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { definitionOf } from './definition.ts';
import type { Definition, RecordingHeader } from './format.ts';
import { inertScope } from './format.ts';
import { readRecording } from './read-recording.ts';
import { RecordingError } from './recording-error.ts';
import schema from './recording.schema.json' with { type: 'json' };

const header: RecordingHeader = {
  kind: 'header',
  format: 1,
  suiteVersion: '0.1.0',
  provenance: 'server',
  baseUrl: 'http://mock.test',
  apiVersion: 'v1.0',
  startedAt: '2026-11-26T12:00:00.000Z',
  redaction: 1,
  people: { teamId: 't', callerId: 'c' },
  actors: ['caller', 'nobody'],
  capabilities: [],
  settings: {
    seed: 1,
    numRuns: 10,
    suites: ['clockIn'],
    bail: false,
    strict: false,
    requestTimeout: 1000,
    maxResponseSize: 1000,
  },
};

const zero = Date.parse(header.startedAt);

function definition(number: number): Definition {
  return definitionOf(
    {
      number,
      request: { method: 'GET', url: `http://mock.test/${number}`, headers: [], text: undefined },
      outcome: { kind: 'response', status: 200, headers: [['a', 'b']], text: '{}' },
      startedAt: zero + number,
      endedAt: zero + number + 0.5,
      asked: { actor: 'caller', operation: 'list', purpose: 'preflight', attempt: 1 },
    },
    zero,
  );
}

function inert(path: string, recording: object): object {
  return { scope: inertScope, method: 'GET', path, status: 204, recording };
}

const first = inert('/header', header);
const last = inert('/end', { kind: 'end', interactions: 2, timeOver: { afterRequests: 2, question: 1 } });
const whole = [first, definition(1), definition(2), last];

test('a whole recording is read, and fits the published schema', () => {
  const { interactions, end, ...read } = readRecording(JSON.stringify(whole));
  expect(read.header).toEqual(header);
  expect(interactions.map(({ number, startedAt }) => [number, startedAt])).toEqual([
    [1, zero + 1],
    [2, zero + 2],
  ]);
  expect(end.timeOver).toEqual({ afterRequests: 2, question: 1 });
  const validate = new Ajv2020().compile(schema);
  expect(validate(whole) || validate.errors).toBe(true);
  expect(validate([first, { ...definition(1), status: 'x' }, last])).toBe(false);
});

test('the mark that an editor put before it does no harm', () => {
  expect(readRecording(`\uFEFF${JSON.stringify(whole)}`)).toEqual(readRecording(JSON.stringify(whole)));
});

describe('anything else is refused with what is wrong', () => {
  const broken: readonly (readonly [what: string, text: string | readonly unknown[], says: string])[] = [
    ['an empty file', ' \n', 'it is empty'],
    ['text', 'hello', 'it is not JSON, or was cut off'],
    ['a recording that was cut off', JSON.stringify(whole).slice(0, -40), 'it is not JSON, or was cut off'],
    ['an object', '{}', 'it is not a list of nock definitions'],
    [
      'nock definitions of others',
      [{ scope: 'http://a.test', method: 'GET', path: '/' }],
      'it does not begin with the header',
    ],
    ['an empty list', [], 'it does not begin with the header'],
    ['null', [null], 'it does not begin with the header'],
    [
      'another format',
      [inert('/header', { ...header, format: 2 }), last],
      'it is a recording of format 2, and this version reads format 1',
    ],
    ['no end', whole.slice(0, -1), 'its end is missing'],
    ['an interaction that was taken out', [first, definition(2), last], 'interaction 2 is out of place'],
    ['interactions that were taken off the end', [first, definition(1), last], 'it holds 1 of 2 interactions'],
    [
      'a fault in an entry',
      [first, definition(1), { ...definition(2), status: 'x' }, last],
      'entry 3 has a fault at /status: must be integer',
    ],
    [
      'an unknown key',
      [first, { ...definition(1), delay: 3 }, last],
      'entry 2 has a fault at /: must NOT have additional properties ("delay")',
    ],
    ['no settings', [inert('/header', { ...header, settings: {} }), last], 'entry 1 has a fault at /settings'],
    [
      'an actor that nobody knows',
      [inert('/header', { ...header, actors: ['boss'] }), last],
      'entry 1 has a fault at /actors/0',
    ],
    ['a number among the entries', [first, 5, last], 'entry 2 is not a nock definition'],
  ];

  test.each(broken)('%s', (_, content, says) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    expect(() => readRecording(text)).toThrow(RecordingError);
    expect(() => readRecording(text)).toThrow(says);
  });
});
