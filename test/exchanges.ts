import type { JudgeContext } from '../checks/context.ts';
import type { Actor } from '../traffic/actor.ts';
import { documentedExample } from '../specs/examples/index.ts';
import type { Body, Exchange, Headers, Intent, Mutation, Outcome, TransportFault } from '../traffic/exchange.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { routes, type Operation } from '../traffic/operation.ts';
import { namesIn } from '../traffic/pointer.ts';

export const team = 'fd15cad8-80f6-484f-9666-3caf695fbf32';
export const otherTeam = '871dbd5c-3a6a-4392-bfe1-042452793a50';
const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
export const secondUser = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';

/** A configuration that knows everybody, so that every check applies. */
export const context: JudgeContext = {
  apiVersion: 'v1.0',
  teamId: team,
  callerId: caller,
  onBehalfOfUserId: secondUser,
  capabilities: new Set(['authentication', 'callerIdentity', 'onBehalfOfUser', 'otherTeam']),
};

/** The body of a documented example, which must be an object. */
export function exampleBody(name: string): JsonObject {
  const { body } = documentedExample(name);
  if (!isJsonObject(body)) throw new Error(`${name} has no JSON object`);
  return body;
}

/** A copy with values put at pointers; undefined takes a member away. */
export function changed(value: JsonObject, changes: Readonly<Record<string, Json | undefined>>): JsonObject {
  const copy = structuredClone(value);
  for (const [pointer, to] of Object.entries(changes)) put(copy, namesIn(pointer), to);
  return copy;
}

function put(holder: Json, [name = '', ...rest]: readonly string[], to: Json | undefined): void {
  const members = holder as Record<string, Json>;
  const inner = members[name];
  if (rest.length > 0 && inner !== undefined) put(inner, rest, to);
  else if (to === undefined) delete members[name];
  else members[name] = structuredClone(to);
}

/** What one exchange is; all that is left out is as it usually is. */
export interface Parts {
  readonly operation: Operation | 'unknown';
  readonly actor?: Actor | 'unknown';
  readonly method?: string;
  readonly team?: string;
  readonly card?: string;
  readonly query?: string;
  /** In place of all that the parts above make. */
  readonly url?: string;
  readonly request?: { readonly body?: Json; readonly headers?: Headers };
  readonly response?: {
    readonly status?: number;
    readonly body?: Json;
    readonly text?: string;
    readonly headers?: Headers;
  };
  readonly fault?: TransportFault;
  /** False for traffic of others. */
  readonly intent?: false | (Partial<Intent> & { readonly mutation?: Mutation });
  /** When the answer came, and by whose clock. */
  readonly at?: string;
  readonly serverClockOffset?: number | 'unknown';
}

const usualHeaders: Headers = [
  ['request-id', '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311'],
  ['client-request-id', '0d7f5c3e-1f0b-4c57-9d3b-6f6f2c1d8a11'],
];

/** An exchange without a place in the traffic; `traffic` gives it one. */
export function exchange(parts: Parts): Exchange {
  const { operation, actor = 'caller', intent = {}, serverClockOffset = 0 } = parts;
  const middle = Date.parse(parts.at ?? '2025-01-07T21:35:36.311Z');
  return {
    sequence: 0,
    operation,
    actor,
    request: {
      method: parts.method ?? (operation === 'unknown' ? 'GET' : routes[operation].method),
      url: parts.url ?? urlOf(parts),
      headers: parts.request?.headers ?? [['client-request-id', '0d7f5c3e-1f0b-4c57-9d3b-6f6f2c1d8a11']],
      body: bodyOf(parts.request?.body),
    },
    outcome: outcomeOf(parts),
    startedAt: middle - 40,
    endedAt: middle + 40,
    ...(intent === false ? {} : { intent: { phase: 'examples', case: 'a case', step: 'a step', ...intent } }),
    ...(serverClockOffset === 'unknown' ? {} : { serverClockOffset }),
    throttledAttempts: 0,
  };
}

function urlOf({ operation, team: teamId = team, card, query }: Parts): string {
  const action = operation === 'unknown' ? undefined : routes[operation].action;
  const segments = [card === undefined ? undefined : encodeURIComponent(card), action];
  const below = segments.map((segment) => (segment === undefined ? '' : `/${segment}`)).join('');
  return `https://clock.test/v1.0/teams/${teamId}/schedule/timeCards${below}${query === undefined ? '' : `?${query}`}`;
}

function outcomeOf({ operation, response = {}, fault }: Parts): Outcome {
  if (fault !== undefined) return { kind: 'transport', fault, detail: 'ECONNRESET' };
  const { status = operation === 'unknown' ? 200 : routes[operation].success, text } = response;
  const body: Body = text === undefined ? bodyOf(response.body) : { kind: 'other', text };
  const type: Headers = body.kind === 'empty' ? [] : [['Content-Type', 'application/json']];
  return { kind: 'response', status, headers: response.headers ?? [...usualHeaders, ...type], body };
}

function bodyOf(value: Json | undefined): Body {
  return value === undefined ? { kind: 'empty' } : { kind: 'json', value, text: JSON.stringify(value) };
}

/** Exchanges in their order, numbered from 1. */
export function traffic(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.map((one, index) => ({ ...one, sequence: index + 1 }));
}
