import { cardOfShift, oddShifts, type Shift } from '../../arbitraries/calendar.ts';
import { plainSampleAt } from '../../arbitraries/text.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies } from './documented-bodies.ts';
import { read, remove, written } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';
import { notes } from './telling-bodies.ts';

/** Pages, `$top`, `$filter` and `$orderby` of list. */
export function listsInBrief(settings: PlanSettings): PhasePlan {
  return { phase: 'paging', kind: 'listed', cases: [lists(settings), manyCards(settings)] };
}

const moreThanTen = 12;

/**
 * More cards than a short page holds: a list that ends after ten of them and has no link lacks two. They are of days on which
 * calendars go wrong.
 */
export function longList({ people }: PlanSettings): PhasePlan {
  const shifts = Object.entries<Shift>(oddShifts).slice(0, moreThanTen);
  return {
    phase: 'paging',
    kind: 'listed',
    cases: [
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
function lists({ people }: PlanSettings): Case {
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
      { name: 'list the closed', operation: 'list', query: "$filter=state%20eq%20'clockedOut'", walk: true },
      { name: 'list the open', operation: 'list', query: "$filter=state%20eq%20'clockedIn'", walk: true },
      {
        name: 'list by a filter that cannot be understood',
        operation: 'list',
        query: "$filter=createdDateTime%20ge%20'2022-02-01T08:00'",
        mutation: { pointer: 'url:query', keyword: 'invalidFilter', controlOf: 'list the open' },
      },
      { ...closedBy(1), name: 'list the closed one by one', clothes: ['encodedDollar'] },
      // The state that it had when it was made, and when the list was first shown, is another.
      ...written('start a break', 'startBreak', startBreak, 'get on break', 'open'),
      {
        name: 'list those on a break',
        operation: 'list',
        query: "$filter=state%20eq%20'onBreak'",
        walk: true,
        clothes: ['formQuery'],
      },
    ],
  };
}

function closedBy(top: number): Omit<Step, 'name'> {
  return { operation: 'list', query: `$top=${top}&$filter=state%20eq%20'clockedOut'`, walk: true };
}

const cards = 7;

/** Enough cards for several pages; then some are gone, and the pages must hold the others. */
function manyCards({ people }: PlanSettings): Case {
  const numbers = Array.from({ length: cards }, (_, index) => index + 1);
  const create = (number: number) => shortCard(people.callerId, number);
  const ordered = ['$orderby=createdDateTime', '$orderby=clockInEvent/dateTime%20desc'].map((query): Step => ({
    name: `list with ${query}`,
    operation: 'list',
    query,
  }));
  const pages = (when: string): readonly Step[] => [
    { name: `list all ${when}`, operation: 'list', walk: true },
    { name: `list three by three ${when}`, operation: 'list', query: '$top=3', walk: true },
  ];
  return {
    name: 'several pages',
    phase: 'paging',
    suites: ['reading', 'isolation'],
    steps: [
      ...numbers.slice(0, -2).map(create),
      // An open card behind some closed ones: a page that forgets the filter shows it, one that is filtered late lacks a card.
      { name: 'clock in', operation: 'clockIn', makes: 'open', body: documentedBodies(people).clockIn },
      ...numbers.slice(-2).map(create),
      ...pages('at first'),
      { ...remove('card 1'), clothes: ['lowerCaseNames'] },
      { ...remove('card 4'), clothes: ['encodedId'] },
      remove(`card ${cards}`),
      // With the next card the deleted ones must not come back.
      create(cards + 1),
      ...pages('after the deletes'),
      { ...closedBy(2), name: 'list the closed two by two', clothes: ['lowerCaseNames'] },
      ...ordered,
      { name: 'list in order three by three', operation: 'list', query: '$top=3&$orderby=createdDateTime', walk: true },
      {
        name: 'list while a card is deleted',
        operation: 'list',
        query: '$top=2',
        walk: true,
        deletedMeanwhile: 'card 6',
      },
      read('get a remaining card', 'card 3'),
      read('get a deleted card', 'card 4'),
    ],
  };
}
