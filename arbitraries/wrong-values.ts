import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { referred } from './from-schema.ts';

/** A value that breaks one keyword of a schema and nothing else. */
export interface WrongValue {
  readonly keyword: string;
  readonly value: Json;
}

/** What a schema says once references and "or null" are out of the way. */
export interface Resolved {
  readonly schema: JsonObject;
  /** The types that are allowed, null among them where it is. */
  readonly types: readonly string[];
}

/** Follows references, and takes the alternative that is not null. */
export function resolved(schema: JsonObject, root: JsonObject): Resolved {
  if (typeof schema['$ref'] === 'string') return resolved(referred(schema['$ref'], root), root);
  const alternatives = schema['anyOf'] as readonly JsonObject[] | undefined;
  const other = alternatives?.find((each) => each['type'] !== 'null');
  if (other === undefined) return { schema, types: [schema['type'] as string | string[]].flat() };
  const { schema: found, types } = resolved(other, root);
  return { schema: found, types: [...types, 'null'] };
}

/** Of each type, what nobody could take for it: `yes` is no spelling of true, and no parser makes text of a list. */
const wrongTypes: Readonly<Record<string, readonly Json[]>> = {
  boolean: ['yes', 2],
  string: [5, ['a']],
  integer: ['five', 0.5],
  object: ['text', ['a']],
  array: ['text', { a: 1 }],
};

/** Texts that look like a date and time and are none by RFC 3339, or name no instant. */
const wrongDateTimes: readonly string[] = [
  '2024-01-01 08:00:00Z',
  '2024-01-01T08:00:00',
  '2024-02-30T08:00:00Z',
  '2024-01-01T24:00:00Z',
  '2024-01-01',
  '1704096000',
  'yesterday',
  '',
];

/** Every way to break one keyword of the schema of a single value. */
export function wrongValues({ schema, types }: Resolved): readonly WrongValue[] {
  const main = types.find((type) => type !== 'null') ?? 'null';
  const ofType = (wrongTypes[main] ?? []).map((value) => ({ keyword: 'type', value }));
  return [
    ...ofType,
    ...(types.includes('null') ? [] : [{ keyword: 'type', value: null }]),
    ...(schema['enum'] === undefined ? [] : [{ keyword: 'enum', value: 'noMember' }]),
    ...(schema['pattern'] === undefined ? [] : [{ keyword: 'pattern', value: '(no match)' }]),
    ...(schema['format'] === 'date-time' ? wrongDateTimes.map((value) => ({ keyword: 'format', value })) : []),
  ];
}

/** The schemas of the declared members that a client may set. */
export function writableMembers({ schema }: Resolved): readonly (readonly [name: string, schema: JsonObject])[] {
  const properties = schema['properties'];
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).filter((entry): entry is [string, JsonObject] => {
    const [, member] = entry;
    return isJsonObject(member) && member['readOnly'] !== true;
  });
}
