import { defects, type Defect } from '../defect.ts';
import { refusing, showing, withJson, without } from '../seams.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { changedIn } from './outside-seams.ts';

const refusals = [400, 401, 403, 404, 405, 409, 415] as const;
const clientRequestId = 'client-request-id';

/** Answers of one kind that show otherwise what all others show right. */
export const oddAnswerDefectsOfOutsiders: readonly Defect[] = [
  ...defects('state', [
    {
      id: 'create-answers-clocked-in',
      title: 'create answers every card with the state clockedIn; get shows the right one',
      imitates: 'an answer that is made of the new entity, with its default, before the state is worked out',
      breaches: 'schedule-post-timecards.md, example: "state": "clockedOut" in the answer',
      caughtBy: ['TC-CREATE-005'],
      hooks: showing((card) => ({ ...card, state: 'clockedIn' }), 'create'),
    },
  ]),
  ...defects('shape', [
    {
      id: 'list-leaves-nulls-out',
      title: 'the cards of a list lack the keys without a value; get shows them',
      imitates: 'WhenWritingNull, set for one endpoint to save bytes',
      breaches: 'schedule-list-timecards.md, Example: cards with "notes": null',
      caughtBy: ['TC-SHAPE-006'],
      alike: 'shows only in lists',
      hooks: showing((card) => Object.fromEntries(Object.entries(card).filter(([, value]) => value !== null)), 'list'),
    },
    {
      id: 'get-calls-break-ids-id',
      title: 'get shows the id of a break as id and not as breakId; list is right',
      imitates: 'one handler that serialises the entity where all others serialise what the contract names',
      breaches: 'CSDL, timeCardBreak: <Property Name="breakId" />; beta timecard-get.md, example: "breakId"',
      caughtBy: ['TC-BREAK-005', 'TC-BREAK-011'],
      hooks: showing((card) => {
        const { breaks } = card;
        if (!Array.isArray(breaks)) return card;
        const renamed = (breaks as readonly Json[]).map((one) =>
          isJsonObject(one) ? { id: one['breakId'] ?? null, ...without(one, 'breakId') } : one,
        );
        return { ...card, breaks: renamed };
      }, 'get'),
    },
  ]),
  ...defects('headers', [
    {
      id: 'refusals-forget-client-request-id',
      title: 'client-request-id comes back with successes and not with refusals, neither as a header nor in the error',
      imitates: 'headers that a middleware sets behind the handler of exceptions, which clears them',
      breaches:
        'ClientRequestId of the Graph core library: "the client-request-id header returned in the response headers collection"',
      caughtBy: ['TC-GEN-019'],
      alike: 'shows only in refusals',
      hooks: refusing(refusals, (reply) => {
        const { [clientRequestId]: _, ...headers } = reply.headers;
        const { content } = reply;
        if (content.kind !== 'json' || !isJsonObject(content.value)) return { ...reply, headers };
        const silent = changedIn(content.value, 'error', (error) =>
          changedIn(error, 'innerError', (inner) => without(inner, clientRequestId)),
        );
        return withJson({ ...reply, headers }, silent);
      }),
    },
  ]),
];
