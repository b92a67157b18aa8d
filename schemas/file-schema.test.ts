import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { root } from '../test/source-tree.ts';
import { fileSchema } from './file-schema.ts';

const files = [
  'cli/configuration.schema.json',
  'clients/protocol/protocol.schema.json',
  'clients/transcripts/transcript.schema.json',
  'results/baseline.schema.json',
  'results/diff.schema.json',
  'results/lock.schema.json',
  'results/results.schema.json',
  'targets/recording/recording.schema.json',
];

test.each(files)('%s is a schema by the meta-schema, which nothing compares it with at run time', (file) => {
  const schema = JSON.parse(readFileSync(join(root, file), 'utf8')) as object;
  expect(new Ajv2020({ strict: false }).validateSchema(schema)).toBe(true);
});

test('validates by a schema, and by a part of it', () => {
  const text = { $id: 'https://example.com/text', type: 'object', $defs: { name: { type: 'string' } } };
  const validators = fileSchema(text);
  expect(validators.validate(text.$id, {})).toBe(true);
  expect(validators.validate(`${text.$id}#/$defs/name`, 1)).toBe(false);
});
