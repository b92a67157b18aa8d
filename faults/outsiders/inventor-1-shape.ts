import { hour, showing, withJson } from '../seams.ts';
import { Refusal } from '../../reference/refusal.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { rewritten } from './inventor-1-shared.ts';

const kind = 'shape';

export const inventor1Shape: readonly InventedDefect[] = [
  {
    id: 'both-confirmed-is-a-list',
    title: 'confirmedBy of a card that user and manager have both confirmed is an array of two words.',
    imitates: 'The official Python SDK, which reads confirmedBy as a collection.',
    breaches:
      'csdl-timecard-v1.0.xml: timeCard/confirmedBy is graph.confirmedBy (EnumType, IsFlags="true"), no Collection; pages/beta/timecard-get.md, example: "confirmedBy": "user,manager"; dossier.md, TC-SHAPE-002.',
    level: 'MUST',
    kind,
    hooks: showing(
      (card) => (card['confirmedBy'] === 'user,manager' ? { ...card, confirmedBy: ['user', 'manager'] } : card),
      ['get', 'list'],
    ),
  },
  {
    id: 'message-is-object-where-language-is-asked',
    title:
      'A refusal of a request that asks for a language other than English has an object with lang and value as its message.',
    imitates: 'The error format of OData 2 and 3, left in the branch that translates.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-GEN-003 (concepts/errors.md, Error resource type): "an error object with string code and string message."; new-facts.md, 9: "Error messages are not localized".',
    level: 'MUST',
    kind,
    hooks: {
      reply: (reply, { received }) => {
        const language = /^\s*([a-z]{2}(?:-[a-z]{2})?)\b/i.exec(received.headers['accept-language'] ?? '')?.[1];
        if (reply.status < 400 || language === undefined || /^en/i.test(language)) return reply;
        if (reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
        const { error } = reply.content.value;
        if (!isJsonObject(error)) return reply;
        const message = { lang: language, value: error['message'] ?? '' };
        return withJson(reply, { error: { ...error, message } });
      },
    },
  },
  {
    id: 'second-confirm-stamps-local-time',
    title:
      'After the second confirm of a card, and until the next step, lastModifiedDateTime is written with the offset +02:00.',
    imitates: 'One code path that takes the time with its zone.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-GEN-013 (changeTrackedEntity page): "All timestamps are ISO 8601 in UTC. ... offset must be Z"; openapi-timecard.md: "createdDateTime and lastModifiedDateTime ... always in UTC".',
    level: 'MUST',
    kind,
    hooks: () => {
      const confirmed = new Set<string>();
      return {
        ...showing(
          (card) => {
            const { id, lastModifiedDateTime: time } = card;
            if (typeof id !== 'string' || typeof time !== 'string' || !confirmed.has(id)) return card;
            const local = new Date(Date.parse(time) + 2 * hour).toISOString().replace('Z', '+02:00');
            return { ...card, lastModifiedDateTime: local };
          },
          ['get', 'list', 'confirmForUser'],
        ),
        store: ({ before, after, call: { operation } }) => {
          const second = operation.startsWith('confirm') && before?.confirmedBy !== 'none';
          if (after && second) confirmed.add(after.id);
          else if (after) confirmed.delete(after.id);
          return after;
        },
      };
    },
  },
  {
    id: 'card-of-beta-keeps-old-name-in-v1',
    title: 'A card that was made in beta shows atApprovedLocation instead of isAtApprovedLocation when v1.0 reads it.',
    imitates: 'Documents stored as the version that wrote them and passed through by the other.',
    breaches:
      'csdl-timecard-v1.0.xml: timeCardEvent has isAtApprovedLocation and no atApprovedLocation; dossier.md, TC-SHAPE-003: "In v1.0 every event uses the name isAtApprovedLocation (boolean or null), never atApprovedLocation."',
    level: 'MUST',
    kind,
    hooks: () => {
      const born = new Set<string>();
      return {
        ...showing(
          (card, { version }) => {
            if (version !== 'v1.0' || typeof card['id'] !== 'string' || !born.has(card['id'])) return card;
            const shown = rewritten(card, (value) => {
              if (!isJsonObject(value) || value['isAtApprovedLocation'] === undefined) return value;
              const { isAtApprovedLocation, ...rest } = value;
              return { ...rest, atApprovedLocation: isAtApprovedLocation };
            });
            return isJsonObject(shown) ? shown : card;
          },
          ['get', 'list'],
        ),
        store: ({ before, after, call }) => {
          if (before === undefined && after && call.version === 'beta') born.add(after.id);
          return after;
        },
      };
    },
  },
  {
    id: 'older-name-wins-within-breaks',
    title: 'In beta, where an event of a break is sent with both names of the flag, the deprecated one wins.',
    imitates: 'A precedence rule that was written for the events of the card and forgotten for nested ones.',
    breaches:
      'pages/beta/timecard-clockin.md, "Permissions", newer beta state: "both always have the same value; isAtApprovedLocation takes precedence"; dossier.md, TC-CLOCKIN-029 (beta timeCardEvent page, deprecated rows).',
    level: 'MUST',
    kind,
    version: 'beta',
    hooks: {
      read: (body, { operation, received }) =>
        (operation === 'create' || operation === 'replace') && /^\/beta\//i.test(received.path)
          ? rewritten(body, (breaks, name) =>
              name === 'breaks'
                ? rewritten(breaks, (event) =>
                    isJsonObject(event) && typeof event['atApprovedLocation'] === 'boolean'
                      ? { ...event, isAtApprovedLocation: event['atApprovedLocation'] }
                      : event,
                  )
                : breaks,
            )
          : body,
    },
  },
  {
    id: 'confirmed-by-in-capitals-refused-on-edit',
    title: 'A replace in beta that sends "confirmedBy": "None", as the example does, is refused with 400.',
    imitates: 'Enum members that are compared in the new spelling only.',
    breaches:
      'pages/beta/timecard-replace.md, example: "confirmedBy": "None" in the request, and "Response": "204 No Content"; dossier.md, "f. General Graph rules", Case: property values are "not case-sensitive".',
    level: 'MUST',
    kind,
    version: 'beta',
    hooks: {
      read: (body, { operation, received }) => {
        const sent = isJsonObject(body) ? body['confirmedBy'] : undefined;
        const beta = operation === 'replace' && /^\/beta\//i.test(received.path);
        if (beta && typeof sent === 'string' && sent !== sent.toLowerCase())
          throw new Refusal('BadRequest', `Requested value '${sent}' was not found.`);
        return body;
      },
    },
  },
];
