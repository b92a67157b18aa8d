import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import type { SchemaName } from '../schemas/schema-name.ts';
import { schemaFor } from '../schemas/validators.ts';
import { resolved, wrongValues, writableMembers } from './wrong-values.ts';

/** A body with exactly one thing wrong. */
export interface InvalidBody {
  /** JSON pointer to what is wrong; for a member that was removed, to where it was. */
  readonly pointer: string;
  /** The keyword of JSON Schema that is broken there. */
  readonly keyword: string;
  readonly body: Json;
}

/**
 * Every way to break exactly one thing that the schema says, in a body that is valid: types, null, enumerations, formats,
 * patterns, required members; in the order of the schema. What the service sets itself (`readOnly`) is left alone, as a
 * server may ignore it, and so is an object that is not there.
 */
export function invalidBodies(version: ApiVersion, name: SchemaName, valid: JsonObject): readonly InvalidBody[] {
  const root = schemaFor(version, name);
  // Null as a whole body may be taken for none, and no page says that an action must have one.
  return broken(root, root, valid, '').filter(({ body }) => body !== null);
}

function broken(schema: JsonObject, root: JsonObject, valid: Json | undefined, pointer: string): InvalidBody[] {
  const here = resolved(schema, root);
  const found: InvalidBody[] = wrongValues(here).map(({ keyword, value }) => ({ pointer, keyword, body: value }));
  if (isJsonObject(valid)) found.push(...brokenMembers(here, root, valid, pointer));
  if (Array.isArray(valid) && isJsonObject(here.schema['items'])) {
    const { items } = here.schema as { items: JsonObject };
    const elements = valid as readonly Json[];
    elements.forEach((element, index) => {
      for (const inner of broken(items, root, element, `${pointer}/${index}`)) {
        found.push({ ...inner, body: elements.with(index, inner.body) });
      }
    });
  }
  return found;
}

function brokenMembers(
  here: ReturnType<typeof resolved>,
  root: JsonObject,
  valid: JsonObject,
  pointer: string,
): InvalidBody[] {
  const required = (here.schema['required'] ?? []) as readonly string[];
  return writableMembers(here).flatMap(([name, schema]) => {
    const at = `${pointer}/${name}`;
    const { [name]: present, ...others } = valid;
    const inner = broken(schema, root, present, at).map((each) => ({ ...each, body: { ...valid, [name]: each.body } }));
    const canRemove = required.includes(name) && present !== undefined;
    return canRemove ? [...inner, { pointer: at, keyword: 'required', body: others }] : inner;
  });
}

/** The text of a body that is not JSON. */
export interface InvalidText {
  readonly pointer: '';
  readonly keyword: 'malformed';
  readonly text: string;
}

/** Ways to spoil the text of a valid body so that it is no JSON at all. None of them is empty. */
export function invalidText(valid: JsonObject): readonly InvalidText[] {
  const text = JSON.stringify(valid);
  const texts = [
    '{',
    text.slice(0, -1),
    `${text.slice(0, -1)}${text === '{}' ? '' : ','}}`,
    text === '{}' ? '{,}' : text.replaceAll('"', "'"),
    `${text}}`,
    '{"notes":undefined}',
    'not JSON',
  ];
  return [...new Set(texts)].filter(isMalformed).map((each) => ({ pointer: '', keyword: 'malformed', text: each }));
}

function isMalformed(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
