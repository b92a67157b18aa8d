import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { apiVersions, operations, routes } from '../../traffic/operation.ts';
import { openApiDocument } from './document.ts';
import { documentedPath } from './operations.ts';

describe.each(apiVersions)('the OpenAPI document of %s', (version) => {
  const document = openApiDocument(version);

  test('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone({ ...document }));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test('describes the documented operations of the version, with their status of success, and no other', () => {
    const expected = operations
      .filter((operation) => routes[operation].versions.includes(version))
      .map(
        (operation) =>
          `${routes[operation].method} ${documentedPath(operation, version)} ${operation} ${routes[operation].success}`,
      );
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'delete', 'patch'] as const).flatMap((method) => {
        const operation = item?.[method];
        if (operation === undefined) return [];
        const success = Object.keys(operation.responses ?? {}).filter((status) => status.startsWith('2'));
        return [`${method.toUpperCase()} ${path} ${operation.operationId} ${success.join()}`];
      }),
    );
    expect(described.toSorted()).toEqual(expected.toSorted());
  });

  test('refers only to components that it has, and has none that nothing refers to', () => {
    const referred = new Set(JSON.stringify(document).match(/#\/components\/[^"]+/g));
    const { securitySchemes, ...components } = document.components;
    const present = Object.entries(components).flatMap(([kind, named]) =>
      Object.keys(named ?? {}).map((name) => `#/components/${kind}/${name}`),
    );
    expect(Object.keys(securitySchemes ?? {})).toEqual(['bearer']);
    expect([...referred].toSorted()).toEqual(present.toSorted());
  });
});

test('beta differs by the former name of a boolean and by confirmForUser', () => {
  expect(Object.keys(openApiDocument('beta').paths)).toHaveLength(
    Object.keys(openApiDocument('v1.0').paths).length + 1,
  );
  expect(JSON.stringify(openApiDocument('v1.0'))).not.toContain('"atApprovedLocation"');
  expect(openApiDocument('beta').components.schemas['timeCardEvent']?.properties).toMatchObject({
    atApprovedLocation: { deprecated: true },
    isAtApprovedLocation: { type: ['boolean', 'null'] },
  });
});
