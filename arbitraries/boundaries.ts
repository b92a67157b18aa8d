import type { Json, JsonObject } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { saidLocations } from './approved-location.ts';
import { cardOfShift, oddShifts, shiftsElsewhere, type Shift } from './calendar.ts';
import { simplestInstant } from './instants.ts';
import { htmlSample, plainSampleAt, uglySamples, type UglyKind } from './text.ts';

/** A body at the edge of what a schema allows, with a name that says which edge. */
export interface Boundary {
  readonly name: string;
  readonly body: JsonObject;
}

const plain = text('Started late due to traffic');

/** Plain text all the same, with what careless servers alter: escapes, other scripts, its length. */
const telling = text(
  'Tom & Zoë\'s "late" start: bus 237, 50% full; 早退, see the note on the board beside the door (left). The next bus came at 8:52 and was full as well, so that both of them walked from the river to the station; whoever reads this may ask Zoë for the rest',
);

/**
 * Bodies of clockIn: each value of the boolean, each form of notes, simplest first. The user is not among them. Of the kinds
 * of text, those that servers most often alter; the others are shared out among the actions, since all keep notes alike.
 */
export function clockInBoundaries(version: ApiVersion = 'v1.0'): readonly Boundary[] {
  return actionBoundaries(version, ['lively', 'quotes', 'newlines', 'astral', 'long']);
}

/** Bodies of clockOut: as for clockIn, with other kinds of text. */
export function clockOutBoundaries(version: ApiVersion = 'v1.0'): readonly Boundary[] {
  return actionBoundaries(version, ['lively', 'backslashes', 'tab', 'combining', 'zeroWidth']);
}

/** Bodies of startBreak or endBreak: as for clockIn, with the kinds of text that are left. */
export function breakBoundaries(version: ApiVersion = 'v1.0'): readonly Boundary[] {
  return actionBoundaries(version, ['lively', 'html', 'empty', 'rightToLeft', 'blanks']);
}

/** Bodies of create: the shapes of a card, then values of its members, then times at which calendars go wrong. */
export function createBoundaries(userId: string, version: ApiVersion = 'v1.0'): readonly Boundary[] {
  const card = (name: string, members: JsonObject): Boundary => ({ name, body: { userId, ...members } });
  return distinct([
    ...shapesOf(version).map(({ name, body }) => card(name, body)),
    ...[...kindsOfText, ...times, ...cardsOfShifts(version, 0)].map(({ name, body }) => card(name, body)),
  ]);
}

/**
 * Bodies of replace: whole cards in each shape, then values of members. The state is sent with some, as the examples do,
 * and then fits the events.
 */
export function replaceBoundaries(userId: string, version: ApiVersion = 'v1.0'): readonly Boundary[] {
  const whole = { clockOutEvent: null, breaks: [], notes: null };
  const card = (name: string, members: JsonObject): Boundary => ({ name, body: { userId, ...whole, ...members } });
  const clockOutEvent = at(16);
  return distinct([
    ...shapesOf(version).map(({ name, body }) => card(name, body)),
    card('state clockedIn', { clockInEvent: at(8), state: 'clockedIn' }),
    card('state onBreak', { clockInEvent: at(8), breaks: [{ start: at(10) }], state: 'onBreak' }),
    card('state clockedOut', { clockInEvent: at(8), clockOutEvent, state: 'clockedOut' }),
    ...[...kindsOfText, ...times, ...cardsOfShifts(version, 7)].map(({ name, body }) => card(name, body)),
  ]);
}

/**
 * A card of each shift at which a calendar goes wrong, with the texts that people write in every place, one after the other.
 * The clock-in has each value of the boolean and each form of notes, from the shift of that number on: what is refused for
 * its notes in one list of cards is not in the other.
 */
function cardsOfShifts(version: ApiVersion, first: number): readonly Boundary[] {
  const clockIns: readonly Boundary[] = [
    ...saidLocations(version).map(({ name, members }) => ({ name, body: members })),
    { name: 'notes null', body: { notes: null } },
    { name: 'notes', body: { notes: plain } },
    { name: 'notes and isAtApprovedLocation', body: { isAtApprovedLocation: true, notes: telling } },
    ...oddNotes,
  ];
  const shifts = Object.entries<Shift>({ ...oddShifts, ...shiftsElsewhere });
  return shifts.map(([name, worked], index) => {
    const body = cardOfShift(worked, (place) => text(plainSampleAt(index + place)));
    const clockIn = clockIns[(index + shifts.length - first) % shifts.length];
    if (clockIn === undefined) return { name, body };
    return {
      name: `${clockIn.name}; ${name}`,
      body: { ...body, clockInEvent: { dateTime: worked.from, ...clockIn.body } },
    };
  });
}

/** Null, and notes with half of what they usually have, or of the other type. */
const oddNotes: readonly Boundary[] = [
  { name: 'notes without contentType', body: { notes: { content: 'late' } } },
  { name: 'notes with contentType null', body: { notes: { content: 'late', contentType: null } } },
  { name: 'notes with content null', body: { notes: { content: null, contentType: 'text' } } },
  { name: 'notes of type html', body: { notes: { content: htmlSample, contentType: 'html' } } },
];

