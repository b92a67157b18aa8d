import type { Mutation } from '../../../traffic/exchange.ts';
import type { Json } from '../../../traffic/json.ts';
import type { ApiVersion } from '../../../traffic/operation.ts';
import type { Case, Step } from '../case.ts';
import { seededGuid } from '../seeded.ts';
import { documentedBodies, type DocumentedBodies } from '../examples/documented-bodies.ts';
import { read, remove, writeAndLook } from '../lives/card-life.ts';
import { outOfTurnCases } from './out-of-turn.ts';
import type { PlanSettings } from '../phase-plan.ts';

/** Requests about which the documents say little or nothing: what happens is mostly observed. */
export function undocumentedRequests({ people, apiVersion }: PlanSettings): readonly Case[] {
  const bodies = documentedBodies(people);
  const { clockIn, create } = bodies;
  return [
    outOfTurnCases(bodies),
    otherMethods(bodies),
    otherReplacements(bodies, apiVersion),
    {
      name: 'an undeclared property, and a user whom nobody knows',
      phase: 'refusals',
      suites: ['clockIn'],
      steps: [
        { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
        remove('card'),
        changed(
          'clock in with a misspelt name',
          'clockIn',
          'clock in',
          { pointer: '/atAprovedLocation', keyword: 'undeclared' },
          true,
        ),
        changed(
          'clock in for somebody unknown',
          'clockIn',
          'clock in',
          { pointer: '/onBehalfOfUserId', keyword: 'unknown' },
          seededGuid('somebody unknown'),
        ),
        // Which of the two is told is up to the service; how, is not.
        changed(
          'clock in with two mistakes',
          'clockIn',
          'clock in',
          { pointer: '', keyword: 'several' },
          { isAtApprovedLocation: 'yes', notes: { content: 'two mistakes', contentType: 'rtf' } },
        ),
      ],
    },
    {
      name: 'properties that the service sets',
      phase: 'refusals',
      suites: ['create'],
      steps: [
        { name: 'create', operation: 'create', makes: 'card', body: create },
        remove('card'),
        ...readOnlyValues.map(([pointer, value]) =>
          changed(`create with ${pointer}`, 'create', 'create', { pointer, keyword: 'readOnly' }, value),
        ),
        changed(
          'create with clock-out first',
          'create',
          'create',
          { pointer: '/clockOutEvent/dateTime', keyword: 'order' },
          '2025-01-07T20:00:00.000Z',
        ),
        changed(
          'create in the future',
          'create',
          'create',
          { pointer: '', keyword: 'future' },
          {
            ...create,
            clockInEvent: { dateTime: '2099-01-07T08:00:00Z' },
            clockOutEvent: { dateTime: '2099-01-07T16:00:00Z' },
          },
        ),
        changed(
          'create with two mistakes',
          'create',
          'create',
          { pointer: '', keyword: 'several' },
          {
            ...create,
            clockInEvent: { dateTime: 8, isAtApprovedLocation: true },
            clockOutEvent: { dateTime: '2025-01-07T21:30:00.000Z', isAtApprovedLocation: 'yes' },
          },
        ),
        { name: 'create again', operation: 'create', makes: 'again', body: create },
        changed('create at the same time', 'create', 'create', { pointer: '', keyword: 'overlap' }, create),
      ],
    },
    queries(clockIn),
  ];
}

/** Breaks with ids of their own, and a state that does not fit the events: no example of v1.0 shows them. */
function otherReplacements({ create, replace }: DocumentedBodies, apiVersion: ApiVersion): Case {
  const notes = { contentType: 'text', content: 'Lunch' };
  const paused = {
    breakId: 'BRK_138f4751-68b1-44c1-aca2-2b26cba9e73f',
    start: { dateTime: '2025-01-07T21:10:00Z', isAtApprovedLocation: true },
    end: { dateTime: '2025-01-07T21:20:00Z', isAtApprovedLocation: false },
  };
  const former = {
    ...replace,
    clockInEvent: { dateTime: '2025-01-07T21:00:00Z', atApprovedLocation: true },
    clockOutEvent: { dateTime: '2025-01-07T21:35:00Z', atApprovedLocation: false },
  };
  return {
    name: 'replacements that no example shows',
    phase: 'refusals',
    suites: ['replace'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body: create },
      read('read'),
      ...writeAndLook('replace with the id of a break', 'replace', { ...replace, breaks: [paused] }, 'read the breaks'),
      // The break is the card's own by now, whoever chose its id.
      {
        name: 'replace the break',
        operation: 'replace',
        card: 'card',
        body: { ...replace, breaks: [{ ...paused, notes }] },
        withBreakIds: true,
      },
      read('read the break again'),
      ...(apiVersion === 'beta'
        ? writeAndLook('replace with the former name', 'replace', former, 'read the former')
        : []),
      ...writeAndLook('replace with another state', 'replace', { ...replace, state: 'clockedIn' }, 'read the state'),
    ],
  };
}

