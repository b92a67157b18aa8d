import { isJsonObject, type JsonObject } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read, remove } from '../life-cycles/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';

/** The documented requests in spellings that the general pages speak of and no example shows: letter case, `$`, Accept; and times in another zone. */
export function otherSpellings({ people, apiVersion }: PlanSettings): readonly Case[] {
  const { clockIn, create, replace } = documentedBodies(people);
  const listOne = (query: string, keyword: string): Step => ({
    name: `list ${query}`,
    operation: 'list',
    query,
    mutation: { pointer: 'url:query', keyword, controlOf: 'list one' },
  });
  return [
    {
      name: 'times in another zone',
      phase: 'refusals',
      suites: ['protocol'],
      steps: [
        { name: 'create', operation: 'create', makes: 'first', body: create },
        remove('first'),
        {
          name: 'create in another zone',
          operation: 'create',
          discard: true,
          change: { pointer: '', value: inAnotherZone(create) },
          mutation: { pointer: '/clockInEvent/dateTime', keyword: 'offset', controlOf: 'create' },
        },
        { name: 'create again', operation: 'create', makes: 'card', body: create },
        { name: 'replace', operation: 'replace', card: 'card', body: replace },
        {
          name: 'replace in another zone',
          operation: 'replace',
          card: 'card',
          change: { pointer: '', value: inAnotherZone(replace) },
          mutation: { pointer: '/clockInEvent/dateTime', keyword: 'offset', controlOf: 'replace' },
        },
      ],
    },
    {
      name: 'other spellings',
      phase: 'refusals',
      suites: ['protocol'],
      steps: [
        { name: 'clock in', operation: 'clockIn', makes: 'first', body: clockIn },
        remove('first'),
        {
          name: 'clock in with names in capitals',
          operation: 'clockIn',
          discard: true,
          change: { pointer: '', value: inCapitals(clockIn) },
          mutation: { pointer: '', keyword: 'letterCase', controlOf: 'clock in' },
        },
        {
          name: 'clock in with the namespace',
          operation: 'clockIn',
          body: clockIn,
          discard: true,
          qualified: true,
          mutation: { pointer: 'url', keyword: 'qualified', controlOf: 'clock in' },
        },
        // Two cards, so that a list of one is not all there is.
        { name: 'create', operation: 'create', makes: 'card', body: create },
        { name: 'clock in again', operation: 'clockIn', makes: 'open', body: clockIn },
        { name: 'list one', operation: 'list', query: '$top=1' },
        listOne('$TOP=1', 'letterCase'),
        ...(apiVersion === 'beta' ? [listOne('top=1', 'withoutDollar')] : []),
        read('get'),
        {
          name: 'get a card whose id is almost the same',
          operation: 'get',
          card: 'card',
          otherEnd: true,
          mutation: { pointer: 'url:card', keyword: 'unknown', controlOf: 'get' },
        },
        {
          name: 'get that accepts XML only',
          operation: 'get',
          card: 'card',
          headers: { Accept: 'application/xml' },
          mutation: { pointer: 'header:Accept', keyword: 'unsupported', controlOf: 'get' },
        },
      ],
    },
  ];
}

function inCapitals(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toUpperCase(), value]));
}

/** The same card with the times of its events two hours east, where they are the same instants. */
function inAnotherZone(card: JsonObject): JsonObject {
  const events = ['clockInEvent', 'clockOutEvent'].flatMap((name) => {
    const event = card[name];
    return isJsonObject(event) ? [[name, { ...event, dateTime: eastOf(String(event['dateTime'])) }] as const] : [];
  });
  return { ...card, ...Object.fromEntries(events) };
}

function eastOf(time: string): string {
  return new Date(Date.parse(time) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
}
