import type { JsonObject } from '../../specs/json.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies } from './documented-bodies.ts';
import { read, remove } from './lives.ts';
import type { PlanSettings } from './phase-plan.ts';

/** The documented requests in spellings that the general pages speak of and no example shows: letter case, `$`, Accept. */
export function otherSpellings({ people, apiVersion }: PlanSettings): readonly Case[] {
  const { clockIn, create } = documentedBodies(people);
  const listOne = (query: string, keyword: string): Step => ({
    name: `list ${query}`,
    operation: 'list',
    query,
    mutation: { pointer: 'url:query', keyword, controlOf: 'list one' },
  });
  return [
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
        // Two cards, so that a list of one is not all there is.
        { name: 'create', operation: 'create', makes: 'card', body: create },
        { name: 'clock in again', operation: 'clockIn', makes: 'open', body: clockIn },
        { name: 'list one', operation: 'list', query: '$top=1' },
        listOne('$TOP=1', 'letterCase'),
        ...(apiVersion === 'beta' ? [listOne('top=1', 'withoutDollar')] : []),
        read('get'),
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
