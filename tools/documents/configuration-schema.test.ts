import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { gather } from '../../cli/gather-settings.ts';
import { namesInFiles } from '../../cli/settings.ts';
import { root } from '../../test/source-tree.ts';
import { configurationSchema, configurationSchemaPath } from './configuration-schema.ts';

const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(configurationSchema()) as object);

test('the committed schema is the one that follows from the table of settings', () => {
  expect(readFileSync(join(root, configurationSchemaPath), 'utf8')).toBe(configurationSchema());
});

function isRead(values: Readonly<Record<string, unknown>>): boolean {
  try {
    gather({}, {}, { path: 'x.json', values });
    return true;
  } catch {
    return false;
  }
}

/** The schema and the reader of the file agree on each of them. */
test.each<[isRight: boolean, values: Readonly<Record<string, unknown>>]>([
  [true, { baseUrl: 'http://127.0.0.1:4010', requestTimeout: '5s', strict: true }],
  [true, { seed: 7, numRuns: '20', maxRequests: 600, rate: 0.5, maxResponseSize: '5mb', path: '3:0:1' }],
  [true, { suite: 'create, clockIn', report: ['terminal', 'html,junit'], requirement: ['TC-GEN-*'] }],
  [true, { exclude: { 'TC-DELETE-*': 'our mock has no deletes' }, noColor: 'yes' }],
  [true, { apiVersion: 'beta', start: 'npm run mock', wait: '30s', rate: '4/s', maxResponseSize: 500 }],
  [false, { baseUrl: '127.0.0.1' }],
  [false, { requestTimeout: 5 }],
  [false, { requestTimeout: '5' }],
  [false, { strict: 'maybe' }],
  [false, { seed: -1 }],
  [false, { seed: 1.5 }],
  [false, { suite: ['clock'] }],
  [false, { apiVersion: '1.0' }],
  [false, { exclude: ['TC-DELETE-001'] }],
  [false, { exclude: { 'TC-DELETE-001': '' } }],
  [false, { teamId: ' ' }],
  [false, { rate: 0 }],
  [false, { maxResponseSize: 'large' }],
  [false, { auth: 'password' }],
  [false, { live: true }],
])('%s for %j', (isRight, values) => {
  expect([validate(values), isRead(values)]).toEqual([isRight, isRight]);
});

test('a key that is no setting is refused, and $schema is none', () => {
  expect(validate({ baseurl: 'http://x' })).toBe(false);
  expect(validate({ $schema: './configuration.schema.json' })).toBe(true);
});

test('every setting is described', () => {
  const { properties } = JSON.parse(configurationSchema()) as { properties: Record<string, { description?: string }> };
  for (const name of namesInFiles) expect(properties[name]?.description).toMatch(/\w/);
});
