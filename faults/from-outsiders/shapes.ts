import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { knowing } from '../clothes-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { hour, showing, storing, withEvent, withJson } from '../seams.ts';
import { actions, changedIn, eachObject, isBeta } from './outside-seams.ts';

const fiveMinutes = 300_000;

function breaksOf(entry: JsonObject): readonly Json[] {
  return Array.isArray(entry['breaks']) ? (entry['breaks'] as readonly Json[]) : [];
}

/** A break that is still open, as an outer join gives it. */
function withHollowEnd(one: Json): Json {
  const hollow = { dateTime: null, isAtApprovedLocation: null, notes: null };
  return isJsonObject(one) && one['end'] === null ? { ...one, end: hollow } : one;
}

/** Answers of another shape than the rest, in one case only. */
export const shapeDefectsOfOutsiders: readonly Defect[] = [
  ...defects('shape', [
    {
      id: 'both-confirmations-read-3',
      title: 'a card that its user and a manager have confirmed shows confirmedBy as the number 3',
      imitates: 'a .NET enum without [Flags]: a value that is no member is written as its number',
      breaches:
        'CSDL, EnumType confirmedBy IsFlags="true"; beta timecard-get.md, example: "confirmedBy": "user,manager"',
      caughtBy: ['TC-SHAPE-002', 'TC-CONFIRM-010'],
      alike: 'shows only where both have confirmed',
      hooks: showing(
        (card) => (card['confirmedBy'] === 'user,manager' ? { ...card, confirmedBy: 3 } : card),
        ['get', 'list', 'confirmForUser'],
      ),
    },
    {
      id: 'second-confirm-stamps-local-time',
      title:
        'after the second confirm of a card, and until the next step, lastModifiedDateTime is written with the offset +02:00',
      imitates: 'one code path that takes the time with its zone',
      breaches: '',
      caughtBy: ['TC-GEN-013'],
      alike: 'shows only after a second confirmation',
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
      id: 'v1-original-breaks-carry-older-name',
      title: 'in v1.0, the breaks in originalEntry of a card whose breaks were edited carry atApprovedLocation',
      imitates: 'an archive of entries kept as the JSON of beta and passed through as it stands',
      breaches: 'CSDL, ComplexType timeCardEvent (dateTime, isAtApprovedLocation, notes)',
      caughtBy: ['TC-SHAPE-003'],
      alike: 'shows only in original breaks of edited cards',
      hooks: showing((card, { version }) =>
        version === 'v1.0'
          ? changedIn(card, 'originalEntry', (entry) => {
              const first = breaksOf(entry);
              if (JSON.stringify(first) === JSON.stringify(breaksOf(card))) return entry;
              const older = first.map((one) =>
                eachObject(one, ({ isAtApprovedLocation, ...event }) =>
                  isAtApprovedLocation === undefined ? event : { ...event, atApprovedLocation: isAtApprovedLocation },
                ),
              );
              return { ...entry, breaks: older };
            })
          : card,
      ),
    },
    {
      id: 'original-shows-open-break-with-hollow-end',
      title:
        'in originalEntry of a card that was edited on its break, the open break ends with an event whose dateTime is null, once the card itself is no longer on a break',
      imitates: 'an outer join mapped to an object of nulls, and put right for the entry of the card only',
      breaches: 'CSDL, timeCardEvent: Property Name="dateTime" Nullable="false"',
      caughtBy: ['TC-SHAPE-004'],
      alike: 'shows only in originalEntry, on a break that was open',
      hooks: showing((card) =>
        card['state'] === 'onBreak'
          ? card
          : changedIn(card, 'originalEntry', (entry) => ({ ...entry, breaks: breaksOf(entry).map(withHollowEnd) })),
      ),
    },
    {
      id: 'list-shows-open-break-with-hollow-end',
      title:
        'in a list, a second or later break that is still open shows an end whose dateTime is null, instead of a null end',
      imitates: 'a LEFT JOIN mapped to an object of nulls; the first row of each card is built by other code',
      breaches: 'CSDL, timeCardEvent: Property Name="dateTime" Nullable="false"',
      caughtBy: ['TC-SHAPE-004'],
      alike: 'shows only in lists, on a second break that is open',
      hooks: showing((card) => {
        const breaks = breaksOf(card).map((one, index) => (index > 0 ? withHollowEnd(one) : one));
        return { ...card, breaks };
      }, 'list'),
    },
  ]),
  ...defects('fields', [
    {
      id: 'confirmed-by-both-rounds-times',
      title: 'once user and manager have both confirmed a card, its clock-in and clock-out are rounded to five minutes',
      imitates: 'payroll rounding that is written back',
      breaches:
        'beta timecard-get.md, example: "confirmedBy": "user,manager" with "2021-05-27T22:58:41.327Z" as in beta timecard-clockin.md, example, of the same card',
      caughtBy: ['TC-CONFIRM-005'],
      alike: 'shows only where both have confirmed',
      hooks: storing('confirm', (after, before) => {
        if (after.confirmedBy !== 'user,manager' || before?.confirmedBy === after.confirmedBy) return after;
        const names = ['clockInEvent', 'clockOutEvent'] as const;
        return names.reduce(
          (card, name) =>
            withEvent(card, name, (event) => {
              const rounded = Math.round(Date.parse(event.dateTime) / fiveMinutes) * fiveMinutes;
              return { ...event, dateTime: new Date(rounded).toISOString() };
            }),
          after,
        );
      }),
    },
    {
      id: 'v1-older-name-beats-newer',
      title:
        'in v1.0, an action that sends atApprovedLocation beside isAtApprovedLocation is kept with the value of the former',
      imitates: 'an alias that the binder of beta needs, registered for both versions and applied last',
      breaches:
        'timecard-clockout.md, Request body: "isAtApprovedLocation | Boolean | Indicates whether this action happens at an approved location." (v1.0 has no other)',
      caughtBy: ['TC-CLOCKOUT-006', 'TC-BREAK-015'],
      alike: 'shows only where both names are sent',
      hooks: knowing(actions, (body, { received }) => {
        const { atApprovedLocation: older, isAtApprovedLocation: newer } = body;
        if (isBeta(received) || typeof older !== 'boolean' || typeof newer !== 'boolean') return body;
        return { ...body, isAtApprovedLocation: older };
      }),
    },
  ]),
  ...defects('errors', [
    {
      id: 'no-original-breaks-is-null-in-list',
      title: 'in a list, and not in get, an originalEntry without breaks has null for them',
      imitates: 'a query for lists whose outer join gives null where there is no row',
      breaches: 'schedule-list-timecards.md, example: "originalEntry": { ... "breaks": [] }',
      caughtBy: ['TC-SHAPE-013'],
      alike: 'shows only in lists',
      hooks: showing(
        (card) =>
          changedIn(card, 'originalEntry', (entry) => {
            const { breaks } = entry;
            return Array.isArray(breaks) && breaks.length === 0 ? { ...entry, breaks: null } : entry;
          }),
        'list',
      ),
    },
    {
      id: 'message-is-object-where-language-is-asked',
      title:
        'a refusal of a request that asks for a language other than English has an object with lang and value as its message',
      imitates: 'the error format of OData 2 and 3, left in the branch that translates',
      breaches: '',
      caughtBy: ['TC-GEN-003'],
      alike: 'shows only where a language is asked for',
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
  ]),
];
