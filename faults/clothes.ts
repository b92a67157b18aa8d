import type { FaultHooks } from '../reference/fault.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import { isChunked, knowing, rawOf, typeOf } from './clothes-seams.ts';
import { defects } from './defect.ts';
import { without } from './seams.ts';

const encodedId = /\/timecards\/[^/]*%(?:2d|5f)/i;

/** A write on a card whose id is percent-encoded that is answered as done and is not. */
function undoneWhereEncoded(operation: Operation): FaultHooks {
  return {
    store: ({ before, after, call }) =>
      call.operation === operation && encodedId.test(call.received.path) ? before : after,
  };
}

/** One request in other clothes is taken for another request. */
export const clothesDefects = defects('fields', [
  {
    id: 'chunked-create-loses-breaks',
    title: 'create that comes in chunks keeps no breaks',
    imitates: 'a streaming reader for large bodies that leaves out nested lists',
    caughtBy: ['TC-CREATE-027'],
    alike: 'shows only where the body comes in chunks',
    hooks: knowing(['create'], (body, { received }) => (isChunked(received) ? without(body, 'breaks') : body)),
  },
  {
    id: 'chunked-replace-keeps-old-notes',
    title: 'replace that comes in chunks leaves the notes of the card as they were',
    imitates: 'a check of the first bytes for what has changed',
    caughtBy: ['TC-REPLACE-008'],
    alike: 'shows only where the body comes in chunks',
    hooks: {
      store: ({ before, after, call }) =>
        before && after && call.operation === 'replace' && isChunked(call.received)
          ? { ...after, notes: before.notes }
          : after,
    },
  },
  {
    id: 'capital-media-type-loses-flag',
    title: 'clockOut whose Content-Type is in capitals keeps no location',
    imitates: 'a second body parser for everything that the first does not know',
    caughtBy: ['TC-CLOCKOUT-006', 'TC-CLOCKOUT-007'],
    alike: 'shows only where the media type is in capitals',
    hooks: knowing(['clockOut'], (body, { received }) =>
      /[A-Z]/.test(typeOf(received)) ? without(body, 'isAtApprovedLocation', 'atApprovedLocation') : body,
    ),
  },
  {
    id: 'charset-loses-notes-of-end-break',
    title: 'endBreak whose Content-Type names a charset keeps no notes',
    imitates: 'text that is decoded twice and given up where that fails',
    caughtBy: ['TC-BREAK-009'],
    alike: 'shows only where the media type has a charset',
    hooks: knowing(['endBreak'], (body, { received }) =>
      /charset/i.test(typeOf(received)) ? without(body, 'notes') : body,
    ),
  },
  {
    id: 'encoded-clock-out-undone',
    title: 'clockOut answers 204 and changes nothing where the id comes percent-encoded',
    imitates: 'a card that is found by the decoded id and stored by the raw one',
    caughtBy: ['TC-CLOCKOUT-003'],
    alike: 'shows only where the id is percent-encoded',
    hooks: undoneWhereEncoded('clockOut'),
  },
  {
    id: 'encoded-confirm-undone',
    title: 'confirm answers 204 and confirms nothing where the id comes percent-encoded',
    imitates: 'a card that is found by the decoded id and stored by the raw one',
    caughtBy: ['TC-CONFIRM-003'],
    alike: 'shows only where the id is percent-encoded',
    hooks: undoneWhereEncoded('confirm'),
  },
  {
    id: 'encoded-replace-undone',
    title: 'replace answers 204 and changes nothing where the id comes percent-encoded',
    imitates: 'a card that is found by the decoded id and stored by the raw one',
    caughtBy: ['TC-REPLACE-002'],
    alike: 'shows only where the id is percent-encoded',
    hooks: undoneWhereEncoded('replace'),
  },
  {
    id: 'plus-loses-filter',
    title: 'list with a filter whose blanks are written as plus gives every card',
    imitates: 'a filter that cannot be parsed and is left out',
    caughtBy: ['TC-LIST-015'],
    alike: 'shows only where a blank is a plus',
    hooks: {
      receive: (received) => ({
        ...received,
        query: received.query
          .split('&')
          .filter((option) => !option.includes('+'))
          .join('&'),
      }),
    },
  },
  {
    id: 'lower-case-list-forgets-filter',
    title: 'list at timecards, in lower case, gives every card, whatever the filter',
    imitates: 'a second route that was added for old clients, without its options',
    caughtBy: ['TC-LIST-015', 'TC-LIST-006', 'TC-LIST-017'],
    hooks: {
      receive: (received) => (received.path.endsWith('/timecards') ? { ...received, query: '' } : received),
    },
  },
  {
    id: 'unscoped-clock-in-lower-case',
    title: 'a token without any scope may call clockin in lower case',
    imitates: 'a gateway whose rules name each path in one spelling',
    caughtBy: ['TC-AUTH-010'],
    alike: 'shows only where the name of the action is in lower case',
    hooks: {
      permit: (permitted, { received }) => permitted || received.path.endsWith('/clockin'),
    },
  },
  {
    id: 'escaped-content-kept-raw',
    title: 'escapes of letters in the notes of clockIn come back as they were written',
    imitates: 'a hand-written reader of JSON that knows escapes of one letter only',
    caughtBy: ['TC-CLOCKIN-008'],
    alike: 'shows only where the text is written with escapes of letters',
    hooks: knowing(['clockIn'], (body, call) => {
      const written = /"content"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(rawOf(call))?.[1] ?? '';
      const { notes } = body;
      if (!/\\u/.test(written) || !isJsonObject(notes)) return body;
      return { ...body, notes: { ...notes, content: written.replaceAll('\\u', 'u') } };
    }),
  },
  {
    id: 'end-before-start-loses-end',
    title: 'a break of create whose end is written before its start is open',
    imitates: 'a reader that makes the break when it meets the start',
    caughtBy: ['TC-CREATE-027'],
    alike: 'shows only where the members come in another order',
    hooks: knowing(['create', 'replace'], (body) => {
      const { breaks } = body;
      if (!Array.isArray(breaks)) return body;
      return { ...body, breaks: (breaks as readonly Json[]).map(withoutEarlyEnd) };
    }),
  },
  {
    id: 'line-break-before-body-loses-it',
    title: 'an action whose body begins with white space is done as if it had none',
    imitates: 'a look at the first byte for a brace',
    caughtBy: ['TC-CLOCKOUT-005', 'TC-BREAK-004', 'TC-BREAK-009'],
    hooks: knowing(['clockIn', 'clockOut', 'startBreak', 'endBreak'], (body, call) =>
      rawOf(call).startsWith('{') ? body : {},
    ),
  },
]);

function withoutEarlyEnd(one: Json): Json {
  if (!isJsonObject(one)) return one;
  const names = Object.keys(one);
  const isEarly = names.includes('end') && names.indexOf('end') < names.indexOf('start');
  return isEarly ? { ...one, end: null } : one;
}
