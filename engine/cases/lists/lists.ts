import { cardOfShift, oddShifts, type Shift } from '../../../arbitraries/calendar.ts';
import { plainSampleAt } from '../../../arbitraries/text.ts';
import type { JsonObject } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read, remove, writeAndLook } from '../lives/card-life.ts';
import { cardThatMoves } from './moving-card.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { event, notes } from '../lives/distinctive-bodies.ts';

/** Pages, `$top`, `$filter` and `$orderby` of list. */
export function listsInBrief(settings: PlanSettings): PhasePlan {
  return { phase: 'paging', kind: 'listed', cases: [lists(settings), manyCards(settings)] };
}

const moreThanTen = 12;

/**
 * More cards than a short page holds: a list that ends after ten of them and has no link lacks two. They are of days on which
 * calendars go wrong. And one that moves.
 */
export function longList({ people }: PlanSettings): PhasePlan {
  const shifts = Object.entries<Shift>(oddShifts).slice(0, moreThanTen);
  return {
    phase: 'paging',
    kind: 'listed',
    cases: [
      cardThatMoves(people),
      {
        name: 'more cards than ten',
        phase: 'paging',
        suites: ['reading'],
        steps: [
          ...shifts.flatMap(([when, shift], index) => cardOnOddDay(people.callerId, when, shift, index)),
          { name: 'list all', operation: 'list', walk: true },
        ],
      },
    ],
  };
}

/** A card that is read back, so that the list can be compared with that; another text in each of its places. */
function cardOnOddDay(userId: string, when: string, shift: Shift, number: number): readonly Step[] {
  const body = { userId, ...cardOfShift(shift, (place) => notes('text', plainSampleAt(number + place))) };
  return [{ name: `create: ${when}`, operation: 'create', makes: when, body }, read(`read: ${when}`, when)];
}

/** Makes a card of five minutes. */
function shortCard(userId: string, number: number): Step {
  return {
    name: `create ${number}`,
    operation: 'create',
    makes: `card ${number}`,
    body: {
      userId,
      clockInEvent: { dateTime: '2024-03-01T08:00:00Z' },
      clockOutEvent: { dateTime: '2024-03-01T08:05:00Z' },
    },
    // One after the other, so that none is in another's way.
    ofToday: 10 * number,
  };
}

/** An open and a closed card, to tell apart. */
function lists({ people, apiVersion }: PlanSettings): Case {
  const { create, clockIn, startBreak } = documentedBodies(people);
  return {
    name: 'list with $top and $filter',
    phase: 'paging',
    suites: ['reading', 'shapes'],
    steps: [
      { name: 'create', operation: 'create', makes: 'closed', body: create, ofToday: 10 },
      { name: 'clock in', operation: 'clockIn', makes: 'open', body: clockIn },
      read('get the closed', 'closed'),
      read('get the open', 'open'),
      { name: 'list all', operation: 'list', walk: true },
      { name: 'list one by one', operation: 'list', query: '$top=1', walk: true },
      // As the page of beta prints it.
      {
        name: 'list the closed',
        operation: 'list',
        query: closed,
        walk: true,
        ...(apiVersion === 'beta' ? { letterCase: 'names' } : { clothes: ['lowerCaseNames'] }),
      },
      {
        name: 'list the open',
        operation: 'list',
        query: clockedIn,
        walk: true,
        clothes: ['encodedDollar'],
      },
      {
        name: 'list by a filter that cannot be understood',
        operation: 'list',
        query: "$filter=createdDateTime%20ge%20'2022-02-01T08:00'",
        mutation: { pointer: 'url:query', keyword: 'invalidFilter', controlOf: 'list the open' },
      },
      // The state that it had when it was made, and when the list was first shown, is another.
      ...writeAndLook('start a break', 'startBreak', startBreak, 'get on break', 'open'),
      {
        name: 'list those on a break',
        operation: 'list',
        query: onBreak,
        walk: true,
        clothes: ['formQuery'],
      },
      { name: 'list those at work', operation: 'list', query: clockedIn, walk: true },
      { name: 'list the closed in order', operation: 'list', query: `${closed}&$orderby=createdDateTime` },
      remove('open'),
      read('get what was deleted on a break', 'open'),
    ],
  };
}

export const clockedIn = "$filter=state%20eq%20'clockedIn'";
export const onBreak = "$filter=state%20eq%20'onBreak'";
export const closed = "$filter=state%20eq%20'clockedOut'";
const cards = 8;
/** Behind which the open card comes. */
const cardsBeforeTheOpen = 3;

