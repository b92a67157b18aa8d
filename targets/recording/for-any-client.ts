import { isJsonObject, type Json } from '../../traffic/json.ts';

/** A definition as `nock.loadDefs` gives it. */
export interface NockDefinition {
  readonly path: string | RegExp;
  readonly body?: unknown;
  readonly [name: string]: unknown;
}

/**
 * The same definitions for whichever library calls: names of resources and actions match in any case and with their namespace,
 * ids as they stand; bodies match as JSON whose times are compared as instants and whose annotations do not count. Plain
 * definitions match one spelling only, and that of the documents is no library's.
 *
 * @example nock.define(forAnyClient(nock.loadDefs('recordings/documents-v1.0.json')))
 */
export function forAnyClient<T extends object>(definitions: readonly T[]): T[] {
  return definitions.map((definition) => {
    const { path, body } = definition as unknown as NockDefinition;
    if (typeof path !== 'string' || !/\/timecards/i.test(path)) return definition;
    const matches = (sent: unknown): boolean => isSameBody(body, sent);
    return { ...definition, path: patternOf(path), ...(body === undefined || body === null ? {} : { body: matches }) };
  });
}

/** Names in any case, ids in theirs. Source: concepts/traverse-the-graph.md, Note; OData 4.01, 11.5.5 (namespace of actions). */
function patternOf(path: string): RegExp {
  const [whole = '', query] = path.split('?');
  const segments = whole.split('/').map((segment) => {
    if (/^(teams|schedule|timecards)$/i.test(segment)) return inAnyCase(segment);
    if (actions.has(segment.toLowerCase())) return `(?:${inAnyCase('microsoft.graph.')})?${inAnyCase(segment)}`;
    return literal(segment);
  });
  return new RegExp(`^${segments.join('/')}${query === undefined ? '' : literal(`?${query}`)}$`);
}

const actions: ReadonlySet<string> = new Set([
  'clockin',
  'clockout',
  'startbreak',
  'endbreak',
  'confirm',
  'confirmforuser',
]);

function inAnyCase(text: string): string {
  return [...text]
    .map((letter) => (/[a-z]/i.test(letter) ? `[${letter.toLowerCase()}${letter.toUpperCase()}]` : literal(letter)))
    .join('');
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function isSameBody(wanted: unknown, sent: unknown): boolean {
  if (wanted === '') return sent === '' || sent === null || sent === undefined;
  return isAlike(wanted as Json, parsed(sent));
}

/** nock parses a body only where its type says JSON. */
function parsed(sent: unknown): Json {
  if (typeof sent !== 'string') return sent as Json;
  try {
    return JSON.parse(sent) as Json;
  } catch {
    return sent;
  }
}

function isAlike(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (typeof left === 'string' && typeof right === 'string')
    return isTime(left) && isTime(right) && Date.parse(left) === Date.parse(right);
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item: Json, index) => isAlike(item, right[index] as Json));
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)].filter((name) => !name.includes('@')));
  return [...names].every((name) => isAlike(left[name], right[name]));
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text);
}
