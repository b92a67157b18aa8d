import type { Received } from '../call.ts';
import type { FaultHooks } from '../fault.ts';
import { presentCard } from '../presentation.ts';
import { jsonReply } from '../reply.ts';
import type { TimeCard } from '../time-card.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { onReading } from './seams.ts';
import { entries } from './variant.ts';

const people = ['userId', 'onBehalfOfUserId'] as const;

/** Refuses requests that come like this. */
function refusingThose(like: (received: Received) => boolean, code: RefusalCode, message: string): FaultHooks {
  return {
    receive: (received) => {
      if (like(received)) throw new Refusal(code, message);
      return received;
    },
  };
}

const knowingPeopleInAnyCase = onReading(['clockIn', 'create', 'replace', 'confirmForUser'], (body) => ({
  ...body,
  ...Object.fromEntries(
    people.flatMap((name) => {
      const id = body[name];
      return typeof id === 'string' ? [[name, id.toLowerCase()] as const] : [];
    }),
  ),
}));

/** Answers with the id of the user as the request wrote it; every read shows it in lower case. */
function echoingPeople(): FaultHooks {
  let written: Json | undefined;
  return {
    read: (body, call) => {
      written = isJsonObject(body) ? (body['onBehalfOfUserId'] ?? body['userId']) : undefined;
      return knowingPeopleInAnyCase.read?.(body, call) ?? body;
    },
    reply: (reply, { operation }) => {
      const makes = reply.status === 201 && (operation === 'clockIn' || operation === 'create');
      if (!makes || reply.content.kind !== 'json' || typeof written !== 'string') return reply;
      const { value } = reply.content;
      const same = isJsonObject(value) && String(value['userId']).toLowerCase() === written.toLowerCase();
      return same ? { ...reply, content: { kind: 'json', value: { ...value, userId: written } } } : reply;
    },
  };
}

/** What a server makes of a request that asks for the same in other clothes. */
export const clothesVariants = entries([
  {
    id: 'chunks-refused',
    title: 'a body without a Content-Length is refused with 411',
    allows: 'concepts/errors: 411, "A Content-Length header is required on the request."',
    temptation: 'a body may come in chunks',
    hooks: refusingThose(
      ({ headers }) => headers['transfer-encoding'] !== undefined,
      'LengthRequired',
      'A Content-Length header is required on the request.',
    ),
  },
  {
    id: 'media-type-to-the-letter',
    title: 'a body that is labelled otherwise than application/json, to the letter, is refused with 415',
    allows: 'The pages say "Content-type: application/json. Required."; concepts/errors: 415.',
    temptation: 'a media type may have a parameter, and come in any letter case',
    hooks: refusingThose(
      ({ headers, body }) => body.length > 0 && headers['content-type'] !== 'application/json',
      'UnsupportedMediaType',
      'A body must be sent as application/json.',
    ),
  },
  {
    id: 'ids-to-the-letter',
    title: 'the id of a card is not found where it is percent-encoded without need',
    allows: 'RFC 3986, 6.2.2.2: that the two are equivalent is for those who normalise; no page shows an encoded id.',
    temptation: 'a path that is percent-encoded without need leads to the same card',
    hooks: refusingThose(({ path }) => /%(?:2d|5f)/i.test(path), 'NotFound', 'Resource not found.'),
  },
  {
    id: 'query-to-the-letter',
    title: 'a query with %24 for $, or with a plus for a blank, is refused with 400',
    allows: 'query-parameters page: names and values are shown with $ and %20; no page shows another writing.',
    temptation: 'whatever decodes to the same query is the same query',
    hooks: refusingThose(({ query }) => /%24|\+/.test(query), 'BadRequest', 'Invalid query.'),
  },
  {
    id: 'people-in-any-case',
    title: 'people are known by their ids in any letter case',
    allows: 'use-the-api page: ids are case-sensitive as a rule; GUIDs of people are the same GUID in any letter case.',
    temptation: 'the id of a person in another letter case is unknown',
    hooks: knowingPeopleInAnyCase,
  },
  {
    id: 'people-echoed',
    title: 'an answer names the user in the letter case of the request, and a read in lower case',
    allows: 'No page says in which letter case the id of a person is shown.',
    temptation: 'the userId of a card is the same text in every answer',
    hooks: echoingPeople,
  },
  {
    id: 'types-refused',
    title: 'a body with @odata.type in it is refused with 400',
    allows: 'No page sends one.',
    temptation: 'what OData lets a client say is taken',
    hooks: refusingThose(
      ({ body }) => body.includes('@odata.type'),
      'BadRequest',
      'The property @odata.type is not known.',
    ),
  },
  {
    id: 'other-id-refused',
    title: 'a replace whose body has the id of another card is refused with 400',
    allows: 'No page says what becomes of an id in the body of a replace.',
    temptation: 'the id in the body is left aside',
    hooks: {
      store: ({ before, after, call }) => {
        const id = call.body['id'];
        if (call.operation === 'replace' && id !== undefined && id !== before?.id)
          throw new Refusal('BadRequest', 'The id of the body is not that of the URL.');
        return after;
      },
    },
  },
  {
    id: 'preference-applied',
    title: 'a replace that prefers a representation is answered 200 with the card',
    allows: 'RFC 7240, 4.2: return=representation; the page says nothing of it.',
    temptation: 'a replace answers 204, whatever the client prefers',
    hooks: () => {
      let card: TimeCard | undefined;
      return {
        store: ({ after, call }) => {
          if (call.operation === 'replace') card = after;
          return after;
        },
        reply: (reply, { operation, received, version = 'v1.0' }) => {
          const prefers = /return=representation/i.test(received.headers['prefer'] ?? '');
          if (operation !== 'replace' || reply.status !== 204 || !prefers || card === undefined) return reply;
          const headers = { ...reply.headers, 'preference-applied': 'return=representation' };
          return { ...jsonReply(200, presentCard(card, version)), headers };
        },
      };
    },
  },
  {
    id: 'header-beside-user-refused',
    title: 'an application that names a user in MS-APP-ACTS-AS and another in the body is refused with 403',
    allows: 'No page sends both with two users.',
    temptation: 'whom the body names is clocked in, whatever a header says',
    hooks: {
      store: ({ before, after, call }) => {
        const header = call.received.headers['ms-app-acts-as'];
        const isOther = header !== undefined && after !== undefined && header !== after.userId;
        if (before === undefined && call.principal.kind === 'application' && isOther)
          throw new Refusal('Forbidden', 'The header names another user than the body.');
        return after;
      },
    },
  },
  {
    id: 'names-to-the-letter',
    title: 'names of resources and actions are found in the letter case of the templates only',
    allows: 'traverse-the-graph, note: that names match in any letter case is what clients may expect, a SHOULD here.',
    temptation: 'a token without the right is refused with 403 whatever the path is',
    warns: ['TC-GEN-008'],
    hooks: refusingThose(
      ({ path }) => /\/timecards(?:\/|$)|\/(?:clockin|clockout|startbreak|endbreak|confirmforuser)$/.test(path),
      'NotFound',
      'Resource not found.',
    ),
  },
]);
