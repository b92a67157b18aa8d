import type { Reply } from '../../reference/reply.ts';
import type { JsonObject } from '../../traffic/json.ts';
import { defects, type Defect } from '../defect.ts';
import { refusing, withJson, withoutBody } from '../seams.ts';
import { errorOf } from './error-bodies.ts';
import { option } from './page-seams.ts';

/** Refusals that are not told as errors.md says, and requests that should have been refused. */
export const errorAnswerDefects: readonly Defect[] = [
  ...defects('errors', [
    {
      id: 'bad-request-message-is-object',
      title: 'the message of a 400 is an object of language and text',
      imitates: 'libraries for OData 2 and 3',
      breaches: 'concepts/errors.md, Error resource type: message, string',
      caughtBy: ['TC-GEN-003'],
      alike: 'has the error object and its code; only the message is not text',
      hooks: refusing([400], (reply) =>
        withError(reply, (error) => ({ ...error, message: { lang: 'en-US', value: error['message'] ?? '' } })),
      ),
    },
    {
      id: 'invalid-body-problem-details',
      title: 'a body that does not fit is refused with problem details, without an error object',
      imitates: 'what ASP.NET Core answers to a model that does not bind',
      breaches: 'concepts/errors.md: one JSON object with `error`',
      caughtBy: ['TC-GEN-003'],
      alike: 'shows where a body is refused, and nowhere else; the answer is well-made JSON of another standard',
      hooks: refusing([400], (reply, { operation }) => {
        if (operation === undefined || operation === 'list') return reply;
        const problem = { type: 'about:blank', title: 'One or more validation errors occurred.', status: 400 };
        return asText(reply, 'application/problem+json', JSON.stringify(problem));
      }),
    },
    {
      id: 'invalid-filter-odata-error',
      title: 'a $filter that cannot be understood is refused with the object odata.error',
      imitates: 'libraries for OData 3',
      breaches: 'concepts/errors.md: one JSON object with `error`; reported body of "Invalid filter clause"',
      caughtBy: ['TC-GEN-003'],
      alike: 'shows where a filter is refused, and nowhere else; only the name of the object is another',
      hooks: refusing([400], (reply, { received }) =>
        option(received, '$filter') === undefined ? reply : withJson(reply, { 'odata.error': errorOf(reply) ?? {} }),
      ),
    },
    {
      id: 'method-error-html',
      title: 'a method that is not offered is refused with a page of HTML',
      imitates: 'a proxy that knows the methods and answers for the service',
      breaches: 'concepts/errors.md: one JSON object with `error`; table: 405',
      caughtBy: ['TC-GEN-003', 'TC-GEN-018'],
      alike: 'shows where the method is wrong: somebody before the service answers',
      hooks: refusing([405], (reply) => asText(reply, 'text/html', '<h1>405 Not Allowed</h1>')),
    },
    {
      id: 'forbidden-empty',
      title: '403 comes without a body',
      imitates: 'Forbid() of ASP.NET Core',
      breaches: 'concepts/errors.md: one JSON object with `error`; table: 403',
      caughtBy: ['TC-GEN-003'],
      alike: 'has no body at all, and needs a token with too few rights',
      hooks: refusing([403], withoutBody),
    },
    {
      id: 'not-found-in-array',
      title: 'an unknown card is refused with an array that holds the error',
      imitates: 'a list of all errors, also where there is one',
      breaches: 'concepts/errors.md: one JSON object with `error`',
      caughtBy: ['TC-GEN-003'],
      alike: 'has the right object one level too deep, and needs a card that is not there',
      hooks: refusing([404], (reply, { cardId = '' }) =>
        cardId !== '' && reply.content.kind === 'json' ? withJson(reply, [reply.content.value]) : reply,
      ),
    },
    {
      id: 'trailing-comma-accepted',
      title: 'a comma behind the last member of a body is let pass',
      imitates: 'lenient readers of JSON',
      breaches: 'concepts/errors.md, 400: malformed requests',
      caughtBy: ['TC-GEN-015'],
      alike: 'refuses all that is broken but one comma too many',
      hooks: {
        receive: (received) => {
          const text = received.body.toString('utf8');
          if (isJson(text)) return received;
          return { ...received, body: Buffer.from(text.replaceAll(/,(?=\s*[}\]])/g, ''), 'utf8') };
        },
      },
    },
    {
      id: 'get-performs-actions',
      title: 'GET of the address of an action carries it out',
      imitates: 'routes for all methods',
      breaches: 'timecard-clockout.md, HTTP request: "POST"; concepts/errors.md, 405',
      caughtBy: ['TC-GEN-018'],
      alike: 'changes cards by a method that is meant to be safe',
      hooks: {
        receive: (received) =>
          received.method === 'GET' && /\/(clockOut|startBreak|endBreak|confirm)$/i.test(received.path)
            ? { ...received, method: 'POST' }
            : received,
      },
    },
  ]),
  ...defects('status', [
    {
      id: 'lower-case-list-unknown',
      title: 'list at /schedule/timecards, as the page of beta writes it, is not found; all other operations are',
      imitates: 'a router that heeds case in one of its routes',
      breaches:
        'beta timecard-list.md, HTTP request: "GET /teams/{teamId}/schedule/timecards"; concepts/traverse-the-graph.md, note',
      caughtBy: ['TC-GEN-008'],
      alike: 'needs the path of the list; clockin and the single card are found',
      hooks: {
        receive: (received) =>
          /\/timecards\/?$/.test(received.path) && received.method === 'GET'
            ? { ...received, path: '/v1.0/not-found' }
            : received,
      },
    },
    {
      id: 'refusal-sticks',
      title: 'the request after one that was refused with 401 is refused as well',
      imitates: 'a state of the connection that is cleared one answer too late',
      breaches: 'timecard-get.md and all others, Request headers: "Bearer {token}. Required.", Response: success',
      caughtBy: ['TC-AUTH-003'],
      hooks: () => {
        let refused = false;
        return {
          identify: (principal) => {
            const answer = refused ? undefined : principal;
            refused = principal === undefined;
            return answer;
          },
        };
      },
    },
  ]),
  ...defects('headers', [
    {
      id: 'no-client-request-id-on-204',
      title: 'answers without a body do not bring the client-request-id back',
      imitates: 'headers that are added where JSON is written',
      breaches: 'concepts/best-practices-concept.md, Reliability and support: client-request-id, to find a request by',
      caughtBy: ['TC-GEN-019'],
      alike: 'is missing instead of wrong, and only from answers without a body',
      hooks: {
        reply: (reply) => {
          const { 'client-request-id': _id, ...headers } = reply.headers;
          return reply.status === 204 ? { ...reply, headers } : reply;
        },
      },
    },
  ]),
];

function asText(reply: Reply, type: string, text: string): Reply {
  return { ...reply, content: { kind: 'text', type, text } };
}

function withError(reply: Reply, change: (error: JsonObject) => JsonObject): Reply {
  const error = errorOf(reply);
  return error === undefined ? reply : withJson(reply, { error: change(error) });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
