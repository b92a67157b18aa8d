import type { OpenAPIV3_1 } from 'openapi-types';

/**
 * A schema of the documents, or a reference to one. Objects are left open (no `additionalProperties`): Graph counts new
 * properties and annotations as compatible changes (versioning-and-support).
 */
export type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject;

/** Named schemas: `components.schemas` of a document. */
export type Schemas = Record<string, OpenAPIV3_1.SchemaObject>;

/** A reference to a named schema of the same document. */
export function ref(name: string): OpenAPIV3_1.ReferenceObject {
  return { $ref: `#/components/schemas/${name}` };
}

/** What a CSDL property is that has no `Nullable="false"`: a value of that schema, or null. */
export function nullable(schema: Schema, description?: string): OpenAPIV3_1.SchemaObject {
  return { ...(description === undefined ? {} : { description }), anyOf: [schema, { type: 'null' }] };
}

/** `Edm.String`, nullable. */
export function nullableString(description: string): OpenAPIV3_1.SchemaObject {
  return { description, type: ['string', 'null'] };
}

/** `Edm.Boolean`, nullable. */
export function nullableBoolean(description: string): OpenAPIV3_1.SchemaObject {
  return { description, type: ['boolean', 'null'] };
}

/** `Edm.DateTimeOffset`, nullable. */
export function nullableDateTime(description: string): OpenAPIV3_1.SchemaObject {
  return { description, type: ['string', 'null'], format: 'date-time' };
}
