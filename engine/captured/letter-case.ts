import { schemaFor } from '../../schemas/validators.ts';
import type { SchemaName } from '../../schemas/schema-name.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { ApiVersion } from '../../traffic/operation.ts';

/**
 * True for a body with a documented name in another case, such as `Notes`: whether that is the same name is only observed
 * (TC-GEN-024), so that nobody knows what was said.
 */
export function hasNamesInOtherCase(body: Json, version: ApiVersion, schema: SchemaName): boolean {
  const { documented, inLowerCase } = namesOf(version, schema);
  return hasName(body, (name) => !documented.has(name) && inLowerCase.has(name.toLowerCase()));
}

interface Names {
  readonly documented: ReadonlySet<string>;
  readonly inLowerCase: ReadonlySet<string>;
}

const known = new Map<string, Names>();

/** Read once from each schema: a file may hold thousands of requests. */
function namesOf(version: ApiVersion, schema: SchemaName): Names {
  const key = `${version} ${schema}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const documented = namesIn(schemaFor(version, schema));
  const names = { documented, inLowerCase: new Set([...documented].map((name) => name.toLowerCase())) };
  known.set(key, names);
  return names;
}

/** All property names of a schema and of what it refers to. */
function namesIn(schema: Json): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: Json): void => {
    if (Array.isArray(value)) (value as readonly Json[]).forEach(visit);
    if (!isJsonObject(value)) return;
    if (isJsonObject(value['properties'])) for (const name of Object.keys(value['properties'])) names.add(name);
    Object.values(value).forEach(visit);
  };
  visit(schema);
  return names;
}

function hasName(value: Json, isSought: (name: string) => boolean): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some((one) => hasName(one, isSought));
  return (
    isJsonObject(value) && Object.entries(value).some(([name, member]) => isSought(name) || hasName(member, isSought))
  );
}
