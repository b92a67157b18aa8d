import type { ApiVersion } from '../traffic/operation.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';

/** Named JSON Schemas that refer to each other as `#/$defs/name`. */
export type Definitions = Readonly<Record<string, JsonObject>>;

/** The identifier of a published schema. A URN, as the schemas have no home on the web. */
export function schemaId(version: ApiVersion, name: string): string {
  return `urn:graph-timecard-conformance:${version}:${name}`;
}

/** One definition as a schema document of its own (2020-12), with those definitions under `$defs` that it needs. */
export function selfContained(definitions: Definitions, version: ApiVersion, name: string): JsonObject {
  const definition = definitions[name];
  if (definition === undefined) throw new Error(`The schemas of ${version} have no ${name}.`);
  const needed = reachable(definitions, definition);
  const $defs = Object.fromEntries(Object.entries(definitions).filter(([other]) => needed.has(other)));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaId(version, name),
    ...definition,
    ...(needed.size === 0 ? {} : { $defs }),
  };
}

/** The names that a schema refers to, directly or through others. */
function reachable(definitions: Definitions, from: Json, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(from)) for (const element of from as readonly Json[]) reachable(definitions, element, found);
  if (!isJsonObject(from)) return found;
  const name = referredName(from);
  if (name !== undefined && !found.has(name)) {
    found.add(name);
    reachable(definitions, definitions[name] ?? {}, found);
  }
  for (const member of Object.values(from)) reachable(definitions, member, found);
  return found;
}

/** The definition that a schema refers to, if it is a reference. */
function referredName(schema: JsonObject): string | undefined {
  const reference = schema['$ref'];
  return typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : undefined;
}
