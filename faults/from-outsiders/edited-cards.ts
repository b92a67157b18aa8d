import type { Call } from '../../reference/call.ts';
import { readCard } from '../../reference/card-body.ts';
import type { TimeCard, TimeCardEntry } from '../../reference/time-card.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';

const names = ['clockInEvent', 'clockOutEvent'] as const;
type EventName = (typeof names)[number];

/** The edited card with each event that kept its time changed, given what it was before. */
function whereTheTimeStayed(
  after: TimeCard,
  before: TimeCard,
  change: (card: TimeCard, name: EventName) => TimeCard,
): TimeCard {
  return names.reduce((card, name) => {
    const [now, then] = [card[name], before[name]];
    const stayed = now !== null && then !== null && Date.parse(now.dateTime) === Date.parse(then.dateTime);
    return stayed ? change(card, name) : card;
  }, after);
}

function saysNullLocation({ body }: Call, name: EventName): boolean {
  const event = body[name];
  return isJsonObject(event) && [event['isAtApprovedLocation'], event['atApprovedLocation']].includes(null);
}

/** The instants of an entry and nothing else. */
function timesText({ clockInEvent, clockOutEvent, breaks }: TimeCardEntry): string {
  const events = [clockInEvent, clockOutEvent, ...breaks.flatMap(({ start, end }) => [start, end])];
  return JSON.stringify(events.map((event) => event && Date.parse(event.dateTime)));
}

