import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Json, JsonObject } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { isGraphDateTime } from './date-time.ts';
import { definitions } from './generated/schemas.ts';
import { usefulErrors, type SchemaError } from './schema-error.ts';
import type { SchemaName } from './schema-name.ts';
import { schemaId, selfContained } from './self-contained.ts';

/** Everything that is wrong with a value by a schema; empty if nothing is. Throws where the version has no such schema. */
export function schemaErrors(version: ApiVersion, name: SchemaName, value: Json): readonly SchemaError[] {
  const validate = validatorOf(version, name);
  return validate(value) ? [] : usefulErrors(validate.errors ?? []);
}

/** True for a value that a schema accepts. */
export function isValid(version: ApiVersion, name: SchemaName, value: Json): boolean {
  return validatorOf(version, name)(value);
}

/** A schema with all that it refers to, as it is published. */
export function schemaFor(version: ApiVersion, name: SchemaName): JsonObject {
  return selfContained(definitions[version], version, name);
}

const instances = new Map<ApiVersion, Ajv2020>();
const validators = new Map<string, ValidateFunction>();

/** Compiled on first use. The definitions of a version are compiled once and shared by its schemas. */
function validatorOf(version: ApiVersion, name: SchemaName): ValidateFunction {
  const key = `${schemaId(version, 'all')}#/$defs/${name}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const compiled = instanceOf(version).getSchema(key);
  if (compiled === undefined) throw new Error(`The schemas of ${version} have no ${name}.`);
  // No schema of ours is asynchronous, so the answer is never a promise.
  validators.set(key, compiled as ValidateFunction);
  return compiled as ValidateFunction;
}

function instanceOf(version: ApiVersion): Ajv2020 {
  const known = instances.get(version);
  if (known !== undefined) return known;
  // A test compares our schemas with the meta-schema; compiling that one here would take longer than all of ours.
  const ajv = new Ajv2020({ strict: true, allErrors: true, meta: false, validateSchema: false });
  ajv.addFormat('date-time', isGraphDateTime);
  ajv.addFormat('uri-reference', fullFormats['uri-reference']);
  ajv.addSchema({ $id: schemaId(version, 'all'), $defs: definitions[version] });
  instances.set(version, ajv);
  return ajv;
}
