import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { FaultHooks } from '../fault.ts';
import { Refusal } from '../refusal.ts';
import { noContent } from '../reply.ts';
import { onRefusal, restated } from './seams.ts';
import { entries } from './variant.ts';

/** Keeps the ids of the cards that are there, in whatever team. */
function following(there: Set<string>): FaultHooks {
  return {
    store: ({ before, after }) => {
      if (before !== undefined && after === undefined) there.delete(before.id);
      if (after !== undefined) there.add(after.id);
      return after;
    },
  };
}

/** Answers the delete of a card that is nowhere, in no team, as if it had been there. */
function deletingNothing(): FaultHooks {
  const there = new Set<string>();
  return {
    ...following(there),
    ...onRefusal(404, (reply, { operation, team, cardId = '' }) =>
      operation === 'delete' && team !== undefined && !there.has(cardId)
        ? { ...noContent, headers: reply.headers }
        : reply,
    ),
  };
}

/** How requests are refused that are wrong, or of which nobody says whether they are. */
export const refusalVariants = entries([
  {
    id: 'unknown-team-403',
    title: 'a team that is not there is refused with 403, like one that the caller may not see',
    allows:
      'concepts/errors: 403 and 404 both; a reported message says "was not found, or you may not have access to it".',
    temptation: 'an unknown team is a 404',
    hooks: onRefusal(404, (reply, { operation, team }) =>
      operation !== undefined && team === undefined ? restated(reply, 403, 'Forbidden') : reply,
    ),
  },
  {
    id: 'card-of-another-team-403',
    title: 'a card that belongs to another team is refused with 403 and not with 404',
    allows: 'concepts/errors: 403 and 404 both fit; no page says what is told of the cards of other teams.',
    temptation: 'a card under the wrong team is a 404',
    hooks: () => {
      const there = new Set<string>();
      return {
        ...following(there),
        ...onRefusal(404, (reply, { team, cardId = '' }) =>
          team !== undefined && there.has(cardId) ? restated(reply, 403, 'Forbidden') : reply,
        ),
      };
    },
  },
  {
    id: 'second-delete-410',
    title: 'a second delete is refused with 410',
    allows: 'concepts/errors: 410, the requested resource is no longer available at the server.',
    temptation: 'a second delete is a 404',
    hooks: () => {
      const gone = new Set<string>();
      return {
        store: ({ before, after }) => {
          if (before !== undefined && after === undefined) gone.add(before.id);
          return after;
        },
        ...onRefusal(404, (reply, { operation, cardId = '' }) =>
          operation === 'delete' && gone.has(cardId) ? restated(reply, 410, 'Gone') : reply,
        ),
      };
    },
  },
  {
    id: 'unknown-method-404',
    title: 'a method that a resource does not offer is refused with 404',
    allows: 'concepts/errors lists 405 and does not say that every resource uses it.',
    temptation: 'a method that is not offered is a 405 with Allow',
    hooks: onRefusal(405, (reply) => restated(reply, 404, 'NotFound')),
  },
  {
    id: 'media-type-400',
    title: 'a body that is not labelled as JSON is refused with 400',
    allows: 'concepts/errors: 400 and 415 both fit.',
    temptation: 'another media type is a 415',
    hooks: onRefusal(415, (reply) => restated(reply, 400, 'BadRequest')),
  },
  {
    id: 'options-refused',
    title: 'query options that no page names are refused with 400',
    allows: 'get page: no OData query parameters; list page: $filter, $orderby, $top and $skipToken.',
    temptation: 'unknown query options are ignored',
    hooks: {
      look: (cards, { operation, received, version }) => {
        const names = operation === 'list' ? ['$filter', '$orderby', '$top', '$skiptoken'] : [];
        // In beta the $ may be left out; query-parameters page, tip.
        const known = version === 'beta' ? [...names, ...names.map((name) => name.slice(1))] : names;
        const other = [...new URLSearchParams(received.query).keys()].find(
          (name) => !known.includes(name.toLowerCase()),
        );
        if (other !== undefined) throw new Refusal('BadRequest', `The query option '${other}' is not allowed.`);
        return cards;
      },
    },
  },
  {
    id: 'select-honoured',
    title: '$select is honoured by get and list',
    allows: 'query-parameters: $select is general; the SDKs offer it; the pages of get and list do not name it.',
    temptation: 'every card in an answer is whole',
    hooks: {
      reply: (reply, { operation, received }) => {
        const selected = new URLSearchParams(received.query).get('$select')?.split(',');
        if (selected === undefined || reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
        const chosen = (card: Json): Json =>
          isJsonObject(card)
            ? Object.fromEntries(Object.entries(card).filter(([name]) => selected.includes(name)))
            : card;
        const { value } = reply.content;
        if (operation === 'get' && reply.status === 200)
          return { ...reply, content: { kind: 'json', value: chosen(value) } };
        const items = value['value'];
        if (operation !== 'list' || !Array.isArray(items)) return reply;
        return {
          ...reply,
          content: { kind: 'json', value: { ...value, value: (items as readonly Json[]).map(chosen) } },
        };
      },
    },
  },
  {
    id: 'delete-again-204',
    title: 'delete of a card that is not there is answered 204',
    allows: 'concepts/errors says what a 404 means, and not that delete must tell; RFC 9110 calls DELETE idempotent.',
    temptation: 'delete of an unknown card must be refused',
    warns: ['TC-DELETE-003', 'TC-DELETE-004'],
    hooks: deletingNothing,
  },
]);
