import { nullable, nullableString, ref, type Schemas } from './schema.ts';

/**
 * What the answers wrap around resources: a page of cards, and an error.
 * Source: list page; paging.md; errors.md and the error bodies that users reported (both spellings of the inner error).
 */
export function responseSchemas(): Schemas {
  return {
    timeCardCollection: {
      title: 'TimeCardCollection',
      description: 'One page of time cards. More remain where there is a link to the next page.',
      type: 'object',
      required: ['value'],
      properties: {
        value: { description: 'The cards of this page.', type: 'array', items: ref('timeCard') },
        '@odata.nextLink': { description: 'To be followed as it is.', type: 'string', format: 'uri-reference' },
      },
    },
    innerError: {
      title: 'InnerError',
      description: 'More about an error, possibly nested.',
      type: 'object',
      properties: {
        code: nullableString('A more specific code.'),
        date: nullableString('When the error happened.'),
        'request-id': nullableString('The id of the request, as the service gave it.'),
        'client-request-id': nullableString('The id of the request, as the client gave it.'),
      },
    },
    error: {
      // The name of the generated type: a plain `Error` would hide the one of the language.
      title: 'GraphError',
      description: 'What every refusal answers.',
      type: 'object',
      required: ['error'],
      properties: {
        error: {
          title: 'GraphErrorDetail',
          type: 'object',
          required: ['code', 'message'],
          properties: {
            code: { description: 'For programs to branch on.', type: 'string' },
            message: { description: 'For people to read; may change.', type: 'string' },
            innerError: nullable(ref('innerError')),
            innererror: nullable(ref('innerError')),
          },
        },
      },
    },
  };
}
