import type { OpenAPIV3 } from 'openapi-types';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { OpenApiDocument } from './document.ts';

/**
 * The same document in OpenAPI 3.0.3, for tools that refuse or misread 3.1: the same operations, and the same bodies are
 * valid. Throws where a schema says something for which 3.0 has no words.
 */
export function asOpenApi30(document: OpenApiDocument): OpenAPIV3.Document {
  const { license, ...info } = document.info;
  // 3.0 knows no identifier of a license.
  const about = { ...info, ...(license ? { license: { name: license.name } } : {}) };
  const rest = converted({ ...document } as unknown as JsonObject) as unknown as OpenAPIV3.Document;
  return { ...rest, openapi: '3.0.3', info: about };
}

/** Around schemas both are written the same way; examples are values, whatever they look like. */
function converted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(converted);
  return isJsonObject(value) ? mapped(value, convertedMember) : value;
}

function convertedMember(member: Json, name: string): Json {
  switch (name) {
    case 'schema':
      return schema(member);
    case 'schemas':
      return named(member);
    case 'example':
    case 'examples':
      return member;
    default:
      return converted(member);
  }
}

/** What may be null in 3.1 has the type null; in 3.0 null is no type, and `nullable` adds it to the one beside it. */
const onlyNull: JsonObject = { type: 'object', nullable: true, enum: [null] };

function schema(value: Json): Json {
  if (!isJsonObject(value)) return unknownTo30(value);
  if (Object.hasOwn(value, '$ref')) return Object.keys(value).length === 1 ? value : unknownTo30(value);
  const { type, ...others } = value;
  if (type === 'null') return { ...mapped(others, keyword), ...onlyNull };
  if (!Array.isArray(type)) return mapped(value, keyword);
  const [only, ...more] = (type as readonly Json[]).filter((one) => one !== 'null');
  if (only === undefined || more.length > 0 || !type.includes('null')) return unknownTo30(value);
  return { ...mapped(others, keyword), type: only, nullable: true };
}

function keyword(value: Json, name: string): Json {
  switch (name) {
    case 'items':
      return schema(value);
    case 'properties':
      return named(value);
    case 'allOf':
    case 'anyOf':
      return Array.isArray(value) ? (value as readonly Json[]).map(schema) : unknownTo30(value);
    case 'title':
    case 'description':
    case 'type':
    case 'format':
    case 'pattern':
    case 'enum':
    case 'minimum':
    case 'required':
    case 'deprecated':
    case 'readOnly':
    case 'example':
      return value;
    default:
      return unknownTo30({ [name]: value });
  }
}

function named(schemas: Json): Json {
  return isJsonObject(schemas) ? mapped(schemas, schema) : unknownTo30(schemas);
}

function mapped(object: JsonObject, convert: (member: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name, convert(member, name)]));
}

function unknownTo30(part: Json): never {
  throw new Error(`OpenAPI 3.0 has no words for ${JSON.stringify(part)}.`);
}
