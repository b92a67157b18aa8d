import type { Exchange, Headers, Intent } from '../traffic/exchange.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import { otherTeam, team, traffic } from './exchanges.ts';

/** What may befall one exchange of a traffic: what stands in its place then. */
export type Perturbation = (exchange: Exchange) => readonly Exchange[];

const headers: Headers = [
  ['Content-Type', 'application/json'],
  ['request-id', '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311'],
];

/** The transport gave no answer. */
export const brokenOff: Perturbation = (one) => [
  { ...one, outcome: { kind: 'transport', fault: 'reset', detail: 'ECONNRESET' } },
];

/** Another request was under way at the same time. */
export const overlapping: Perturbation = intended({ overlaps: 'another' });

/** Somebody else made the traffic, and did not say why; what its times and form tell is told of theirs too. */
export const ofOthers: Perturbation = ({ intent, ...one }) =>
  intent?.mutation === undefined && intent?.overlaps === undefined ? [one] : [{ ...one, intent }];

/** Nobody knows whose token it was. */
export const ofUnknownActor: Perturbation = (one) => [{ ...one, actor: 'unknown' }];

function answered(status: number): Perturbation {
  return shown({ error: { code: 'aCode', message: 'a message' } }, status);
}

function shown(value: Json, status: number): Perturbation {
  const body = { kind: 'json', value, text: JSON.stringify(value) } as const;
  return (one) => [{ ...one, outcome: { kind: 'response', status, headers, body } }];
}

function intended(changes: Partial<Intent>): Perturbation {
  return (one) => [
    { ...one, intent: { phase: 'examples', case: 'a case', step: 'a step', ...one.intent, ...changes } },
  ];
}

function addressed(change: (url: string) => string): Perturbation {
  return (one) => [{ ...one, request: { ...one.request, url: change(one.request.url) } }];
}

function withoutBody(one: Exchange): readonly Exchange[] {
  return one.outcome.kind === 'response' ? [{ ...one, outcome: { ...one.outcome, body: { kind: 'empty' } } }] : [one];
}

function showingAnotherCard(one: Exchange): readonly Exchange[] {
  if (one.outcome.kind !== 'response' || one.outcome.body.kind !== 'json') return [one];
  const { status, body } = one.outcome;
  return isJsonObject(body.value) && typeof body.value['id'] === 'string'
    ? shown({ ...body.value, id: 'TCK_other' }, status)(one)
    : [one];
}

function later(one: Exchange): readonly Exchange[] {
  const day = 86_400_000;
  return [{ ...one, startedAt: one.startedAt + day, endedAt: one.endedAt + day }];
}

/** By which a check must not be led astray: each is tried on each exchange of a row's traffic. */
export const perturbations: readonly (readonly [name: string, change: Perturbation])[] = [
  ['left out', () => []],
  ['twice', (one) => [one, one]],
  ['day later', later],
  ['broken off', brokenOff],
  ['400', answered(400)],
  ['404', answered(404)],
  ['410', answered(410)],
  ['503', answered(503)],
  ['no object', shown([], 200)],
  ['no body', withoutBody],
  ['another card shown', showingAnotherCard],
  ['wrong on purpose', intended({ mutation: { pointer: '/other', keyword: 'other', controlOf: 'other' } })],
  ['overlapping', overlapping],
  ['other case', intended({ case: 'another case' })],
  ['of others', ofOthers],
  ['unknown actor', ofUnknownActor],
  ['second user', (one) => [{ ...one, actor: 'secondUser' }]],
  ['no request body', (one) => [{ ...one, request: { ...one.request, body: { kind: 'empty' } } }]],
  ['part asked for', addressed((url) => `${url}${url.includes('?') ? '&' : '?'}$select=id`)],
  ['other card', addressed((url) => url.replace(/(?<=timeCards\/)[^/?]+/, 'TCK_other'))],
  ['other team', addressed((url) => url.replace(team, otherTeam))],
  ['no operation', (one) => [{ ...one, operation: 'unknown', request: { ...one.request, method: 'OPTIONS' } }]],
];

/** The traffic with the change made to one of its exchanges, for each of them. */
export function eachChanged(exchanges: readonly Exchange[], change: Perturbation): readonly (readonly Exchange[])[] {
  return exchanges.map((one, index) => traffic(exchanges.toSpliced(index, 1, ...change(one))));
}
