import type { Json, JsonObject } from '../../traffic/json.ts';
import { isChunked, knowing, rawOf, typeOf } from '../clothes-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { without } from '../seams.ts';
import { actions, bodies, eachObject } from './outside-seams.ts';

const flags = ['isAtApprovedLocation', 'atApprovedLocation'] as const;

/** The member names of a JSON text that are written with an escape, decoded. */
function escapedNames(text: string): readonly string[] {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g)];
  const names = strings.filter(([, written, colon]) => colon !== undefined && written?.includes('\\u'));
  return names.map(([, written = '']) => JSON.parse(`"${written}"`) as string);
}

/** Whether a member comes before another. */
function precedes(object: JsonObject, first: string, second: string): boolean {
  const names = Object.keys(object);
  return names.includes(first) && names.indexOf(first) < names.indexOf(second);
}

/** Requests in other clothes that lose a part of what they say, or gain what they may not. */
export const clothesDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'space-before-colon-loses-on-behalf',
      title:
        'clockIn overlooks onBehalfOfUserId where white space stands between its name and the colon, and clocks in the caller',
      imitates: 'a gateway that looks for a member with a regular expression over the raw text',
      breaches: 'timecard-clockin.md, Request body: onBehalfOfUserId, and Request headers: application/json',
      caughtBy: ['TC-CLOCKIN-020'],
      alike: 'shows only where a blank stands before a colon',
      hooks: knowing(['clockIn'], (body, call) =>
        rawOf(call).includes('"onBehalfOfUserId":') ? body : without(body, 'onBehalfOfUserId'),
      ),
    },
    {
      id: 'space-before-colon-hides-flag',
      title:
        'in the body of an action, isAtApprovedLocation is not read where white space stands between its name and the colon',
      imitates: 'a regular expression for the one flag; Jackson\'s pretty printer writes "name" : value',
      breaches:
        'timecard-startbreak.md, Request headers: "Content-type | application/json. Required." (JSON allows white space there) and Request body: "isAtApprovedLocation | Boolean"',
      caughtBy: ['TC-BREAK-017'],
      alike: 'shows only where a blank stands before a colon',
      hooks: knowing(actions, (body, call) =>
        without(body, ...flags.filter((flag) => new RegExp(`"${flag}"\\s+:`).test(rawOf(call)))),
      ),
    },
    {
      id: 'flag-behind-notes-unread',
      title: 'in the body of an action, isAtApprovedLocation is not read where it comes after notes',
      imitates: 'a forward-only reader that returns from the nested object one level too far',
      breaches:
        'timecard-clockout.md, Request body: "isAtApprovedLocation | Boolean | Indicates whether this action happens at an approved location."',
      caughtBy: ['TC-BREAK-017'],
      alike: 'shows only where the members come in another order',
      hooks: knowing(actions, (body) =>
        without(body, ...flags.filter((flag) => body['notes'] !== null && precedes(body, 'notes', flag))),
      ),
    },
    {
      id: 'type-after-content-ignored',
      title: 'a note whose contentType html comes after its content is kept as text',
      imitates: 'a streaming reader that makes the note as soon as it has met the content',
      breaches:
        'timecard-clockin.md, example 1 (content before contentType) beside timecard-clockout.md, example (contentType before content): both orders are the same note',
      caughtBy: ['TC-NOTES-002'],
      alike: 'shows only where the content comes before its type',
      hooks: knowing(bodies, (body) =>
        eachObject(body, (one) => (precedes(one, 'content', 'contentType') ? { ...one, contentType: 'text' } : one)),
      ),
    },
    {
      id: 'content-type-before-content-is-forgotten',
      title: 'a note whose contentType html comes before its content is kept as text',
      imitates: 'a streaming reader that makes a new note, with its defaults, when it meets the content',
      breaches:
        'timecard-clockin.md, example 1 (content before contentType) beside timecard-clockout.md, example (contentType before content): both orders are the same note',
      caughtBy: ['TC-NOTES-002'],
      hooks: knowing(bodies, (body) =>
        eachObject(body, (one) => (precedes(one, 'contentType', 'content') ? { ...one, contentType: 'text' } : one)),
      ),
    },
    {
      id: 'escaped-pair-falls-apart',
      title:
        'a character beyond the basic plane that is written as two \\u escapes comes back as two replacement characters',
      imitates: 'a JSON reader that turns each \\u escape into UTF-8 by itself; Python writes emoji so',
      breaches: 'CSDL, itemBody: content is Edm.String, in which both ways to write a character are the same',
      caughtBy: ['TC-NOTES-001'],
      alike: 'shows only where an emoji is written with escapes',
      hooks: {
        receive: (received) => {
          const pair = /(?<!\\)\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}/gi;
          const text = received.body.toString('latin1').replaceAll(pair, String.raw`\ufffd\ufffd`);
          return { ...received, body: Buffer.from(text, 'latin1') };
        },
      },
    },
    {
      id: 'escaped-member-names-unseen',
      title:
        'a member whose name is written with a \\u escape, such as "\\u006eotes", is taken for an unknown one and left aside',
      imitates: 'a hand-written scanner that compares the bytes of names and decodes escapes in values only',
      breaches:
        'timecard-clockout.md, Request headers: "Content-type | application/json. Required." and Request body: "notes | itemBody | Notes for the clock out." (JSON knows no difference between a letter and its escape)',
      caughtBy: ['TC-CLOCKOUT-005', 'TC-BREAK-004', 'TC-BREAK-009'],
      alike: 'shows only where names are written with escapes',
      hooks: knowing(bodies, (body, call) => {
        const unseen = escapedNames(rawOf(call));
        return unseen.length === 0 ? body : eachObject(body, (one) => without(one, ...unseen));
      }),
    },
    {
      id: 'escaped-slash-keeps-its-backslash',
      title: 'a slash that JSON writes as \\/ comes back with the backslash',
      imitates: 'a hand-written unescaper that knows \\n, \\t, \\" and \\\\ only; PHP writes every slash so',
      breaches:
        'schedule-post-timecards.md, Request headers: "Content-type | application/json. Required.", where \\/ is a slash',
      caughtBy: ['TC-CLOCKOUT-005', 'TC-BREAK-004', 'TC-REPLACE-008'],
      alike: 'shows only where a slash is escaped',
      hooks: knowing(bodies, (_body, call) => {
        const kept = rawOf(call).replaceAll(/\\([\s\S])/g, (pair, letter) => (letter === '/' ? '\\\\/' : pair));
        return JSON.parse(kept) as Json;
      }),
    },
    {
      id: 'chunked-body-taken-for-none',
      title: 'an action whose body comes without a length, in chunks, is carried out as if it had no body',
      imitates: 'if (request.contentLength > 0) read the body',
      breaches: 'timecard-clockout.md, Request body: "notes | itemBody | Notes for the clock out."',
      caughtBy: ['TC-CLOCKOUT-005', 'TC-BREAK-004', 'TC-BREAK-009'],
      alike: 'shows only where the body comes in chunks',
      hooks: knowing(actions, (body, { received }) => (isChunked(received) ? {} : body)),
    },
    {
      id: 'chunked-body-read-as-latin-1',
      title: 'a body that comes in chunks is taken for ISO 8859-1: "Zoë" becomes "ZoÃ«"; with a length it is right',
      imitates: 'two readers of bodies, of which the one for streams has the character set of the machine',
      breaches: 'timecard-clockin.md, example 1 (notes come back as sent) and Request headers: "application/json"',
      caughtBy: ['TC-CLOCKOUT-005', 'TC-BREAK-004', 'TC-BREAK-009'],
      alike: 'shows only where a body in chunks has letters outside ASCII',
      hooks: {
        receive: (received) =>
          isChunked(received) ? { ...received, body: Buffer.from(received.body.toString('latin1')) } : received,
      },
    },
    {
      id: 'content-type-in-other-case-loses-body',
      title:
        'an action whose Content-Type is spelled in another case, such as Application/JSON, is carried out with an empty body',
      imitates: 'a body parser that skips media types it does not know and leaves {} behind',
      breaches:
        'timecard-startbreak.md, Request headers: "Content-type | application/json. Required." (a media type, which has no case) and "Request body": "notes | itemBody | Notes for the start of the break."',
      caughtBy: ['TC-BREAK-015'],
      alike: 'shows only where the media type is in capitals',
      hooks: knowing(actions, (body, { received }) => (/^[^;]*[A-Z]/.test(typeOf(received)) ? {} : body)),
    },
    {
      id: 'content-type-with-parameter-leaves-body-unread',
      title:
        'an action whose Content-Type has a parameter (application/json; charset=utf-8) is done as if it had no body',
      imitates: 'if (contentType === "application/json") body = parse(), with an optional body otherwise',
      breaches:
        'timecard-clockout.md, Request headers: "Content-type | application/json. Required." and Request body: "notes | itemBody | Notes for the clock out."',
      caughtBy: ['TC-BREAK-004', 'TC-BREAK-009', 'TC-BREAK-017'],
      alike: 'shows only where the media type has a parameter',
      hooks: knowing(actions, (body, { received }) => (typeOf(received).includes(';') ? {} : body)),
    },
  ]),
];
