import type { TimeCard } from '../../reference/time-card.ts';
import type { Principal } from '../../reference/tokens.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { withBreaks } from '../break-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';
import { pagesInOrder, listing, option } from './page-seams.ts';
import { deletedCards } from './remembered-cards.ts';

const events = ['clockInEvent', 'clockOutEvent'] as const;

/** What shows only to who is somebody else, comes a second time, or looks once more. */
export const secondRequestDefects: readonly Defect[] = [
  ...defects('identity', [
    {
      id: 'end-break-by-owner-modified-by-creator',
      title: 'endBreak by the user of a card that somebody else keeps leaves lastModifiedBy to that one',
      imitates: 'a card that is written with the context of who made it',
      breaches: 'resources/timecard.md, lastModifiedBy: "Identity of the last modifier of this timecard."',
      caughtBy: ['TC-BREAK-026'],
      alike: 'needs a card that somebody else made for the user who ends the break',
      hooks: storing('endBreak', (after, before, { user }) =>
        before && before.createdBy.user?.id !== user?.id ? { ...after, lastModifiedBy: before.lastModifiedBy } : after,
      ),
    },
    {
      id: 'replace-by-another-creates',
      title: 'replace by somebody else than the creator makes that one the creator',
      imitates: 'a PUT that saves the card as new',
      breaches: 'resources/timecard.md, createdBy: "Identity of the creator of this timecard."',
      caughtBy: ['TC-REPLACE-004'],
      alike: 'needs somebody else than the creator',
      hooks: storing('replace', (after) => ({ ...after, createdBy: after.lastModifiedBy })),
    },
  ]),
  ...defects('races', [
    {
      id: 'race-sender-mixed-up',
      title: 'of two overlapping clockIns by two users the second makes a card that the first user has created',
      imitates: 'the current user in a variable that all requests share',
      breaches: 'timecard-clockin.md, Request headers: "Bearer {token}. Required.", examples: createdBy is who calls',
      caughtBy: ['TC-RACE-004'],
      hooks: () => {
        let latest: readonly (Principal | undefined)[] = [];
        return {
          answersAfter: 5,
          identify: (principal) => {
            latest = [latest.at(-1), principal];
            return principal;
          },
          store: ({ before, after, call }) => {
            const other = latest.find((one) => one?.kind === 'user' && one.identity.id !== call.principal.identity.id);
            const meets = call.operation === 'clockIn' && before === undefined && call.received.underWay > 1;
            if (!after || !other || !meets) return after;
            const set = { application: null, device: null, user: other.identity };
            return { ...after, createdBy: set, lastModifiedBy: set };
          },
        };
      },
    },
  ]),
  ...defects('persistence', [
    {
      id: 'delete-by-application-ignored',
      title: 'delete by an application answers 204 and leaves the card',
      imitates: 'a delete that asks for the owner in its where clause',
      breaches:
        'schedule-delete-timecards.md, Permissions: application Schedule.ReadWrite.All; Response: "204 No Content"',
      caughtBy: ['TC-DELETE-002'],
      alike: 'needs an application that deletes, and a look afterwards',
      hooks: {
        store: ({ before, after, call }) =>
          call.operation === 'delete' && call.principal.kind === 'application' ? before : after,
      },
    },
    {
      id: 'removed-breaks-return',
      title: 'breaks that a replace removed come back with the next startBreak',
      imitates: 'breaks in a table of their own, which a replace does not empty',
      breaches: 'timecard-replace.md: "Replace an existing timeCard"; resources/timecard.md, breaks',
      caughtBy: ['TC-BREAK-003'],
      alike: 'needs a card that had a break before it was replaced, and begins another after that',
      hooks: () => {
        const removed = new Map<string, TimeCard['breaks']>();
        return storing(['replace', 'startBreak'], (after, before, { operation }) => {
          if (before === undefined) return after;
          if (operation === 'startBreak') {
            const back = removed.get(after.id) ?? [];
            removed.delete(after.id);
            return withBreaks(after, (breaks) => [...back, ...breaks]);
          }
          const gone = before.breaks.filter(({ breakId }) => after.breaks.every((kept) => kept.breakId !== breakId));
          removed.set(after.id, gone);
          return after;
        });
      },
    },
  ]),
  ...defects('fields', [
    {
      id: 'replace-null-event-notes-keeps',
      title: 'replace with notes null in an event keeps the notes that the event had',
      imitates: 'event.notes = body.notes ?? event.notes',
      breaches: 'timecard-replace.md, example: "notes": null in clockOutEvent; Request body: a JSON representation',
      caughtBy: ['TC-REPLACE-010'],
      alike: 'needs an event that had notes, and null in their place',
      hooks: storing('replace', (after, before, { body }) => {
        const kept = events.flatMap((name) => {
          const [event, had] = [after[name], before?.[name]?.notes];
          return event && had && at(body, `/${name}/notes`) === null ? [[name, { ...event, notes: had }] as const] : [];
        });
        return { ...after, ...Object.fromEntries(kept) };
      }),
    },
    {
      id: 'replaced-breaks-share-id',
      title: 'replace with several breaks without ids gives all of them the same one',
      imitates: 'an id that is made once, before the loop',
      breaches: 'resources/timecardbreak.md, breakId: "ID of the timeCardBreak."',
      caughtBy: ['TC-ISOLATION-006'],
      alike: 'needs breaks that a replace brought, none of which has an id',
      hooks: storing('replace', (after, _before, { body }) => {
        const sent = Array.isArray(body['breaks']) ? body['breaks'] : [];
        const named = sent.some((one) => isJsonObject(one) && typeof one['breakId'] === 'string');
        const [first] = after.breaks;
        return named || first === undefined
          ? after
          : withBreaks(after, (breaks) => breaks.map((one) => ({ ...one, breakId: first.breakId })));
      }),
    },
    {
      id: 'year-of-the-text-kept',
      title: 'a time whose offset leads into another year keeps the year in which it was written',
      imitates: 'a date that is put together from its parts',
      breaches: 'schedule-post-timecards.md, Request body; CSDL timeCardEvent dateTime: Edm.DateTimeOffset',
      caughtBy: ['TC-CREATE-002', 'TC-REPLACE-002'],
      alike: 'needs an offset over the turn of a year',
      hooks: storing(['create', 'replace'], (after, _before, { body }) => {
        const changed = events.flatMap((name) => {
          const [event, sent] = [after[name], at(body, `/${name}/dateTime`)];
          if (!event || typeof sent !== 'string') return [];
          return [[name, { ...event, dateTime: `${sent.slice(0, 4)}${event.dateTime.slice(4)}` }] as const];
        });
        return { ...after, ...Object.fromEntries(changed) };
      }),
    },
  ]),
  ...defects('paging', [
    {
      id: 'order-finds-deleted',
      title: 'a list with $orderby holds deleted cards as well',
      imitates: 'a sorted index that is not told of a delete',
      breaches: 'schedule-delete-timecards.md, title: "Delete timeCard"; schedule-list-timecards.md, Response',
      caughtBy: ['TC-LIST-010'],
      alike: 'shows in ordered lists only',
      hooks: () => {
        const deleted = deletedCards();
        return {
          store: deleted.store,
          ...listing((cards, call) =>
            option(call.received, '$orderby') === undefined
              ? cards
              : pagesInOrder([...cards, ...deleted.of(call.teamId)]),
          ),
        };
      },
    },
  ]),
];
