import type { JsonObject } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { documentedBody } from '../examples/documented-body.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read, remove, writeAndLook } from '../lives/card-life.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { sparseCard } from '../lives/distinctive-bodies.ts';

/**
 * One card is moved while others stand by: one of the same user, one of another user, one of another team. They are
 * looked at meanwhile; in the end the moved one is deleted, and they must still be there.
 */
export function isolationInBrief(settings: PlanSettings): PhasePlan {
  const { startBreak, endBreak, clockOut } = documentedBodies(settings.people);
  const testCase = bystanders('one card moves, the others stand by', settings, { clockIn: {}, own: 'confirmed' }, [
    [
      ...writeAndLook('end the break', 'endBreak', endBreak, 'read after the break'),
      ...writeAndLook('start another break', 'startBreak', startBreak, 'read on the second break'),
    ],
    [
      ...writeAndLook('clock out', 'clockOut', clockOut, 'read again'),
      // Nothing happens in between: reading changes nothing.
      read('read once more'),
      remove('card'),
    ],
  ]);
  return {
    phase: 'paging',
    kind: 'listed',
    cases: [
      { ...testCase, suites: [...testCase.suites, 'replace'], steps: [...testCase.steps, ...inTheEnd(settings)] },
    ],
  };
}

/**
 * What the cards that are there show beside: the colleague's in a filtered list, the deleted one to a second user, and the
 * own one after two edits, of which the second shows whether the original entry is still that of before.
 */
function inTheEnd({ people, actors }: PlanSettings): readonly Step[] {
  const { replace } = documentedBodies(people);
  const again = sparseCard(people.callerId, 'corrected again');
  return [
    {
      name: 'list those on a break',
      operation: 'list',
      query: "$filter=state%20eq%20'onBreak'",
      walk: true,
      clothes: ['lowerCaseNames'],
    },
    ...(actors.has('secondUser')
      ? [{ ...read('get the deleted as a second user'), actor: 'secondUser' } as const]
      : []),
    ...writeAndLook('replace own', 'replace', replace, 'read the replaced', 'own'),
    ...writeAndLook('replace own again', 'replace', again, 'read what was replaced twice', 'own'),
  ];
}

/** The same with looks between all moves, and with a confirmation and a replacement. */
export function isolationThroughout(settings: PlanSettings): PhasePlan {
  const { clockIn, startBreak, endBreak, clockOut, replace } = documentedBodies(settings.people);
  const testCase = bystanders('the others stand by through a whole life', settings, { clockIn, own: 'unconfirmed' }, [
    [
      ...writeAndLook('end the break', 'endBreak', endBreak, 'read after the break'),
      ...writeAndLook('start another break', 'startBreak', startBreak, 'read on the second break'),
      ...writeAndLook('clock out', 'clockOut', clockOut, 'read again'),
    ],
    writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
    writeAndLook('replace', 'replace', replace, 'read the replaced'),
    [remove('card')],
  ]);
  const { capabilities, people } = settings;
  const ofColleague = capabilities.has('onBehalfOfUser') && people.onBehalfOfUserId !== undefined;
  const cases = ofColleague ? [testCase, oneCardOfColleague(settings, people.onBehalfOfUserId)] : [testCase];
  return { phase: 'paging', kind: 'listed', cases };
}

interface Setting {
  /** What the clockIn of the card that moves says. */
  readonly clockIn: JsonObject;
  /** Whether the user's other card is confirmed: one that is shows who takes that back, one that is not who does it as well. */
  readonly own: 'confirmed' | 'unconfirmed';
}

interface Bystander {
  readonly make: readonly Step[];
  readonly look: (when: string) => Step;
}

/** A card that goes on a break and then through the moves; after each group of them the others are looked at. */
function bystanders(
  name: string,
  settings: PlanSettings,
  { clockIn, own: confirmed }: Setting,
  moves: readonly (readonly Step[])[],
): Case {
  const own = ownBystander(confirmed);
  const strangers = strangersOf(settings);
  const looks = (when: string) => [own, ...strangers].map(({ look }) => look(when));
  const { startBreak } = documentedBodies(settings.people);
  return {
    name,
    phase: 'paging',
    suites: ['isolation', 'breaks', 'reading'],
    steps: [
      ...own.make,
      // The first look after a write may still show an old state; what two show is certain.
      own.look('before'),
      own.look('once more'),
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      own.look('after the clock-in'),
      ...writeAndLook('start a break', 'startBreak', startBreak, 'read on break'),
      // The others begin later, so that neither the card that moves nor its break is the latest of all.
      ...strangers.flatMap(({ make }) => make),
      ...strangers.map(({ look }) => look('for the first time')),
      ...looks('at first'),
      ...moves.flatMap((some, index) => [...some, ...looks(`after move ${index + 1}`)]),
      { name: 'list', operation: 'list', walk: true },
    ],
  };
}

/** Clocked in with nothing said, and over, so that the same user can be clocked in again; confirmed, or still to be. */
function ownBystander(confirmed: Setting['own']): Bystander {
  return {
    make: [
      { name: 'clock in before', operation: 'clockIn', makes: 'own', body: {} },
      { name: 'clock out before', operation: 'clockOut', card: 'own', body: {} },
      ...(confirmed === 'confirmed' ? [{ name: 'confirm before', operation: 'confirm', card: 'own' } as const] : []),
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

/** What a manager and an application do to one card of a colleague, beside another one of the same and one of the caller. */
function oneCardOfColleague({ people, actors }: PlanSettings, colleague: string): Case {
  const { create, replace } = documentedBodies(people);
  const made = (makes: string, userId: string, minutes: number): Step => ({
    name: `create ${makes}`,
    operation: 'create',
    makes,
    body: { ...create, userId },
    ofToday: minutes,
  });
  const ownAgain = (when: string): Step => read(`read own ${when}`, 'own');
  const looks = (when: string): readonly Step[] => [read(`read theirs too ${when}`, 'theirs too'), ownAgain(when)];
  const byApplication = actors.has('application') ? ({ actor: 'application' } as const) : {};
  return {
    name: 'one card of a colleague changes, the others stand by',
    phase: 'paging',
    suites: ['isolation', 'confirm', 'replace', 'reading'],
    steps: [
      made('theirs', colleague, 10),
      made('theirs too', colleague, 70),
      made('own', people.callerId, 10),
      ...looks('at first'),
      { name: 'confirm as a manager', operation: 'confirm', card: 'theirs' },
      ...looks('after confirm'),
      {
        name: 'replace as an application',
        operation: 'replace',
        card: 'theirs',
        body: { ...replace, userId: colleague },
        ofToday: 12,
        ...byApplication,
      },
      ...looks('after replace'),
      remove('theirs'),
      ...looks('after delete'),
      { ...remove('theirs too'), ...byApplication },
      ownAgain('after both deletes'),
      ...(actors.has('secondUser')
        ? [{ name: 'list as the colleague', operation: 'list', walk: true, actor: 'secondUser' } as const]
        : []),
    ],
  };
}
