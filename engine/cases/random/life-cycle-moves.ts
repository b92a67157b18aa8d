import type { Edit, Step } from '../case.ts';
import { clockedIn, closed, onBreak } from '../lists/lists.ts';
import { notes, distinctiveNotes } from '../lives/distinctive-bodies.ts';
import { openCardOf, presentCards, type ModelCard, type Person, type World } from '../../../model/world.ts';

/** A move that can be made next, and how likely it should be beside the others. */
export interface Plan {
  readonly kind:
    | 'clockIn'
    | 'create'
    | 'startBreak'
    | 'endBreak'
    | 'clockOut'
    | 'confirm'
    | 'replace'
    | 'edit'
    | 'delete'
    | 'get'
    | 'list';
  /** The card that it is about; a new one without it. */
  readonly handle?: string;
  readonly owner?: Person;
  readonly weight: number;
}

/** More cards at once would make cases long and show nothing new. */
const mostCards = 4;

/**
 * What can happen next. Steps on the documented way are likely, so that cards get old; steps of which the documents say
 * nothing are rare, since they are only recorded, and what follows them is judged less.
 */
export function possibleCommands(world: World, persons: readonly Person[]): readonly Plan[] {
  const cards = presentCards(world);
  const beginnings = cards.length < mostCards ? persons.flatMap((owner) => beginningsOf(world, owner)) : [];
  const reading: readonly Plan[] = cards.length > 0 ? [{ kind: 'list', weight: 4 }] : [];
  return [...beginnings, ...reading, ...cards.flatMap(movesOf)];
}

/** A user's first card is likely, a second open one an oddity. */
function beginningsOf(world: World, owner: Person): readonly Plan[] {
  const isOut = openCardOf(world, owner) === undefined;
  return [
    { kind: 'clockIn', owner, weight: isOut ? 12 : 1 },
    { kind: 'create', owner, weight: 3 },
  ];
}

const weights: Readonly<Record<ModelCard['state'], Partial<Record<Plan['kind'], number>>>> = {
  clockedIn: { startBreak: 14, clockOut: 7, endBreak: 1, confirm: 1, replace: 1, edit: 2 },
  onBreak: { endBreak: 18, startBreak: 1, clockOut: 1, confirm: 1, replace: 1, edit: 2 },
  clockedOut: { replace: 5, edit: 6, confirm: 8, clockOut: 1, startBreak: 1, endBreak: 1 },
  gone: {},
};

function movesOf({ handle, state, confirmed, edited }: ModelCard): readonly Plan[] {
  const own = Object.entries(weights[state]) as readonly [Plan['kind'], number][];
  // What is done once is less likely to be done again, so that an edit is followed by a confirmation and the other way round.
  const again = (kind: Plan['kind']) =>
    (kind === 'confirm' && confirmed) || ((kind === 'replace' || kind === 'edit') && edited);
  const steps = own.map(([kind, weight]): Plan => ({
    kind,
    handle,
    weight: again(kind) ? Math.ceil(weight / 4) : weight,
  }));
  return [...steps, { kind: 'get', handle, weight: 1 }, { kind: 'delete', handle, weight: 2 }];
}

/** The ways to look at all cards: whole, page by page, by state, in order. */
export const listings: readonly Pick<Step, 'query' | 'clothes'>[] = [
  {},
  { query: '$top=2' },
  { query: closed },
  { query: clockedIn },
  { query: onBreak, clothes: ['encodedDollar'] },
  { query: `$top=2&${closed}`, clothes: ['formQuery'] },
  { query: `$top=1&${clockedIn}` },
  { query: `${clockedIn}&$orderby=createdDateTime` },
];

/** Small changes to a card as it was read; not made where it has no such place. */
export const edits: readonly (readonly Edit[])[] = [
  [{ pointer: '/notes', value: distinctiveNotes('edited') }],
  [{ pointer: '/notes', value: null }],
  [{ pointer: '/clockInEvent/notes', value: notes('html', 'began <b>earlier</b>') }],
  [{ pointer: '/clockInEvent/notes', value: null }],
  [{ pointer: '/clockInEvent/isAtApprovedLocation', value: false }],
  [{ pointer: '/clockInEvent/dateTime', later: -30 * 60_000 }],
  [{ pointer: '/clockOutEvent/notes', value: distinctiveNotes('ended, edited') }],
  [{ pointer: '/clockOutEvent/isAtApprovedLocation', value: null }],
  [{ pointer: '/breaks/0/notes', value: notes('text', 'the first break, edited') }],
  [{ pointer: '/breaks/0/start/isAtApprovedLocation', value: true }],
  [{ pointer: '/breaks/0' }],
];
