import type { Body, Exchange, Headers } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { Violated } from '../../judgements/judgement.ts';

/** What a finding may hold, in characters of JSON: as long as there is room for all findings of a run, and after that. */
const roomInAll = 3_000_000;
const roomOfOne = 200_000;
const scantRoom = 12_000;

/** The exchanges that are kept of a finding, and how many were left out. */
export interface Evidence {
  readonly exchanges: readonly Exchange[];
  readonly omitted: number;
}

/** Keeps what shows a violation within bounds, so that memory and reports do not grow with what a server sends. */
export class EvidenceRoom {
  #left = roomInAll;

  /** The exchanges with long bodies shortened; where that is still too much, those that are no evidence are left out, the oldest first. */
  keep(exchanges: readonly Exchange[], { evidence }: Violated): Evidence {
    const room = this.#left > 0 ? roomOfOne : scantRoom;
    const shortened = exchanges.map((exchange) => shorter(exchange, usualLimits));
    const whole = sizeOf(shortened);
    const kept = whole <= room ? shortened : newest(shortened, evidence, room);
    this.#left -= Math.min(whole, room);
    return { exchanges: kept, omitted: exchanges.length - kept.length };
  }
}

function newest(exchanges: readonly Exchange[], evidence: readonly number[], room: number): readonly Exchange[] {
  const isEvidence = ({ sequence }: Exchange): boolean => evidence.includes(sequence);
  let left = room - sizeOf(exchanges.filter(isEvidence));
  const kept = new Set(exchanges.filter(isEvidence));
  for (const exchange of exchanges.toReversed()) {
    if (kept.has(exchange)) continue;
    left -= sizeOf([exchange]);
    if (left < 0) break;
    kept.add(exchange);
  }
  const limits = left < 0 && sizeOf([...kept]) > room ? scantLimits : undefined;
  return exchanges.flatMap((exchange) =>
    kept.has(exchange) ? [limits === undefined ? exchange : shorter(exchange, limits)] : [],
  );
}

function sizeOf(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((sum, exchange) => sum + JSON.stringify(exchange).length, 0);
}

/** How much is kept of one exchange: a body as it is up to this length, and otherwise so much of its texts and lists. */
interface Limits {
  readonly body: number;
  readonly text: number;
  readonly items: number;
}

const usualLimits: Limits = { body: 20_000, text: 500, items: 10 };
const scantLimits: Limits = { body: 500, text: 100, items: 2 };
const longestHeader = 2000;
const longestUrl = 4000;

/** An exchange as it may stand in a report. */
export function shorterExchange(exchange: Exchange): Exchange {
  return shorter(exchange, usualLimits);
}

function shorter(exchange: Exchange, limits: Limits): Exchange {
  const { request, outcome } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      url: cutText(request.url, longestUrl),
      headers: shorterHeaders(request.headers),
      body: shorterBody(request.body, limits),
    },
    outcome:
      outcome.kind === 'transport'
        ? outcome
        : { ...outcome, headers: shorterHeaders(outcome.headers), body: shorterBody(outcome.body, limits) },
  };
}

function shorterHeaders(headers: Headers): Headers {
  return headers.map(([name, value]) => [name, cutText(value, longestHeader)] as const);
}

function shorterBody(body: Body, limits: Limits): Body {
  if (body.kind === 'empty') return body;
  if (body.kind !== 'json')
    return body.text.length <= limits.body ? body : { ...body, text: cutText(body.text, limits.body) };
  // What a capture takes apart only when it is asked must stand in a report.
  if (body.text.length <= limits.body) return { kind: 'json', value: body.value, text: body.text };
  const value = shorterJson(body.value, limits);
  const text = JSON.stringify(value);
  return text.length <= limits.body
    ? { kind: 'json', value, text }
    : { kind: 'other', text: cutText(body.text, limits.body) };
}

/** A value as it may stand in a report: long texts and lists shortened, each saying how long it was. */
export function shorterJson(value: Json, limits: Limits = usualLimits, depth = 0): Json {
  if (typeof value === 'string') return cutText(value, limits.text);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '…';
  const inner = (member: Json): Json => shorterJson(member, limits, depth + 1);
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const more = items.length - limits.items;
    return more <= 0 ? items.map(inner) : [...items.slice(0, limits.items).map(inner), `… and ${more} more`];
  }
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value);
  const more = members.length - limits.items * manyMembers;
  const kept = members
    .slice(0, limits.items * manyMembers)
    .map(([name, member]) => [cutText(name, limits.text), inner(member)]);
  return Object.fromEntries(more <= 0 ? kept : [...kept, ['…', `and ${more} more`]]) as Json;
}

const deepest = 50;
/** An object has more members than a list needs items to show what it is like. */
const manyMembers = 5;

function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const beginning = text.slice(0, longest);
  return `${/[\uD800-\uDBFF]$/.test(beginning) ? beginning.slice(0, -1) : beginning}… (${text.length} characters)`;
}

/** A violation with short values: a server may have sent anything. */
export function shorterViolation(violation: Violated): Violated {
  const { expected, actual } = violation;
  return { ...violation, expected: shorterValue(expected), actual: shorterValue(actual) };
}

const longestValue = 4000;

function shorterValue(value: Json): Json {
  return JSON.stringify(value).length <= longestValue ? value : shorterJson(value);
}
