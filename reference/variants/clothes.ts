import type { Received } from '../call.ts';
import type { FaultHooks } from '../fault.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { isJsonObject, type Json } from '../../specs/json.ts';
import { reading } from './seams.ts';
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

const knowingPeopleInAnyCase = reading(['clockIn', 'create', 'replace', 'confirmForUser'], (body) => ({
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
