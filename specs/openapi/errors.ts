import type { OpenAPIV3_1 } from 'openapi-types';
import type { JsonObject } from '../../traffic/json.ts';
import { routes, type Operation } from '../../traffic/operation.ts';
import { errorExample } from './examples.ts';
import { ref } from './schema.ts';

interface Refusal {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/**
 * The refusals of errors.md that a time card call can meet. Codes are those that users reported from Shifts (BadRequest,
 * Forbidden, NotFound), else Graph's general ones; no page promises them.
 */
const refusals: Readonly<Record<number, Refusal>> = {
  400: { name: 'badRequest', code: 'BadRequest', message: 'The request is malformed.' },
  401: { name: 'unauthorized', code: 'InvalidAuthenticationToken', message: 'Access token is missing or invalid.' },
  403: { name: 'forbidden', code: 'Forbidden', message: 'The token does not grant this.' },
  404: { name: 'notFound', code: 'NotFound', message: 'The team or the time card was not found.' },
  405: { name: 'methodNotAllowed', code: 'MethodNotAllowed', message: 'The resource does not offer this method.' },
  409: { name: 'conflict', code: 'Conflict', message: 'The state of the time card or its owner does not allow this.' },
  415: { name: 'unsupportedMediaType', code: 'UnsupportedMediaType', message: 'The body is not application/json.' },
  429: { name: 'tooManyRequests', code: 'TooManyRequests', message: 'Too many requests.' },
};

/** `components.responses`: one for each refusal. */
export function errorResponses(): Record<string, OpenAPIV3_1.ResponseObject> {
  return Object.fromEntries(
    Object.entries(refusals).map(([status, { name, code, message }]) => [
      name,
      {
        description: message,
        headers: {
          'request-id': { $ref: '#/components/headers/request-id' },
          ...(status === '429' ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } : {}),
        },
        content: errorContent(errorExample(code, message)),
      },
    ]),
  );
}

/** The example stands twice, as for answers of success. */
function errorContent(example: JsonObject): Record<string, OpenAPIV3_1.MediaTypeObject> {
  return { 'application/json': { schema: { allOf: [ref('error')], example }, example } };
}

/** The refusals of one operation. Only a write can meet a state, and only a body can have the wrong media type. */
export function errorsOf(operation: Operation): Record<string, OpenAPIV3_1.ReferenceObject> {
  const { method, body } = routes[operation];
  return Object.fromEntries(
    Object.entries(refusals)
      .filter(([status]) => (body || status !== '415') && (method !== 'GET' || status !== '409'))
      .map(([status, { name }]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}
