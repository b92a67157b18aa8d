import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { openApiDocument } from '../../specs/openapi/document.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import type { Definitions } from '../self-contained.ts';

/**
 * The schemas of an OpenAPI document as JSON Schema definitions. OpenAPI 3.1 schemas are JSON Schemas of 2020-12 already;
 * only their references have another address.
 */
export function definitionsOf(version: ApiVersion): Definitions {
  // Through text, so that what we hold is JSON and shares nothing with the document.
  const schemas = JSON.parse(JSON.stringify(openApiDocument(version).components.schemas)) as JsonObject;
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, rebase(schema) as JsonObject]));
}

function rebase(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(rebase);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string'
        ? member.replace('#/components/schemas/', '#/$defs/')
        : rebase(member),
    ]),
  );
}
