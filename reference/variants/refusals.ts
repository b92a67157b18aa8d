import { isJsonObject, type Json } from '../../specs/json.ts';
import type { FaultHooks } from '../fault.ts';
import { Refusal } from '../refusal.ts';
import { noContent } from '../reply.ts';
import { reading, refusing, restated } from './seams.ts';
import { entries } from './variant.ts';

const declared: ReadonlySet<string> = new Set(
  (
    'id createdDateTime lastModifiedDateTime lastModifiedBy createdBy userId state confirmedBy notes clockInEvent ' +
    'clockOutEvent breaks breakId start end originalEntry dateTime isAtApprovedLocation atApprovedLocation ' +
    'contentType content onBehalfOfUserId application device user displayName'
  ).split(' '),
);

function undeclaredIn(value: Json): string | undefined {
  if (Array.isArray(value)) return firstOf(value as readonly Json[]);
  if (!isJsonObject(value)) return undefined;
  const own = Object.keys(value).find((name) => !declared.has(name) && !name.includes('@'));
  return own ?? firstOf(Object.values(value));
}

function firstOf(values: readonly Json[]): string | undefined {
  for (const one of values) {
    const found = undeclaredIn(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Answers the delete of a card that is nowhere, in no team, as if it had been there. */
function deletingNothing(): FaultHooks {
  const there = new Set<string>();
  return {
    store: ({ before, after }) => {
      if (before !== undefined && after === undefined) there.delete(before.id);
      if (after !== undefined) there.add(after.id);
      return after;
    },
    ...refusing(404, (reply, { operation, team, cardId = '' }) =>
      operation === 'delete' && team !== undefined && !there.has(cardId)
        ? { ...noContent, headers: reply.headers }
        : reply,
    ),
  };
}

/** How requests are refused that are wrong, or of which nobody says whether they are. */
export const refusalVariants = entries([
  {
    id: 'undeclared-refused',
    title: 'a body with a property that no page names is refused with 400',
    allows: 'No page says whether unknown properties are ignored or refused.',
    temptation: 'unknown properties are ignored',
    hooks: reading(['create', 'replace', 'clockIn', 'clockOut', 'startBreak', 'endBreak', 'confirmForUser'], (body) => {
      const name = undeclaredIn(body);
      if (name !== undefined) throw new Refusal('BadRequest', `The property '${name}' does not exist.`);
      return body;
    }),
  },
  {
    id: 'unknown-team-403',
    title: 'a team that is not there is refused with 403, like one that the caller may not see',
    allows:
      'concepts/errors: 403 and 404 both; a reported message says "was not found, or you may not have access to it".',
    temptation: 'an unknown team is a 404',
    hooks: refusing(404, (reply, { operation, team }) =>
      operation !== undefined && team === undefined ? restated(reply, 403, 'Forbidden') : reply,
    ),
  },
  {
    id: 'unknown-method-404',
    title: 'a method that a resource does not offer is refused with 404',
    allows: 'concepts/errors lists 405 and does not say that every resource uses it.',
    temptation: 'a method that is not offered is a 405 with Allow',
    hooks: refusing(405, (reply) => restated(reply, 404, 'NotFound')),
  },
  {
    id: 'media-type-400',
    title: 'a body that is not labelled as JSON is refused with 400',
    allows: 'concepts/errors: 400 and 415 both fit.',
    temptation: 'another media type is a 415',
    hooks: refusing(415, (reply) => restated(reply, 400, 'BadRequest')),
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
