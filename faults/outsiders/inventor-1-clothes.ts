import type { FaultHooks } from '../../reference/fault.ts';
import { isJsonObject, type Json } from '../../specs/json.ts';
import type { Operation } from '../../specs/operation.ts';
import { without } from '../seams.ts';
import type { InventedDefect } from './entry.ts';
import { lastSegment, rewritten } from './inventor-1-shared.ts';

const kind = 'clothes';
const actions: readonly Operation[] = ['clockIn', 'clockOut', 'startBreak', 'endBreak'];
const action = /^(?:microsoft\.graph\.)?(?:clockin|clockout|startbreak|endbreak)$/i;

/** Changes the parsed body of some operations, knowing how it was written. */
function knowing(
  operations: readonly Operation[],
  change: (body: Json, raw: string, type: string) => Json,
): FaultHooks {
  return {
    read: (body, { operation, received }) =>
      operations.includes(operation)
        ? change(body, received.body.toString('utf8'), received.headers['content-type'] ?? '')
        : body,
  };
}

export const inventor1Clothes: readonly InventedDefect[] = [
  {
    id: 'space-before-colon-loses-on-behalf',
    title:
      'clockIn overlooks onBehalfOfUserId where white space stands between its name and the colon, and clocks in the caller.',
    imitates: 'A gateway that looks for a member with a regular expression over the raw text.',
    breaches:
      'pages/v1.0/timecard-clockin.md, "Request body": "onBehalfOfUserId|string|The ID of the user you are clocking in on behalf of." and example 2; "Request headers": "Content-type|application/json", in which white space around a colon means nothing.',
    level: 'MUST',
    kind,
    hooks: knowing(['clockIn'], (body, raw) =>
      isJsonObject(body) && !raw.includes('"onBehalfOfUserId":') ? without(body, 'onBehalfOfUserId') : body,
    ),
  },
  {
    id: 'type-after-content-ignored',
    title: 'A note whose contentType html comes after its content is kept as text.',
    imitates: 'A streaming reader that makes the note as soon as it has met the content.',
    breaches:
      'pages/v1.0/timecard-clockin.md, example 1 (content before contentType) beside pages/v1.0/timecard-clockout.md, example (contentType before content): both orders are the same note; dossier.md, TC-CLOCKIN-008: "with the same content and contentType".',
    level: 'MUST',
    kind,
    hooks: knowing([...actions, 'create', 'replace'], (body) =>
      rewritten(body, (value, name) => {
        if (name !== 'notes' || !isJsonObject(value)) return value;
        const order = Object.keys(value);
        const late = order.indexOf('contentType') > order.indexOf('content') && order.includes('content');
        return late ? { ...value, contentType: 'text' } : value;
      }),
    ),
  },
  {
    id: 'chunked-body-taken-for-none',
    title: 'An action whose body comes without a length, in chunks, is carried out as if it had no body.',
    imitates: 'if (request.contentLength > 0) read the body.',
    breaches:
      'pages/v1.0/timecard-clockout.md, "Request body": "notes|itemBody|Notes for the clock out."; dossier.md, TC-CLOCKOUT-005: "Notes of the request are in clockOutEvent.notes."',
    level: 'MUST',
    kind,
    hooks: {
      receive: (received) => {
        const chunked = /chunked/i.test(received.headers['transfer-encoding'] ?? '');
        return chunked && action.test(lastSegment(received)) ? { ...received, body: Buffer.alloc(0) } : received;
      },
    },
  },
  {
    id: 'content-type-in-other-case-loses-body',
    title:
      'An action whose Content-Type is spelled in another case, such as Application/JSON, is carried out with an empty body.',
    imitates: 'A body parser that skips media types it does not know and leaves {} behind.',
    breaches:
      'pages/v1.0/timecard-startbreak.md, "Request headers": "Content-type|application/json. Required." (a media type, which has no case) and "Request body": "notes|itemBody|Notes for the start of the break."; dossier.md, TC-BREAK-004.',
    level: 'MUST',
    kind,
    hooks: knowing(actions, (body, _raw, type) => {
      const essence = type.split(';')[0]?.trim() ?? '';
      return essence !== '' && essence !== essence.toLowerCase() ? {} : body;
    }),
  },
  {
    id: 'encoded-id-is-not-deleted',
    title: 'delete answers 204 and deletes nothing where the card id comes percent-encoded (TCK%5F...).',
    imitates: 'A lookup with the decoded segment and a removal from the index with the raw one.',
    breaches:
      'pages/v1.0/schedule-delete-timecards.md, "HTTP request": "DELETE /teams/{teamsId}/schedule/timeCards/{timeCardId}" and "Response"; dossier.md, TC-DELETE-002: "After delete, get of that id gives 404."; "f. General Graph rules": "percent-encode".',
    level: 'MUST',
    kind,
    hooks: {
      store: ({ before, after, call }) =>
        call.operation === 'delete' && lastSegment(call.received).includes('%') ? before : after,
    },
  },
  {
    id: 'encoded-dollar-loses-filter',
    title: 'list does not see a filter whose dollar sign is percent-encoded (%24filter=...), and gives every card.',
    imitates: 'Query parsing that decodes values and compares names raw.',
    breaches:
      'pages/v1.0/schedule-list-timecards.md, "Optional query parameters": "supports the `$filter`, ..."; dossier.md, "f. General Graph rules", Query: "percent-encode"; TC-LIST-006: "$filter=state eq \'clockedOut\' gives only cards in that state."',
    level: 'MUST',
    kind,
    hooks: {
      receive: (received) => ({
        ...received,
        query: received.query
          .split('&')
          .filter((option) => !/^%24filter=/i.test(option))
          .join('&'),
      }),
    },
  },
  {
    id: 'escaped-slash-keeps-its-backslash',
    title: 'A slash that JSON writes as \\/ comes back with the backslash.',
    imitates: 'A hand-written unescaper that knows \\n, \\t, \\" and \\\\ only; PHP writes every slash so.',
    breaches:
      'pages/v1.0/schedule-post-timecards.md, "Request headers": "Content-type|application/json. Required.", where \\/ is a slash; dossier.md, TC-CREATE-003: "Event notes of the request come back with equal content and contentType" (plain text such as "8/5").',
    level: 'MUST',
    kind,
    hooks: knowing([...actions, 'create', 'replace'], (_body, raw) => {
      const kept = raw.replaceAll(/\\([\s\S])/g, (pair, letter) => (letter === '/' ? '\\\\/' : pair));
      return JSON.parse(kept) as Json;
    }),
  },
  {
    id: 'person-in-capitals-becomes-caller',
    title: 'clockIn on behalf of a user whose id is written in capital letters answers 201 and clocks in the caller.',
    imitates: 'A lookup by text that falls back to the signed-in user where it finds nobody.',
    breaches:
      'pages/v1.0/timecard-clockin.md, "Request body": "onBehalfOfUserId|string|The ID of the user you are clocking in on behalf of."; dossier.md, TC-CLOCKIN-020: "With onBehalfOfUserId, userId is that user." (or a refusal, but never a card of the caller).',
    level: 'MUST',
    kind,
    hooks: knowing(['clockIn'], (body) => {
      const named = isJsonObject(body) ? body['onBehalfOfUserId'] : undefined;
      const capital = typeof named === 'string' && named !== named.toLowerCase();
      return capital && isJsonObject(body) ? without(body, 'onBehalfOfUserId') : body;
    }),
  },
];
