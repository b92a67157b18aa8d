import { Ajv2020, type Options } from 'ajv/dist/2020.js';

/**
 * What validates by the schema of a file format of ours. The meta-schema is left out: compiling it takes longer than all of
 * ours, and file-schema.test.ts compares each of them with it.
 */
export function fileSchema(schema: { readonly $id?: string }, options: Options = {}): Ajv2020 {
  return new Ajv2020({ meta: false, validateSchema: false, ...options }).addSchema(schema);
}
