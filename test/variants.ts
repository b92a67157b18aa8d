import { setTimeout as sleep } from 'node:timers/promises';
import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import type { Variation } from './variant-server.ts';

/*
 * What the documents leave to the server. Each variation changes one thing about a conforming server, which conforms
 * with it as well as without.
 */

type Change = (object: JsonObject) => JsonObject;

/** Changes every object of every body, innermost first. */
function inBodies(change: Change): () => Variation {
  return () => async (request, forward) => {
    const answer = await forward(request);
    return answer.body === undefined ? answer : { ...answer, body: eachObject(answer.body, change) };
  };
}

function eachObject(value: Json, change: Change): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => eachObject(one, change));
  if (!isJsonObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, eachObject(one, change)])));
}

/** Source: versioning ("ignore additional properties"), OData JSON format (annotations). */
export const undeclaredMembers = inBodies((object) => ({
  '@odata.context': 'https://example.test/$metadata',
  'state@example.label': 'annotated',
  vendorNumber: 7,
  ...object,
  vendor: { nested: [null] },
}));

export const reversedMembers = inBodies((object) => Object.fromEntries(Object.entries(object).toReversed()));

export const anotherLanguage = inBodies((object) =>
  'message' in object ? { ...object, message: 'So geht das nicht: 見つかりません' } : object,
);

const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z$/;

function fractions(write: (digits: string) => string): () => Variation {
  const rewritten = (value: Json): Json =>
    typeof value === 'string'
      ? value.replace(instant, (_, seconds: string, digits = '') => `${seconds}${write(digits)}Z`)
      : value;
  return inBodies((object) =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, rewritten(value)])),
  );
}

export const fewestDigits = fractions((digits) => (/[1-9]/.test(digits) ? `.${digits.replace(/0+$/, '')}` : ''));
export const sevenDigits = fractions((digits) => `.${digits.padEnd(7, '0')}`);

/** Whole seconds and, with `fewestDigits`, none of a fraction; a service need not measure finer. */
export const wholeSeconds = (): number => Math.floor(Date.now() / 1000) * 1000;

/** Turns every so many requests away; the same request is answered when it comes again. */
export function turnsAway(
  every: number,
  status: 429 | 503,
  headers: Readonly<Record<string, string>>,
): () => Variation {
  return () => {
    let seen = 0;
    return async (request, forward) => {
      seen += 1;
      return seen % every === 0 ? { status, headers, body: undefined } : forward(request);
    };
  };
}

export function slow(every: number, milliseconds: number): () => Variation {
  return () => {
    let seen = 0;
    return async (request, forward) => {
      const answer = await forward(request);
      seen += 1;
      if (seen % every !== 0) return answer;
      await sleep(milliseconds);
      return { ...answer };
    };
  };
}

/** No page says which status an impossible step has. */
export function impossibleStep(status: number, code: string): () => Variation {
  return () => async (request, forward) => {
    const answer = await forward(request);
    if (answer.status !== 409 || answer.body === undefined) return answer;
    const named: Change = (object) => ('code' in object ? { ...object, code } : object);
    return { ...answer, status, body: eachObject(answer.body, named) };
  };
}

const declared = new Set(
  (
    'id createdDateTime lastModifiedDateTime lastModifiedBy createdBy userId state confirmedBy notes clockInEvent ' +
    'clockOutEvent breaks breakId start end originalEntry dateTime isAtApprovedLocation contentType content ' +
    'onBehalfOfUserId application device user displayName'
  ).split(' '),
);

/** Whether a server ignores or refuses what nobody declared is open. The refusal is that of a body that cannot be read. */
export const refusesUndeclared = (): Variation => async (request, forward) =>
  hasUndeclared(request.text) ? { ...(await forward({ ...request, text: '{' })) } : forward(request);

function hasUndeclared(text: string): boolean {
  let found = false;
  try {
    eachObject(JSON.parse(text) as Json, (object) => {
      found ||= Object.keys(object).some((name) => !declared.has(name) && !name.includes('@'));
      return object;
    });
  } catch {
    // Not JSON: the reference server refuses it itself.
  }
  return found;
}

/** Ids are opaque: these have characters that must be escaped in a URL. */
export const otherIds = (): Variation => {
  const honest = new Map<string, string>();
  const shown = new Map<string, string>();
  const renamed = (id: string): string => {
    const name = shown.get(id) ?? `Karte ${shown.size + 1}+ä=`;
    shown.set(id, name);
    honest.set(name, id);
    return name;
  };
  return async (request, forward) => {
    const url = request.url.replace(/(?<=\/timecards\/)[^/?]+/i, (id) => honest.get(decodeURIComponent(id)) ?? id);
    const answer = await forward({ ...request, url });
    if (answer.body === undefined) return answer;
    const named: Change = (object) =>
      String(object['id']).startsWith('TCK_') ? { ...object, id: renamed(String(object['id'])) } : object;
    return { ...answer, body: eachObject(answer.body, named) };
  };
};

/** Every card that was clocked in belongs to one user whom nobody named: a mock without identities. */
export function withoutIdentities(token: string): Variation {
  const user = { id: '99999999-8888-4777-8666-555555555555', displayName: 'Mock user' };
  const clockedIn = new Set<string>();
  const owned: Change = (object) =>
    clockedIn.has(String(object['id']))
      ? { ...object, userId: user.id, createdBy: { user }, lastModifiedBy: { user } }
      : object;
  return async (request, forward) => {
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    const answer = await forward({ ...request, headers });
    if (!isJsonObject(answer.body)) return answer;
    if (/\/clockIn$/i.test(request.url) && answer.status === 201) clockedIn.add(String(answer.body['id']));
    return { ...answer, body: eachObject(answer.body, owned) };
  };
}

/** Not conforming, and that only in its DELETE. */
export const withoutDelete = (): Variation => async (request, forward) =>
  request.method === 'DELETE' ? { ...(await forward({ ...request, method: 'PATCH', text: '' })) } : forward(request);
