import { storing, withEvent } from '../seams.ts';
import type { Call } from '../../reference/call.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { entryOf, stateOf } from './inventor-1-shared.ts';

const kind = 'replace';
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

export const inventor1Replace: readonly InventedDefect[] = [
  {
    id: 'reopened-card-clocks-out-at-old-time',
    title: 'A closed card that a replace has opened again is closed by clockOut at the time it had before the replace.',
    imitates: 'A closing time that is kept in a column of its own and only filled where it is empty.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CLOCKOUT-004: "Afterwards clockOutEvent is set, with a service time."; pages/v1.0/timecard-clockout.md, "Request body": no time is sent; seeds/001, first sentence: "Clock out to end a timeCard".',
    level: 'MUST',
    kind,
    hooks: () => {
      const ends = new Map<string, string>();
      return storing(['replace', 'clockOut'], (after, before, call) => {
        if (call.operation === 'replace') {
          const end = before?.clockOutEvent?.dateTime;
          if (after.clockOutEvent !== null) ends.delete(after.id);
          else if (end !== undefined) ends.set(after.id, end);
          return after;
        }
        const dateTime = ends.get(after.id);
        ends.delete(after.id);
        return dateTime === undefined ? after : withEvent(after, 'clockOutEvent', (event) => ({ ...event, dateTime }));
      });
    },
  },
  {
    id: 'confirm-makes-edited-entry-original',
    title: 'confirm of a card that was edited copies the edited entry over originalEntry.',
    imitates: 'An approval step that "bakes in" pending changes and drops the history.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-REPLACE-003 (resource page timeCard, originalEntry): "originalEntry keeps the entry as it was before the edit."; "b. Shapes": "originalEntry ... entry before edits".',
    level: 'MUST',
    kind,
    hooks: () => {
      const edited = new Set<string>();
      return storing(['replace', 'confirm', 'confirmForUser'], (after, _before, call) => {
        if (call.operation === 'replace') edited.add(after.id);
        else if (edited.has(after.id)) return { ...after, originalEntry: entryOf(after) };
        return after;
      });
    },
  },
  {
    id: 'clock-out-after-edit-buries-original',
    title: 'clockOut of an open card that was edited writes the edited entry into originalEntry as well.',
    imitates: 'An action that mirrors the live entry into the original without asking whether the card was edited.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-REPLACE-003 (resource page timeCard, originalEntry): "originalEntry keeps the entry as it was before the edit": the clock-in as it was before the replace.',
    level: 'MUST',
    kind,
    hooks: () => {
      const edited = new Set<string>();
      return storing(['replace', 'clockOut'], (after, _before, call) => {
        if (call.operation === 'replace') edited.add(after.id);
        else if (edited.has(after.id)) return { ...after, originalEntry: entryOf(after) };
        return after;
      });
    },
  },
  {
    id: 'original-takes-notes-of-edit',
    title:
      'A replace that keeps the time of an event and changes its note or location writes the new event into originalEntry.',
    imitates: 'Change detection for history that compares times only.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-REPLACE-003: "originalEntry keeps the entry as it was before the edit. ... originalEntry = old events."; csdl-timecard-v1.0.xml, timeCardEvent: notes and isAtApprovedLocation are parts of the event.',
    level: 'MUST',
    kind,
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
    id: 'reopened-break-keeps-old-end',
    title: 'A replace that sends a break under its breakId with end null keeps the end it had, and the state with it.',
    imitates: 'An upsert of child rows by id that skips null columns.',
    breaches:
      'pages/v1.0/timecard-replace.md, "Request body": "JSON representation of a timeCard."; dossier.md, TC-REPLACE-002: "Afterwards get shows the new events and notes."; csdl-timecard-v1.0.xml, timeCardBreak/end is nullable.',
    level: 'MUST',
    kind,
    hooks: storing('replace', (after, before) => {
      const breaks = after.breaks.map((one) => {
        const old = before?.breaks.find(({ breakId }) => breakId === one.breakId);
        return one.end === null && old ? { ...one, end: old.end } : one;
      });
      const card = { ...after, breaks };
      return { ...card, state: stateOf(card) };
    }),
  },
  {
    id: 'break-notes-stay-at-their-place',
    title:
      'Where a replace leaves out or reorders breaks, a break that is sent without notes gets those of the other break that stood in its place.',
    imitates: 'A merge of arrays by index instead of by key.',
    breaches:
      'pages/v1.0/timecard-replace.md, "Request body": "JSON representation of a timeCard."; pages/beta/timecard-replace.md, example: "breaks": [{ "breakId": ..., "notes": null ...}]; csdl-timecard-v1.0.xml: timeCardBreak/notes belongs to one break.',
    level: 'MUST',
    kind,
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
    id: 'reopened-onto-break-says-clocked-in',
    title: 'A closed card that a replace opens with a break under way says clockedIn instead of onBreak.',
    imitates: 'A state machine that knows the step "reopen" and sets a fixed state for it.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-SHAPE-010 and TC-BREAK-002 (resource page timeCard, values of state); pages/beta/timecard-post.md, example: no clockOutEvent and a break with "end": null is "state": "onBreak".',
    level: 'MUST',
    kind,
    hooks: storing('replace', (after, before) =>
      before?.state === 'clockedOut' && after.state === 'onBreak' ? { ...after, state: 'clockedIn' } : after,
    ),
  },
  {
    id: 'null-location-falls-back-to-old',
    title:
      'A replace that sends isAtApprovedLocation null for an event whose time it keeps leaves the old true or false.',
    imitates: 'COALESCE(new, old) in the update statement.',
    breaches:
      'pages/v1.0/timecard-replace.md, "Request body": "JSON representation of a timeCard."; pages/beta/timecard-replace.md, example sends "atApprovedLocation": null; csdl-timecard-v1.0.xml: isAtApprovedLocation is nullable; dossier.md, TC-REPLACE-002: "get shows the new events".',
    level: 'MUST',
    kind,
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
];