/** Enough cards for several pages; then some are gone, and the pages must hold the others. */
function manyCards({ people, actors }: PlanSettings): Case {
  const numbers = Array.from({ length: cards }, (_, index) => index + 1);
  const create = (number: number): Step => {
    const step = shortCard(people.callerId, number);
    return told.has(number) ? { ...step, body: distinctiveCard(people.callerId, number) } : step;
  };
  const pages = (when: string, clothes: Pick<Step, 'clothes'> = {}): readonly Step[] => [
    { name: `list all ${when}`, operation: 'list', walk: true },
    { name: `list three by three ${when}`, operation: 'list', query: '$top=3', walk: true, ...clothes },
  ];
  const byReader = actors.has('readOnly') ? ({ actor: 'readOnly' } as const) : {};
  return {
    name: 'several pages',
    phase: 'paging',
    suites: ['reading', 'isolation', 'protocol'],
    steps: [
      ...numbers.slice(0, cardsBeforeTheOpen).map(create),
      // An open card behind some closed ones: a page that forgets the filter shows it, one that is filtered late lacks a card.
      { name: 'clock in', operation: 'clockIn', makes: 'open', body: documentedBodies(people).clockIn },
      ...numbers.slice(cardsBeforeTheOpen).map(create),
      // One of each page, so that it can be compared.
      read('get the open', 'open'),
      ...[...told].map((number) => read(`get card ${number}`, `card ${number}`)),
      ...pages('at first', { clothes: ['encodedDollar'] }),
      { ...remove('card 1'), clothes: ['lowerCaseNames'] },
      { ...remove('card 4'), clothes: ['encodedId'] },
      remove(`card ${cards}`),
      // With the next card the deleted ones must not come back.
      lateCard(people.callerId),
      read('get the late', 'late'),
      ...pages('after the deletes'),
      // Page by page together with the one before: what a server keeps for the caller and not for the link gets lost.
      { ...closedBy(1), name: 'list the closed one by one', beside: 'list three by three after the deletes' },
      { name: 'list all with Schedule.Read.All only', operation: 'list', walk: true, ...byReader },
      {
        name: 'list the open behind the closed',
        operation: 'list',
        query: "$top=2&$filter=state%20eq%20'clockedIn'",
        walk: true,
      },
      {
        ...closedBy(3),
        name: 'list the closed with Schedule.Read.All only',
        beside: 'list the open behind the closed',
        ...byReader,
      },
      // What a page reads as a blank, the next one must read so, too.
      { ...closedBy(4), name: 'list the closed as forms are written', clothes: ['formQuery'] },
      { name: 'list in order', operation: 'list', query: '$orderby=clockInEvent/dateTime%20desc' },
      {
        name: 'list the latest first three by three',
        operation: 'list',
        query: '$top=3&$orderby=createdDateTime%20desc',
        walk: true,
      },
      // In the middle: in whichever direction a list goes, it is the first card of the second page.
      {
        name: 'list while a card is deleted',
        operation: 'list',
        query: '$top=3',
        walk: true,
        deletedMeanwhile: 'card 5',
      },
      read('get a deleted card', 'card 4'),
    ],
  };
}

/** The numbers of those cards that say something everywhere. */
const told: ReadonlySet<number> = new Set([3, 6]);

/** Five minutes with a break, of which every part says something. */
function distinctiveCard(userId: string, number: number): JsonObject {
  const at = (minute: number, what: string, isAtApprovedLocation: boolean): JsonObject =>
    event(`2024-03-01T08:0${minute}:00Z`, isAtApprovedLocation, notes('text', `Card ${number}, ${what}`));
  return {
    userId,
    clockInEvent: at(0, 'start', true),
    clockOutEvent: at(5, 'end', false),
    notes: notes('text', `Card ${number}`),
    breaks: [{ start: at(1, 'tea', false), end: at(2, 'back from tea', true) }],
  };
}

/** At the turn of a year, where the week belongs to the next one already. */
function lateCard(userId: string): Step {
  return {
    name: 'create the late',
    operation: 'create',
    makes: 'late',
    body: {
      userId,
      clockInEvent: { dateTime: '2024-12-30T22:00:00Z' },
      clockOutEvent: { dateTime: '2024-12-31T23:30:00Z' },
    },
  };
}

function closedBy(top: number): Omit<Step, 'name'> {
  return { operation: 'list', query: `$top=${top}&${closed}`, walk: true };
}
