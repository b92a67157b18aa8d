import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../traffic/json.ts';
import { isJsonObject } from '../traffic/json.ts';
import {
  linesOf,
  sampleExchange,
  sampleFinding,
  sampleFooter,
  sampleHeader,
  sampleReport,
} from '../test/sample-report.ts';
import type { ResultLine } from './line.ts';
import schema from './results.schema.json' with { type: 'json' };
import { observationLine } from './observation-line.ts';
import { serialise } from './serialise.ts';

const validate = new Ajv2020().compile(schema);

/** One line of every shape, with every optional member set. */
const samples: readonly ResultLine[] = [
  ...linesOf(sampleReport()),
  sampleHeader({ catalogue: '0123456789abcdef', budget: { maxRequests: 430, maxTime: 60_000, rate: 4 } }),
  observationLine({
    requirement: 'TC-GET-003',
    observation: { subject: 'get with $select=id', value: '404 NotFound' },
    count: 1,
  }),
  {
    kind: 'unseen',
    id: 'TC-GEN-040/success-of-create',
    requirement: 'TC-GEN-040',
    subject: 'success of create',
    tried: 3,
  },
  { kind: 'answers', operation: 'list', actor: 'caller', intent: 'plain', answers: { '200': 12, none: 1 } },
  sampleFooter({ stopped: 'the limit of 20 requests was reached', leftBehind: ['TCK_1'] }),
  {
    kind: 'finding',
    finding: sampleFinding({
      stability: { failed: 2, of: 10 },
      reproduction: [
        sampleExchange(1, {
          operation: 'unknown',
          path: '',
          send: { kind: 'malformed', text: '{' },
          status: 500,
          answer: { kind: 'other', text: 'oops' },
          changes: {
            outcome: { kind: 'transport', fault: 'refused', detail: 'ECONNREFUSED' },
            intent: {
              phase: 'refusals',
              case: 'clockIn',
              step: 'malformed',
              mutation: { pointer: '', keyword: 'malformed', controlOf: 'control' },
              repeatOf: 1,
            },
          },
        }),
      ],
    }),
  },
];

/** Streams of 0.1.0 do not have them, and are read all the same. */
const sinceSecondRelease = [
  'catalogue',
  'effort',
  'budget',
  'maxRequests',
  'maxTime',
  'rate',
  'id',
  'outcome',
  'status',
  'code',
];
/** Members that a line may leave out. */
const optional = new Set([
  'stopped',
  'because',
  'intent',
  'mutation',
  'repeatOf',
  'serverClockOffset',
  ...sinceSecondRelease,
]);
/** Members whose value is any JSON: what stands below is not ours to describe. */
const free = new Set(['value', 'expected', 'actual', 'answers']);

interface Spot {
  readonly name: string;
  readonly owner: { [name: string]: Json };
}

/** Every member of every object that the schema describes. */
function spotsOf(value: Json): readonly Spot[] {
  if (Array.isArray(value)) return value.flatMap(spotsOf);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    { name, owner: value },
    ...(free.has(name) ? [] : spotsOf(member)),
  ]);
}

const faults = (value: Json) => (validate(value) ? [] : validate.errors);
const parse = (line: ResultLine): JsonObject => JSON.parse(serialise(line));

describe('results.schema.json', () => {
  it.each(samples.map((line) => [line.kind, line] as const))('describes a %s', (_, line) => {
    expect(faults(parse(line))).toEqual([]);
  });

  it.each(samples.map((line) => [line.kind, line] as const))('refuses a %s with one member too few', (_, line) => {
    const value = parse(line);
    for (const { owner, name } of spotsOf(value)) {
      const member = owner[name];
      if (optional.has(name) || member === undefined) continue;
      delete owner[name];
      expect({ without: name, valid: validate(value) }).toEqual({ without: name, valid: false });
      owner[name] = member;
    }
  });

  it.each(samples.map((line) => [line.kind, line] as const))('refuses a %s with one member too many', (_, line) => {
    const value = parse(line);
    for (const owner of new Set(spotsOf(value).map((spot) => spot.owner))) {
      owner['surplus'] = 1;
      expect({ owner, valid: validate(value) }).toEqual({ owner, valid: false });
      delete owner['surplus'];
    }
  });
});
