import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js';
import { fileSchema } from '../../schemas/file-schema.ts';
import schema from './recording.schema.json' with { type: 'json' };
import { inertScope } from './format.ts';

let validators: Ajv2020 | undefined;

/** What keeps a value from being an entry of a recording, as a sentence fragment; undefined if nothing does. */
export function entryFault(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null) return 'is not a nock definition';
  const isInert = 'scope' in entry && entry.scope === inertScope;
  const recording = isInert && 'recording' in entry ? entry.recording : undefined;
  const kind = typeof recording === 'object' && recording !== null && 'kind' in recording ? recording.kind : undefined;
  // One by one and not by the whole schema, which would complain of everything that the entry is not.
  if (!isInert) return faultBy('definition', entry);
  return faultBy(kind === 'end' ? 'end' : 'header', recording) ?? faultBy('inert', entry);
}

/** Compiled on first use: most commands never read a recording. */
function faultBy(name: 'definition' | 'header' | 'end' | 'inert', value: unknown): string | undefined {
  validators ??= fileSchema(schema);
  const validate = validators.getSchema(`${schema.$id}#/$defs/${name}`);
  if (validate === undefined) throw new Error(`recording.schema.json does not describe ${name}.`);
  return validate(value) ? undefined : describe(validate.errors?.[0]);
}

function describe(error: ErrorObject | undefined): string {
  if (error === undefined) return 'does not match the schema';
  const extra = error.keyword === 'additionalProperties' ? ` (${JSON.stringify(error.params.additionalProperty)})` : '';
  return `has a fault at ${error.instancePath || '/'}: ${error.message ?? error.keyword}${extra}`;
}