function actionBoundaries(version: ApiVersion, kinds: readonly UglyKind[]): readonly Boundary[] {
  return distinct([
    { name: 'nothing', body: {} },
    ...saidLocations(version).map(({ name, members }) => ({ name, body: members })),
    { name: 'notes null', body: { notes: null } },
    { name: 'notes', body: { notes: plain } },
    { name: 'notes and isAtApprovedLocation', body: { isAtApprovedLocation: true, notes: telling } },
    ...oddNotes,
    // With something beside the text that must be kept, whatever becomes of the text.
    ...kinds.map((kind, index) => ugly(kind, (notes) => ({ isAtApprovedLocation: index % 2 === 0, notes }))),
  ]);
}

const shapes: readonly Boundary[] = [
  { name: 'only a clock-in', body: { clockInEvent: at(8) } },
  { name: 'both events', body: { clockInEvent: at(8), clockOutEvent: at(16) } },
  { name: 'no clock-out, said with null', body: { clockInEvent: at(8), clockOutEvent: null } },
  { name: 'card notes', body: { clockInEvent: at(8), notes: plain } },
  { name: 'card notes null', body: { clockInEvent: at(8), notes: null } },
  { name: 'notes everywhere', body: everywhere('notes', telling).body },
  { name: 'no breaks, said with an empty list', body: { clockInEvent: at(8), breaks: [] } },
  { name: 'an open break', body: { clockInEvent: at(8), breaks: [{ start: at(10) }] } },
  { name: 'an open break, said with null', body: { clockInEvent: at(8), breaks: [{ start: at(10), end: null }] } },
  { name: 'one closed break', body: closed({}, [{ start: at(10), end: at(11) }]) },
  { name: 'a closed break on an open card', body: { clockInEvent: at(8), breaks: [{ start: at(10), end: at(11) }] } },
  {
    name: 'two breaks',
    body: closed({}, [
      { start: at(10), end: at(11) },
      { start: at(12), end: at(13) },
    ]),
  },
  {
    name: 'a break with all it can have',
    body: closed({}, [
      {
        notes: plain,
        start: { ...at(10), isAtApprovedLocation: true, notes: text('tea') },
        end: { ...at(11), isAtApprovedLocation: false, notes: text('back') },
      },
    ]),
  },
];

/** In beta a break may say where it was under the former name, too. */
function shapesOf(version: ApiVersion): readonly Boundary[] {
  if (version === 'v1.0') return shapes;
  const former = [{ start: { ...at(10), atApprovedLocation: true }, end: { ...at(11), atApprovedLocation: false } }];
  return [...shapes, { name: 'a break with atApprovedLocation', body: closed({}, former) }];
}

/** Kinds of text that servers treat differently on cards than on actions: stored as part of a document, not of an event. */
const kindsOfText: readonly Boundary[] = [
  everywhere('notes of type html', { content: htmlSample, contentType: 'html' }),
  everywhere('notes: lively', text(uglySamples.lively)),
  ugly('long', (notes) => ({ notes, clockInEvent: at(8) })),
];

function everywhere(name: string, notes: JsonObject): Boundary {
  const rest = { notes, start: { ...at(10), notes }, end: { ...at(11), notes } };
  return { name: `${name} everywhere`, body: closed({ notes }, [rest]) };
}

const times: readonly Boundary[] = [
  shift('milliseconds', '2024-01-01T08:00:00.001Z', '2024-01-01T16:00:00.999Z'),
  shift('one second', simplestInstant, '2024-01-01T08:00:01Z'),
];

/** An event on the simplest day, at a full hour. */
function at(hour: number): JsonObject {
  return { dateTime: `2024-01-01T${String(hour).padStart(2, '0')}:00:00Z` };
}

function closed(members: JsonObject, breaks?: readonly JsonObject[]): JsonObject {
  const events = { clockInEvent: { ...at(8), ...members }, clockOutEvent: { ...at(16), ...members } };
  return { ...events, ...members, ...(breaks === undefined ? {} : { breaks }) };
}

function shift(name: string, start: string, end: string): Boundary {
  return { name, body: { clockInEvent: { dateTime: start }, clockOutEvent: { dateTime: end } } };
}

function text(content: string): JsonObject {
  return { content, contentType: 'text' };
}

function ugly(kind: UglyKind, bodyWith: (notes: Json) => JsonObject): Boundary {
  return { name: `notes: ${kind}`, body: bodyWith(text(uglySamples[kind])) };
}

/** Without those whose body came before. */
function distinct(boundaries: readonly Boundary[]): readonly Boundary[] {
  const seen = new Set<string>();
  return boundaries.filter(({ body }) => {
    const key = JSON.stringify(body);
    return !seen.has(key) && seen.add(key).size > 0;
  });
}
