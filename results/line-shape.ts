import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { fileSchema } from '../schemas/file-schema.ts';
import type { ResultLine } from './line.ts';
import schema from './results.schema.json' with { type: 'json' };

let validators: Ajv2020 | undefined;

/** Compiled on first use: most commands never read a stream. */
function validatorOf(kind: string): ValidateFunction | undefined {
  validators ??= fileSchema(schema);
  const name = kind === 'phase' || kind === 'violation' ? `${kind}Line` : kind;
  return validators.getSchema(`${schema.$id}#/$defs/${name}`);
}

const kinds: readonly ResultLine['kind'][] = [
  'header',
  'phase',
  'violation',
  'verdict',
  'finding',
  'observation',
  'unseen',
  'answers',
  'footer',
];

/** What keeps a JSON value from being a line of a result stream, as a sentence fragment; undefined if nothing does. */
export function shapeFault(value: unknown): string | undefined {
  const said = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const kind = kinds.find((known) => known === said);
  if (kind === undefined) return 'has no kind that this suite knows';
  // By kind and not by the whole schema, which would complain once for every kind that the line is not.
  const validate = validatorOf(kind);
  if (validate === undefined) throw new Error(`results.schema.json does not describe ${kind}.`);
  return validate(value) ? undefined : describe(validate.errors?.[0]);
}

function describe(error: ErrorObject | undefined): string {
  if (error === undefined) return 'does not match the schema';
  const extra = error.keyword === 'additionalProperties' ? ` (${JSON.stringify(error.params.additionalProperty)})` : '';
  return `has a fault at ${error.instancePath || '/'}: ${error.message ?? error.keyword}${extra}`;
}
