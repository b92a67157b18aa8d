import type { OpenAPIV3_1 } from 'openapi-types';
import type { JsonObject } from '../../traffic/json.ts';
import { routes, type ApiVersion, type Operation } from '../../traffic/operation.ts';
import { errorsOf } from './errors.ts';
import { requestExamples, responseExamples } from './examples.ts';
import { ref } from './schema.ts';

/** One line for each page. */
const summaries: Readonly<Record<Operation, string>> = {
  list: 'List the time cards of a schedule',
  get: 'Get a time card',
  create: 'Create a time card',
  replace: 'Replace a time card',
  delete: 'Delete a time card',
  clockIn: 'Clock in: start a time card',
  clockOut: 'Clock out: end an open time card',
  startBreak: 'Start a break in a time card',
  endBreak: 'End the open break of a time card',
  confirm: 'Confirm a time card',
  confirmForUser: 'Confirm a time card on behalf of a user',
};

/** The query options that the list page documents; the others document none. */
const listOptions: readonly OpenAPIV3_1.ReferenceObject[] = ['filter', 'orderby', 'top', 'skipToken'].map((name) => ({
  $ref: `#/components/parameters/${name}`,
}));

/**
 * The path of an operation, spelled as its page's template. The version is part of it and not of the server's URL, as some
 * mock servers answer below the server's path and others at the root; this way all answer at the same place. Parameter
 * names are ours: the pages write teamId and teamsId, which no request shows.
 */
export function documentedPath(operation: Operation, version: ApiVersion): string {
  const { on, action } = routes[operation];
  const collection = `/${version}/teams/{teamId}/schedule/timeCards`;
  return [collection, on === 'card' ? '{timeCardId}' : undefined, action]
    .filter((part) => part !== undefined)
    .join('/');
}

/** An operation with its parameters, body and answers. */
export function operationObject(operation: Operation): OpenAPIV3_1.OperationObject {
  const { body } = routes[operation];
  return {
    operationId: operation,
    summary: summaries[operation],
    tags: ['timeCard'],
    ...(operation === 'list' ? { parameters: [...listOptions] } : {}),
    ...(body ? { requestBody: requestBody(operation) } : {}),
    responses: { [routes[operation].success]: success(operation), ...errorsOf(operation) },
  };
}

function requestBody(operation: Operation): OpenAPIV3_1.RequestBodyObject {
  return {
    // All parameters of the actions are optional, and no page says whether their body may be left out.
    required: operation === 'create' || operation === 'replace' || operation === 'confirmForUser',
    content: json(`${operation}Request`, requestExamples[operation]),
  };
}

function success(operation: Operation): OpenAPIV3_1.ResponseObject {
  const { success: status } = routes[operation];
  const headers = { 'request-id': { $ref: '#/components/headers/request-id' } };
  if (status === 204) return { description: 'Done. There is no body.', headers };
  const schema = operation === 'list' ? 'timeCardCollection' : 'timeCard';
  const description = operation === 'list' ? 'A page of time cards.' : 'The time card.';
  return { description, headers, content: json(schema, responseExamples[operation]) };
}

/**
 * A single example goes under `example`; several need names. The schema repeats the first: Prism answers with what the
 * media type shows, Mockoon looks at schemas only and would make up values.
 */
function json(
  schema: string,
  examples: Readonly<Record<string, JsonObject>> = {},
): Record<string, OpenAPIV3_1.MediaTypeObject> {
  const [first, ...others] = Object.values(examples);
  const named = Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]));
  const shown = others.length > 0 ? { examples: named } : { example: first };
  return { 'application/json': { schema: { allOf: [ref(schema)], example: first }, ...shown } };
}
