import * as fc from 'fast-check';
import { codePoint } from './code-point.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { instant } from './instants.ts';

/**
 * What a caller wants for a property by its name instead of what the schema allows: an arbitrary, or nothing at all.
 * Undefined leaves it to the schema.
 */
export type Special = (name: string, schema: JsonObject) => fc.Arbitrary<Json> | 'absent' | undefined;

/** Keywords that say something about a value and are obeyed here. */
const obeyed = new Set(
  (
    '$ref $defs enum const type anyOf oneOf format pattern minLength maxLength minimum maximum ' +
    'properties required items minItems maxItems'
  ).split(' '),
);

/** Keywords that a generated value need not care about. Objects are open, yet nothing undeclared is generated. */
const annotations = new Set(
  '$schema $id title description deprecated readOnly examples default additionalProperties'.split(' '),
);

/**
 * Every value that a JSON Schema (2020-12) allows, of declared members only; references are looked up in `root`.
 * Optional members are absent, null where that is allowed, or present. Shrinks to absent, null, the first of an
 * enumeration, the smallest text. Throws on a keyword it does not know, rather than generate what the schema forbids.
 */
export function arbitraryFor(
  schema: JsonObject,
  root: JsonObject,
  special: Special = () => undefined,
): fc.Arbitrary<Json> {
  const unknown = Object.keys(schema).find((keyword) => !obeyed.has(keyword) && !annotations.has(keyword));
  if (unknown !== undefined) throw new Error(`No arbitrary for the keyword ${unknown}.`);

  if (typeof schema['$ref'] === 'string') return arbitraryFor(referred(schema['$ref'], root), root, special);
  if (schema['const'] !== undefined) return fc.constant(schema['const']);
  if (schema['enum'] !== undefined) return fc.constantFrom(...(schema['enum'] as Json[]));
  const alternatives = (schema['anyOf'] ?? schema['oneOf']) as JsonObject[] | undefined;
  if (alternatives !== undefined) return firstIsSmallest(alternatives.map((each) => arbitraryFor(each, root, special)));
  const types = [schema['type'] as string | string[]].flat();
  return firstIsSmallest(types.map((type) => ofType(type, schema, root, special)));
}

/** The schema that a local reference points at. */
export function referred(reference: string, root: JsonObject): JsonObject {
  let found: Json | undefined = root;
  for (const name of reference.replace(/^#\/?/, '').split('/')) found = isJsonObject(found) ? found[name] : undefined;
  if (!isJsonObject(found)) throw new Error(`Nothing is at ${reference}.`);
  return found;
}

function ofType(type: string, schema: JsonObject, root: JsonObject, special: Special): fc.Arbitrary<Json> {
  switch (type) {
    case 'null':
      return nothing;
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer(limits(schema, 'minimum', 'min', 'maximum', 'max'));
    case 'string':
      return text(schema);
    case 'array': {
      const lengths = limits(schema, 'minItems', 'minLength', 'maxItems', 'maxLength');
      return fc.array(arbitraryFor((schema['items'] ?? {}) as JsonObject, root, special), { maxLength: 3, ...lengths });
    }
    case 'object':
      return object(schema, root, special);
    default:
      throw new Error(`No arbitrary for the type ${type}.`);
  }
}

/** One and the same arbitrary for all nulls, so that it can be told from others. */
const nothing: fc.Arbitrary<Json> = fc.constant(null);

/** One of several, where null, or else the first, is what all shrink to. */
function firstIsSmallest(arbitraries: fc.Arbitrary<Json>[]): fc.Arbitrary<Json> {
  const [first, ...others] = arbitraries.toSorted(
    (left, right) => Number(right === nothing) - Number(left === nothing),
  );
  if (first === undefined) throw new Error('No arbitrary for a schema without type.');
  return others.length === 0 ? first : fc.oneof({ withCrossShrink: true }, first, ...others);
}

function text(schema: JsonObject): fc.Arbitrary<string> {
  if (typeof schema['pattern'] === 'string') return fc.stringMatching(new RegExp(schema['pattern'], 'u'));
  switch (schema['format']) {
    case undefined:
      break;
    case 'date-time':
      return instant();
    case 'uuid':
      return fc.uuid();
    case 'uri-reference':
      return fc.webUrl({ withQueryParameters: true });
    default:
      throw new Error('No arbitrary for such a format.');
  }
  const lengths = limits(schema, 'minLength', 'minLength', 'maxLength', 'maxLength');
  // JSON Schema counts code points. Both units are one code point each; graphemes may be several.
  return fc.oneof(fc.string(lengths), fc.string({ unit: codePoint, ...lengths }));
}

function object(schema: JsonObject, root: JsonObject, special: Special): fc.Arbitrary<Json> {
  const model: Record<string, fc.Arbitrary<Json>> = {};
  for (const [name, member] of Object.entries((schema['properties'] ?? {}) as Record<string, JsonObject>)) {
    const wanted = special(name, member) ?? arbitraryFor(member, root, special);
    if (wanted !== 'absent') model[name] = wanted;
  }
  const requiredKeys = ((schema['required'] ?? []) as string[]).filter((name) => name in model);
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

/** The limits of a schema under the names that fast-check has for them. */
function limits<Low extends string, High extends string>(
  schema: JsonObject,
  lowKeyword: string,
  low: Low,
  highKeyword: string,
  high: High,
): { [name in Low | High]?: number } {
  const [least, most] = [schema[lowKeyword], schema[highKeyword]];
  return {
    ...(typeof least === 'number' ? { [low]: least } : {}),
    ...(typeof most === 'number' ? { [high]: most } : {}),
  } as { [name in Low | High]?: number };
}
