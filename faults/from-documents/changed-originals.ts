import { at } from '../../traffic/pointer.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import type { Operation } from '../../traffic/operation.ts';
import { defects, type Defect } from '../defect.ts';
import { underAnyTeam } from '../isolation.ts';
import { showing, storing } from '../seams.ts';

const beforeEdited =
  'resources/timecard.md, originalEntry: "The original timeCardEntry of the timeCard, before it was edited."';

/** A write that is no edit makes what the card holds by then its original entry. */
function makesOriginal(operations: Operation | readonly Operation[]) {
  return storing(operations, (after, before) => (before && isEdited(before) ? withOriginalOfNow(after) : after));
}

function isEdited({ clockInEvent, originalEntry }: TimeCard): boolean {
  return originalEntry.clockInEvent?.dateTime !== clockInEvent?.dateTime;
}

function withOriginalOfNow(card: TimeCard): TimeCard {
  const { clockInEvent, clockOutEvent, breaks } = card;
  return { ...card, originalEntry: { clockInEvent, clockOutEvent, breaks } };
}

/** The operation leaves lastModifiedDateTime as it was. */
function freezes(operation: Operation) {
  return storing(operation, (after, before) => ({
    ...after,
    lastModifiedDateTime: before?.lastModifiedDateTime ?? after.lastModifiedDateTime,
  }));
}

/** What a write changes that it has no business with, and what it does not change though it should. */
export const changedOriginalDefects: readonly Defect[] = [
  ...defects('sequence', [
    {
      id: 'clock-out-original-of-now',
      title: 'clockOut of an edited card makes the edited entry its original one',
      imitates: 'an original that is saved whenever a card is closed',
      breaches: beforeEdited,
      caughtBy: ['TC-CLOCKOUT-024'],
      alike: 'needs a card that was edited while it was open',
      hooks: makesOriginal('clockOut'),
    },
    {
      id: 'break-original-of-now',
      title: 'startBreak and endBreak of an edited card make the edited entry its original one',
      imitates: 'an original that is saved with every action',
      breaches: beforeEdited,
      caughtBy: ['TC-BREAK-032'],
      hooks: makesOriginal(['startBreak', 'endBreak']),
    },
    {
      id: 'confirm-original-of-now',
      title: 'confirm of an edited card makes the edited entry its original one',
      imitates: 'an original that is what was last confirmed',
      breaches: beforeEdited,
      caughtBy: ['TC-CONFIRM-005'],
      alike: 'needs a card that was edited before it is confirmed',
      hooks: makesOriginal('confirm'),
    },
  ]),
  ...defects('fields', [
    {
      id: 'replace-modified-frozen',
      title: 'replace leaves lastModifiedDateTime as it was',
      imitates: 'a time stamp that only the actions set',
      breaches: 'resources/timecard.md, lastModifiedDateTime: "The timestamp in which the timeCard was last modified."',
      caughtBy: ['TC-REPLACE-009'],
      alike: 'leaves the time, and does not take it back: whoever looks too soon cannot tell',
      hooks: freezes('replace'),
    },
    {
      id: 'confirm-modified-frozen',
      title: 'confirm leaves lastModifiedDateTime as it was',
      imitates: 'a flag in a table of its own',
      breaches: 'resources/timecard.md, lastModifiedDateTime: "The timestamp in which the timeCard was last modified."',
      caughtBy: ['TC-CONFIRM-011'],
      alike: 'leaves the time, and does not take it back: whoever looks too soon cannot tell',
      hooks: freezes('confirm'),
    },
  ]),
  ...defects('state', [
    {
      id: 'replace-null-keeps-clock-out',
      title: 'replace with clockOutEvent null answers 204 and leaves the card clocked out',
      imitates: 'card.clockOutEvent = body.clockOutEvent ?? card.clockOutEvent',
      breaches:
        'timecard-replace.md: "Replace an existing timeCard"; Request body: a JSON representation of a timeCard',
      caughtBy: ['TC-REPLACE-002'],
      alike: 'needs a closed card that is replaced by an open one',
      hooks: storing('replace', (after, before, { body }) =>
        before?.clockOutEvent && at(body, '/clockOutEvent') === null
          ? { ...after, state: before.state, clockOutEvent: before.clockOutEvent }
          : after,
      ),
    },
  ]),
  ...defects('errors', [
    {
      id: 'lower-case-breaks-unknown',
      title: 'startbreak and endbreak, as the examples write them, are not found; all other names are',
      imitates: 'a router that heeds case in some of its routes',
      breaches:
        'timecard-startbreak.md, example: "POST …/timeCards/{id}/startbreak"; concepts/traverse-the-graph.md, note',
      caughtBy: ['TC-GEN-008'],
      alike: 'needs the two names in lower case; clockin, list and get are found',
      hooks: {
        receive: (received) =>
          /\/(startbreak|endbreak)\/?$/.test(received.path) ? { ...received, path: '/v1.0/not-found' } : received,
      },
    },
  ]),
  ...defects('beta', [
    {
      id: 'confirm-for-user-drops-notes',
      title: 'confirmForUser takes the notes of the card away',
      imitates: 'a card that is written anew from what the request says',
      breaches: 'timecard-confirmforuser.md, Request body: userId alone',
      caughtBy: ['TC-CONFIRM-020'],
      alike: 'needs a card with notes',
      hooks: storing('confirmForUser', (after) => ({ ...after, notes: null })),
    },
    {
      id: 'confirm-for-user-under-any-team',
      title: 'confirmForUser finds a card under any team',
      imitates: 'a look-up by card alone, in the one method that came later',
      breaches:
        'timecard-confirmforuser.md, HTTP request: /teams/{teamId}/schedule/timeCards/{timeCardId}/confirmForUser',
      caughtBy: ['TC-ISOLATION-008'],
      version: 'beta',
      alike: 'needs confirmForUser under the other team',
      hooks: underAnyTeam((_method, path) => /\/confirmforuser\/?$/i.test(path)),
    },
    {
      id: 'list-without-confirmations-for-users',
      title: 'list shows confirmedBy as it was before confirmForUser',
      imitates: 'a cache of the list that one method does not clear',
      breaches: 'beta timecard-list.md, Response: a collection of timeCard objects; timecard-confirmforuser.md',
      caughtBy: ['TC-LIST-013'],
      version: 'beta',
      alike: 'needs a list after a confirmForUser',
      hooks: () => {
        const before = new Map<unknown, string>();
        return {
          ...storing('confirmForUser', (after, held) => {
            if (held) before.set(after.id, held.confirmedBy);
            return after;
          }),
          ...showing((card) => {
            const old = before.get(card['id']);
            return old === undefined ? card : { ...card, confirmedBy: old };
          }, 'list'),
        };
      },
    },
  ]),
];
