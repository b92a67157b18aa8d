import type { OpenAPIV3_1 } from 'openapi-types';
import { operations, routes, type ApiVersion, type Operation } from '../../traffic/operation.ts';
import { errorResponses } from './errors.ts';
import { exampleIds } from './examples.ts';
import { operationObject, documentedPath } from './operations.ts';
import { requestSchemas } from './requests.ts';
import { resourceSchemas } from './resources.ts';
import { responseSchemas } from './responses.ts';

/** An OpenAPI 3.1 document with the paths and components that ours all have. */
export type OpenApiDocument = OpenAPIV3_1.Document & {
  readonly paths: OpenAPIV3_1.PathsObject;
  readonly components: OpenAPIV3_1.ComponentsObject & { readonly schemas: Record<string, OpenAPIV3_1.SchemaObject> };
};

/** The timeCard API of one version, as its pages and CSDL describe it. The versions share all but a few names. */
export function openApiDocument(version: ApiVersion): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: `Microsoft Graph timeCard API, ${version}`,
      version: '1.0.0',
      description: 'The time clock of Shifts, written from the public documents. Not published by Microsoft.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'https://graph.microsoft.com' }],
    security: [{ bearer: [] }],
    tags: [{ name: 'timeCard', description: 'Time cards of the schedule of a team.' }],
    paths: paths(version),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Schedule.Read.All to read, Schedule.ReadWrite.All to write.',
        },
      },
      parameters: parameters(),
      headers: headers(),
      responses: errorResponses(),
      schemas: { ...resourceSchemas(version), ...responseSchemas(), ...requestSchemas(version) },
    },
  };
}

function paths(version: ApiVersion): OpenAPIV3_1.PathsObject {
  const all: Record<string, OpenAPIV3_1.PathItemObject> = {};
  for (const operation of operations) {
    if (!routes[operation].versions.includes(version)) continue;
    const path = documentedPath(operation, version);
    const method = routes[operation].method.toLowerCase();
    all[path] = { parameters: pathParameters(operation), ...all[path], [method]: operationObject(operation) };
  }
  return all;
}

function pathParameters(operation: Operation): OpenAPIV3_1.ReferenceObject[] {
  const names = [
    'teamId',
    ...(routes[operation].on === 'card' ? ['timeCardId'] : []),
    'client-request-id',
    'MS-APP-ACTS-AS',
  ];
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

/** Ids are opaque (versioning-and-support), so no parameter asks for a form of them. */
function parameters(): Record<string, OpenAPIV3_1.ParameterObject> {
  const string = { type: 'string' as const };
  return {
    teamId: { name: 'teamId', in: 'path', required: true, schema: string, example: exampleIds.team },
    timeCardId: { name: 'timeCardId', in: 'path', required: true, schema: string, example: exampleIds.card },
    'client-request-id': {
      name: 'client-request-id',
      in: 'header',
      schema: string,
      description: 'A GUID of the client.',
    },
    'MS-APP-ACTS-AS': {
      name: 'MS-APP-ACTS-AS',
      in: 'header',
      schema: string,
      deprecated: true,
      description: 'The user on whose behalf an application acts. No longer required.',
    },
    filter: query('$filter', string, "An OData filter, such as state eq 'clockedOut'."),
    orderby: query('$orderby', string, 'The order of the cards.'),
    top: query('$top', { type: 'integer', minimum: 1 }, 'How many cards a page may hold at most.'),
    skipToken: query('$skipToken', string, 'Where a page starts; only ever part of a link to the next page.'),
  };
}

function query(name: string, schema: OpenAPIV3_1.SchemaObject, description: string): OpenAPIV3_1.ParameterObject {
  // openapi-types has no 3.1 parameter of its own; the 3.0 one knows no type arrays, and these schemas have none.
  return { name, in: 'query', schema, description } as OpenAPIV3_1.ParameterObject;
}

function headers(): Record<string, OpenAPIV3_1.HeaderObject> {
  return {
    'request-id': {
      description: 'The id of the request, as the service gave it.',
      schema: { type: 'string', format: 'uuid' },
      example: '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311',
    },
    'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' }, example: 10 },
  };
}
