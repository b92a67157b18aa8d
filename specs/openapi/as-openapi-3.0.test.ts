import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { apiVersions, type ApiVersion } from '../../traffic/operation.ts';
import { asOpenApi30 } from './as-openapi-3.0.ts';
import { openApiDocument, type OpenApiDocument } from './document.ts';
import { errorExample, requestExamples, responseExamples } from './examples.ts';

const formats = { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)), 'uri-reference': true } as const;

/** Every documented body, under the name of its schema. */
function bodies(version: ApiVersion): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>([['error', errorExample('NotFound', 'Not there.')]]);
  for (const [operation, examples] of Object.entries(requestExamples))
    for (const one of Object.values(examples)) found.set(`${operation}Request`, one);
  for (const [operation, examples] of Object.entries(responseExamples))
    for (const one of Object.values(examples)) found.set(operation === 'list' ? 'timeCardCollection' : 'timeCard', one);
  const known = Object.keys(openApiDocument(version).components.schemas);
  return new Map([...found].filter(([name]) => known.includes(name)));
}

const others: readonly Json[] = [null, true, 7, 'text', 'none', '2025-01-07T21:00:00Z', [], [null], {}];

/** A body, and the body with one thing in it that is left out or is something else, for each thing in it. */
function variations(value: Json): readonly Json[] {
  const inside = isJsonObject(value)
    ? Object.keys(value).flatMap((name) => {
        const { [name]: member = null, ...rest } = value;
        return [rest, ...variations(member).map((other) => ({ ...value, [name]: other }))];
      })
    : [];
  const elements = Array.isArray(value)
    ? (value as readonly Json[]).flatMap((element, index) =>
        variations(element).map((other) => value.with(index, other)),
      )
    : [];
  return [value, ...others, ...inside, ...elements];
}

describe.each(apiVersions)('the OpenAPI 3.0.3 document of %s', (version) => {
  const document = openApiDocument(version);
  const document30 = asOpenApi30(document);

  test('is valid OpenAPI 3.0', async () => {
    const validator = new Validator();
    const result = await validator.validate(structuredClone({ ...document30 }));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.0');
  });

  test('is the one that is published', () => {
    const published = readFileSync(`specs/openapi/timecard-${version}-openapi-3.0.3.json`, 'utf8');
    expect(JSON.parse(published)).toEqual(document30);
  });

  test('has the same operations with the same parameters, bodies and answers', () => {
    const withoutSchemas = (text: string): Json =>
      JSON.parse(text, (name: string, member: Json) =>
        name === 'schema' || name === 'schemas' ? null : member,
      ) as Json;
    expect(withoutSchemas(JSON.stringify(document30.paths))).toEqual(withoutSchemas(JSON.stringify(document.paths)));
    const { parameters, headers, responses, securitySchemes } = document.components;
    expect(withoutSchemas(JSON.stringify({ ...document30.components, schemas: {} }))).toEqual(
      withoutSchemas(JSON.stringify({ securitySchemes, parameters, headers, responses, schemas: {} })),
    );
    expect(Object.keys(document30.components?.schemas ?? {})).toEqual(Object.keys(document.components.schemas));
  });

  const ajv31 = new Ajv2020({ strict: true, formats });
  const ajv30 = new Ajv({ strict: true, formats });
  for (const ajv of [ajv31, ajv30]) ajv.addKeyword('components');
  ajv31.addSchema({ $id: 'urn:of:document', components: { schemas: document.components.schemas } });
  ajv30.addSchema({ $id: 'urn:of:document', components: { schemas: document30.components?.schemas } });
  const compiled = (ajv: Ajv | Ajv2020, name: string): ValidateFunction => {
    const validate = ajv.getSchema(`urn:of:document#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`There is no ${name}.`);
    return validate as ValidateFunction;
  };

  test.each([...bodies(version)])('finds the same bodies of %s right and wrong', (name, body) => {
    const [validate31, validate30] = [compiled(ajv31, name), compiled(ajv30, name)];
    const verdicts = { valid: 0, wrong: 0 };
    const otherwise = variations(body).filter((variation) => {
      const isValid = validate31(variation);
      verdicts[isValid ? 'valid' : 'wrong'] += 1;
      return validate30(variation) !== isValid;
    });
    expect(otherwise).toEqual([]);
    expect(Math.min(verdicts.valid, verdicts.wrong)).toBeGreaterThan(3);
  });
});

describe('what 3.0 has no words for', () => {
  const documentWith = (schema: JsonObject) =>
    ({ ...openApiDocument('v1.0'), components: { schemas: { odd: schema } } }) as unknown as OpenApiDocument;

  test.each<JsonObject>([
    { const: 'clockedIn' },
    { type: ['string', 'boolean', 'null'] },
    { $ref: '#/components/schemas/other', description: 'beside a reference' },
    { properties: { deep: { items: { prefixItems: [] } } } },
  ])('%j is refused', (schema) => {
    expect(() => asOpenApi30(documentWith(schema))).toThrow('OpenAPI 3.0 has no words for');
  });

  test('names of properties are no keywords', () => {
    const properties = { const: { type: 'string' }, example: { type: ['string', 'null'] } };
    expect(asOpenApi30(documentWith({ properties })).components?.schemas?.['odd']).toEqual({
      properties: { const: { type: 'string' }, example: { type: 'string', nullable: true } },
    });
  });
});
