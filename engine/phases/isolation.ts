import type { JsonObject } from '../../specs/json.ts';
import type { Case, Step } from '../case.ts';
import { documentedBody } from './documented-body.ts';
import { documentedBodies } from './documented-bodies.ts';
import { read, remove, written } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/**
 * One card is moved while others stand by: one of the same user, one of another user, one of another team. They are
 * looked at meanwhile; in the end the moved one is deleted, and they must still be there.
 */
export function isolationInBrief(settings: PlanSettings): PhasePlan {
  const { startBreak, endBreak, clockOut } = documentedBodies(settings.people);
  const moves: readonly Step[] = [
    ...written('start a break', 'startBreak', startBreak, 'read on break'),
    ...written('end the break', 'endBreak', endBreak, 'read after the break'),
    ...written('clock out', 'clockOut', clockOut, 'read again'),
    // Nothing happens in between: reading changes nothing.
    read('read once more'),
  ];
  const testCase = bystanders('one card moves, the others stand by', settings, {}, [moves]);
  return { phase: 'paging', kind: 'listed', cases: [testCase] };
}

/** The same with looks between all moves, and with a confirmation and a replacement. */
export function isolationThroughout(settings: PlanSettings): PhasePlan {
  const { clockIn, startBreak, endBreak, clockOut, replace } = documentedBodies(settings.people);
  const testCase = bystanders('the others stand by through a whole life', settings, clockIn, [
    written('start a break', 'startBreak', startBreak, 'read on break'),
    written('end the break', 'endBreak', endBreak, 'read after the break'),
    written('clock out', 'clockOut', clockOut, 'read again'),
    written('confirm', 'confirm', undefined, 'read the confirmed'),
    written('replace', 'replace', replace, 'read the replaced'),
  ]);
  return { phase: 'paging', kind: 'listed', cases: [testCase, anotherDay()] };
}

/**
 * One card after the other of the same user, clocked with nothing said: what is the same in both must not be shared, and
 * the first one stays confirmed.
 */
function anotherDay(): Case {
  const look = (when: string) => read(`first card ${when}`, 'first');
  return {
    name: 'the same user comes back',
    phase: 'paging',
    suites: ['isolation', 'clockIn'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'first', body: {} },
      { name: 'clock out', operation: 'clockOut', card: 'first', body: {} },
      { name: 'confirm', operation: 'confirm', card: 'first' },
      // The first look after a write may still show an old state; what two show is certain.
      look('at first'),
      look('once more'),
      { name: 'clock in again', operation: 'clockIn', makes: 'second', body: {} },
      look('after the next clock-in'),
      remove('second'),
      // Null says as little as nothing.
      { name: 'clock in for null', operation: 'clockIn', makes: 'third', body: { onBehalfOfUserId: null } },
    ],
  };
}

interface Bystander {
  readonly make: readonly Step[];
  readonly look: (when: string) => Step;
}

/** A card that goes through the moves; after each group of them, and after its delete, the others are looked at. */
function bystanders(
  name: string,
  settings: PlanSettings,
  clockIn: JsonObject,
  moves: readonly (readonly Step[])[],
): Case {
  const own = ownBystander();
  const strangers = strangersOf(settings);
  const looks = (when: string) => [own, ...strangers].map(({ look }) => look(when));
  return {
    name,
    phase: 'paging',
    suites: ['isolation', 'breaks', 'reading'],
    steps: [
      ...own.make,
      own.look('before'),
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      own.look('after the clock-in'),
      // Those of others are opened later, so that the one that moves is not the latest.
      ...strangers.flatMap(({ make }) => make),
      ...looks('at first'),
      ...moves.flatMap((some, index) => [...some, ...looks(`after move ${index + 1}`)]),
      remove('card'),
      ...looks('after the delete'),
      { name: 'list', operation: 'list', walk: true },
    ],
  };
}

/** Clocked in with nothing said, over and confirmed, so that the same user can be clocked in again. */
function ownBystander(): Bystander {
  return {
    make: [
      { name: 'clock in before', operation: 'clockIn', makes: 'own', body: {} },
      { name: 'clock out before', operation: 'clockOut', card: 'own', body: {} },
      { name: 'confirm before', operation: 'confirm', card: 'own' },
    ],
    look: (when) => read(`own card ${when}`, 'own'),
  };
}

/** A colleague on a break, and a card of the other team, whose times are its own, so that it is in nobody's way. */
function strangersOf({ people, capabilities }: PlanSettings): readonly Bystander[] {
  const colleague: Bystander = {
    make: [
      {
        name: 'clock a colleague in',
        operation: 'clockIn',
        makes: 'colleague’s',
        body: documentedBody('clockin2_req', people),
      },
      { name: 'start the colleague’s break', operation: 'startBreak', card: 'colleague’s', body: {} },
    ],
    look: (when) => read(`colleague’s card ${when}`, 'colleague’s'),
  };
  const elsewhere: Bystander = {
    make: [
      {
        name: 'create in the other team',
        operation: 'create',
        makes: 'elsewhere',
        team: 'other',
        body: {
          userId: people.callerId,
          clockInEvent: { dateTime: '2024-02-02T08:00:00Z', notes: { contentType: 'text', content: 'Elsewhere' } },
          clockOutEvent: { dateTime: '2024-02-02T16:00:00Z', isAtApprovedLocation: false },
        },
        ofToday: 10,
      },
    ],
    look: (when) => ({ ...read(`card of the other team ${when}`, 'elsewhere'), team: 'other' }),
  };
  return [
    ...(capabilities.has('onBehalfOfUser') ? [colleague] : []),
    ...(capabilities.has('otherTeam') ? [elsewhere] : []),
  ];
}