/** Edits that leave something of the card as it was, and what follows them. */
export const editDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'original-takes-notes-of-edit',
      title:
        'a replace that keeps the time of an event and changes its note or location writes the new event into originalEntry',
      imitates: 'change detection for history that compares times only',
      breaches: 'CSDL, timeCardEvent: notes and isAtApprovedLocation are parts of the event',
      caughtBy: ['TC-REPLACE-003'],
      alike: 'shows only where an edit leaves the times alone',
      hooks: storing('replace', (after, before) =>
        before === undefined
          ? after
          : whereTheTimeStayed(after, before, (card, name) => ({
              ...card,
              originalEntry: { ...card.originalEntry, [name]: card[name] },
            })),
      ),
    },
    {
      id: 'second-edit-shares-breaks-with-original',
      title: 'from the second replace on, the breaks in originalEntry are those that were sent; its events are right',
      imitates: 'a shallow copy of the entry, whose list of breaks is that of the card',
      breaches: 'resources/timecard.md, originalEntry: the entry before edits',
      caughtBy: ['TC-REPLACE-003'],
      alike: 'shows only where breaks are edited twice',
      hooks: () => {
        const edited = new Set<string>();
        return storing('replace', (after) => {
          const again = edited.has(after.id);
          edited.add(after.id);
          return again ? { ...after, originalEntry: { ...after.originalEntry, breaks: after.breaks } } : after;
        });
      },
    },
    {
      id: 'clock-out-undoes-corrected-clock-in',
      title: 'clockOut of a card whose clock-in was corrected by a replace brings the clock-in back that it had before',
      imitates: 'an entry that each action builds anew from the punches, among which an edit is none',
      breaches:
        'timecard-replace.md, Request body: "JSON representation of a timeCard."; timecard-clockout.md: nothing of a clock-in',
      caughtBy: ['TC-CLOCKOUT-008'],
      alike: 'shows only where the time of the clock-in was edited',
      hooks: storing('clockOut', (after) => {
        const [now, punched] = [after.clockInEvent, after.originalEntry.clockInEvent];
        const corrected = now && punched && Date.parse(now.dateTime) !== Date.parse(punched.dateTime);
        return corrected ? { ...after, clockInEvent: punched } : after;
      }),
    },
    {
      id: 'null-location-falls-back-to-old',
      title:
        'a replace that sends isAtApprovedLocation null for an event whose time it keeps leaves the old true or false',
      imitates: 'COALESCE(new, old) in the update statement',
      breaches:
        'timecard-replace.md, Request body: "JSON representation of a timeCard."; beta timecard-replace.md, example sends "atApprovedLocation": null; CSDL: isAtApprovedLocation is nullable',
      caughtBy: ['TC-REPLACE-030'],
      alike: 'shows only where null is sent for where an event happened',
      hooks: storing('replace', (after, before, call) =>
        before === undefined
          ? after
          : whereTheTimeStayed(after, before, (card, name) => {
              const location = before[name]?.isAtApprovedLocation ?? null;
              const event = card[name];
              if (event?.isAtApprovedLocation !== null || !saysNullLocation(call, name)) return card;
              return { ...card, [name]: { ...event, isAtApprovedLocation: location } };
            }),
      ),
    },
    {
      id: 'break-notes-stay-at-their-place',
      title:
        'where a replace leaves out or reorders breaks, a break that is sent without notes gets those of the other break that stood in its place',
      imitates: 'a merge of arrays by index instead of by key',
      breaches:
        'timecard-replace.md, Request body: "JSON representation of a timeCard."; beta timecard-replace.md, example: "breaks": [{ "breakId": ..., "notes": null ...}]; CSDL: timeCardBreak/notes belongs to one break',
      caughtBy: ['TC-REPLACE-029'],
      alike: 'shows only where a replace reorders or leaves out breaks',
      hooks: storing('replace', (after, before) => ({
        ...after,
        breaks: after.breaks.map((one, index) => {
          const there = before?.breaks[index];
          const another = there !== undefined && there.breakId !== one.breakId;
          return one.notes === null && another ? { ...one, notes: there.notes } : one;
        }),
      })),
    },
    {
      id: 'replace-believes-sent-original-entry',
      title:
        'a replace whose body carries originalEntry, as every get-change-put does, keeps that as the original entry',
      imitates: 'mass assignment: the whole body is copied over the row, what the service keeps itself included',
      breaches:
        'resources/timecard.md, originalEntry: the entry before edits; schedule-post-timecards.md, example: an empty one',
      caughtBy: ['TC-REPLACE-028'],
      alike: 'shows only where originalEntry is sent',
      hooks: storing('replace', (after, _before, call) => {
        const sent = call.body['originalEntry'];
        if (!isJsonObject(sent)) return after;
        const { clockInEvent, clockOutEvent, breaks } = readCard(sent, call.version);
        const named = breaks.map((one) => ({ ...one, breakId: one.breakId ?? '' }));
        return { ...after, originalEntry: { clockInEvent, clockOutEvent, breaks: named } };
      }),
    },
    {
      id: 'replace-again-doubles-breaks-without-id',
      title: 'a replace with breaks that name no breakId adds them to the breaks that the closed card has already',
      imitates: 'an upsert by breakId: rows without an id are inserted, and nobody deletes the old ones',
      breaches:
        'timecard-replace.md, title "Replace timeCard" and Request body: "JSON representation of a timeCard."; CSDL, timeCardBreak/breakId is nullable',
      caughtBy: ['TC-REPLACE-020'],
      alike: 'shows only where breaks are sent without ids',
      hooks: storing('replace', (after, before, { body }) => {
        const sent = body['breaks'];
        if (before === undefined || before.state !== 'clockedOut' || after.state !== 'clockedOut') return after;
        if (!Array.isArray(sent) || sent.length === 0 || sent.some((one) => isJsonObject(one) && one['breakId']))
          return after;
        return { ...after, breaks: [...before.breaks, ...after.breaks] };
      }),
    },
  ]),
  ...defects('state', [
    {
      id: 'replace-without-state-keeps-the-old-one',
      title: 'a replace that says nothing of the state leaves the card in the state that it had',
      imitates: 'a column for the state that only an action or the body sets, and nobody works out anew',
      breaches: 'resources/timecard.md, state; timecard-replace.md, example: both events, and "state": "clockedOut"',
      caughtBy: ['TC-SHAPE-010', 'TC-SHAPE-011'],
      alike: 'shows only where a replace sends no state',
      hooks: storing('replace', (after, before, { body }) =>
        before !== undefined && (body['state'] ?? null) === null ? { ...after, state: before.state } : after,
      ),
    },
  ]),
  ...defects('sequence', [
    {
      id: 'replace-back-to-original-is-dropped',
      title: 'a second replace that goes back to the times of originalEntry is answered 204 and changes no time',
      imitates: 'a "nothing changed" short cut that compares with the original entry instead of the current one',
      breaches: 'timecard-replace.md, Request body: "JSON representation of a timeCard." with Response 204',
      caughtBy: ['TC-REPLACE-002'],
      alike: 'shows only where a second replace goes back to the first entry',
      hooks: storing('replace', (after, before) => {
        if (before === undefined || timesText(after) === timesText(before)) return after;
        if (timesText(after) !== timesText(before.originalEntry)) return after;
        const { clockInEvent, clockOutEvent, breaks, state } = before;
        return { ...after, clockInEvent, clockOutEvent, breaks, state };
      }),
    },
  ]),
];