/** Methods that the collection does not offer, and PATCH, which libraries offer and no current page documents. */
function otherMethods({ create, replace, clockIn, clockOut }: DocumentedBodies): Case {
  const json = { 'Content-Type': 'application/json' };
  return {
    name: 'methods that no page documents',
    phase: 'refusals',
    suites: ['replace', 'protocol'],
    steps: [
      { name: 'list', operation: 'list' },
      {
        name: 'PUT on the collection',
        operation: 'list',
        method: 'PUT',
        text: JSON.stringify(create),
        headers: json,
        mutation: { pointer: 'method', keyword: 'PUT', controlOf: 'list' },
      },
      { name: 'clock in', operation: 'clockIn', makes: 'open', body: clockIn },
      read('read the open', 'open'),
      {
        name: 'GET on an action',
        operation: 'clockOut',
        card: 'open',
        method: 'GET',
        mutation: { pointer: 'method', keyword: 'GET', controlOf: 'clock out' },
      },
      { name: 'clock out', operation: 'clockOut', card: 'open', body: clockOut },
      { name: 'create', operation: 'create', makes: 'card', body: create },
      read('read'),
      { name: 'replace', operation: 'replace', card: 'card', body: replace },
      read('read the replaced'),
      {
        name: 'PATCH on the card',
        operation: 'replace',
        card: 'card',
        method: 'PATCH',
        body: { notes: { contentType: 'text', content: 'patched' } },
        mutation: { pointer: 'method', keyword: 'PATCH', controlOf: 'replace' },
      },
      read('read the patched'),
    ],
  };
}

const readOnlyValues: readonly (readonly [pointer: string, value: Json])[] = [
  ['/id', `TCK_${seededGuid('the id of no card')}`],
  ['/state', 'clockedIn'],
  ['/createdDateTime', '2024-01-01T00:00:00Z'],
  ['/confirmedBy', 'manager'],
];

function changed(
  name: string,
  operation: 'clockIn' | 'create',
  controlOf: string,
  what: Omit<Mutation, 'controlOf'>,
  value: Json,
): Step {
  return { name, operation, discard: true, change: { pointer: what.pointer, value }, mutation: { ...what, controlOf } };
}

/** Query options of get and list that the pages do not name, and one filter that was reported as refused. */
function queries(clockIn: Json): Case {
  const get = (query: string): Step => ({
    name: `get ${query}`,
    operation: 'get',
    card: 'card',
    query,
    mutation: { pointer: 'url:query', keyword: 'undocumentedOption', controlOf: 'get' },
  });
  const list = (query: string, keyword: string, controlOf = 'list'): Step => ({
    name: `list ${query}`,
    operation: 'list',
    query,
    mutation: { pointer: 'url:query', keyword, controlOf },
  });
  return {
    name: 'query options',
    phase: 'refusals',
    suites: ['reading', 'protocol'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      { name: 'get', operation: 'get', card: 'card' },
      get('$select=id'),
      {
        name: 'get with the id in upper case',
        operation: 'get',
        card: 'card',
        letterCase: 'id',
        mutation: { pointer: 'url:card', keyword: 'letterCase', controlOf: 'get' },
      },
      { name: 'list', operation: 'list' },
      // A server that refuses every filter does not refuse this one for being invalid.
      { name: 'list by state', operation: 'list', query: "$filter=state%20eq%20'clockedIn'" },
      list("$filter=createdDateTime%20ge%20'2022-02-01T08:00'", 'invalidFilter', 'list by state'),
      ...[
        '$filter=clockInEvent/dateTime%20ge%202024-01-01T00:00:00Z',
        '$orderby=createdDateTime',
        '$orderby=clockInEvent/dateTime%20desc',
      ].map((query) => list(query, 'undocumentedExpression')),
      ...['$select=id', '$expand=createdBy', '$count=true', '$search=a', '$skip=1'].map((query) =>
        list(query, 'undocumentedOption'),
      ),
    ],
  };
}
