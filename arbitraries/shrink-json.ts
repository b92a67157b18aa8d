import { parseInstant } from '../schemas/date-time.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import { simpleInstant, jsonSize } from './measure.ts';
import { shorterTexts } from './shorter-text.ts';

/**
 * Smaller bodies to try in place of a failing one, most drastic first: nothing at all, only what cannot go, single members
 * and elements removed, instants simplified, null, true to false, html to text, texts cut. Knows no schema: `isValid` says
 * which candidates may be sent, and must hold fast what may not change, such as the id of the user. Every candidate is
 * smaller by `sizeOf`, so taking candidates over and over ends.
 */
export function* smallerBodies(body: Json, isValid: (candidate: Json) => boolean): Generator<Json> {
  const size = jsonSize(body);
  const seen = new Set<string>();
  for (const candidate of proposals(body, isValid)) {
    const text = JSON.stringify(candidate);
    if (seen.has(text) || jsonSize(candidate) >= size || !isValid(candidate)) continue;
    seen.add(text);
    yield candidate;
  }
}

function* proposals(body: Json, isValid: (candidate: Json) => boolean): Generator<Json> {
  if (isJsonObject(body)) yield {};
  yield bareBones(body, isValid);
  yield* removals(body);
  yield simplerInstants(body);
  for (const rewrite of [toNull, toSimplerValue, toShorterText, toFewerCharacters]) {
    yield* inner(body, (each) => rewritten(each, rewrite));
  }
}

/** All removed that can be, one after the other: what is required, without knowing what that is. */
function bareBones(body: Json, isValid: (candidate: Json) => boolean): Json {
  for (const candidate of removals(body)) if (isValid(candidate)) return bareBones(candidate, isValid);
  return body;
}

/** Each member or element removed, outer ones first. */
function* removals(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    const elements = value as readonly Json[];
    for (const index of elements.keys()) yield elements.toSpliced(index, 1);
  } else if (isJsonObject(value)) {
    for (const name of Object.keys(value)) {
      const { [name]: _gone, ...others } = value;
      yield others;
    }
  }
  yield* inner(value, removals);
}

/** All instants at once, in the order they were in, as many would be out of order if they changed one by one. */
function simplerInstants(body: Json): Json {
  const found = new Set<number>();
  collectInstants(body, found);
  const ranks = new Map([...found].toSorted((left, right) => left - right).map((instant, rank) => [instant, rank]));
  const simplify = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(simplify);
    if (isJsonObject(value))
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, simplify(each)]));
    const instant = typeof value === 'string' ? parseInstant(value) : undefined;
    return instant === undefined ? value : simpleInstant(ranks.get(instant) ?? 0);
  };
  return simplify(body);
}

function collectInstants(value: Json, found: Set<number>): void {
  if (typeof value === 'string') {
    const instant = parseInstant(value);
    if (instant !== undefined) found.add(instant);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collectInstants(each, found);
  }
}

type Rewrite = (value: Json) => Iterable<Json>;

function toNull(value: Json): Iterable<Json> {
  return value === null ? [] : [null];
}

function toSimplerValue(value: Json): Iterable<Json> {
  if (value === true) return [false];
  if (value === 'html') return ['text'];
  return typeof value === 'string' && parseInstant(value) !== undefined
    ? [simpleInstant(0), simpleInstant(1), simpleInstant(2)]
    : [];
}

function toShorterText(value: Json): Iterable<Json> {
  return typeof value === 'string' ? ['a', ...shorterTexts(value, 'halves')] : [];
}

function toFewerCharacters(value: Json): Iterable<Json> {
  return typeof value === 'string' ? shorterTexts(value, 'characters') : [];
}

/** The value rewritten in one place, itself or within it. */
function* rewritten(value: Json, rewrite: Rewrite): Generator<Json> {
  yield* rewrite(value);
  yield* inner(value, (each) => rewritten(each, rewrite));
}

/** The value with one member or element changed. */
function* inner(value: Json, change: (each: Json) => Iterable<Json>): Generator<Json> {
  if (Array.isArray(value)) {
    const elements = value as readonly Json[];
    for (const [index, each] of elements.entries()) for (const other of change(each)) yield elements.with(index, other);
  } else if (isJsonObject(value)) {
    for (const [name, each] of Object.entries(value))
      for (const other of change(each)) yield { ...value, [name]: other };
  }
}
