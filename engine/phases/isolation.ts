import type { Case, Step } from '../case.ts';
import { documentedBody } from './documented-body.ts';
import { documentedBodies } from './documented-bodies.ts';
import { read, remove, written } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/**
 * One card is moved through its whole life while others stand by: one of the same user, one of another user, one of
 * another team. After each step they are looked at; in the end the moved one is deleted, and they must still be there.
 */
export function isolationPhase(settings: PlanSettings): PhasePlan {
  return { phase: 'paging', kind: 'listed', cases: [bystanders(settings)] };
}

interface Bystander {
  readonly make: Step;
  readonly look: (when: string) => Step;
}

function bystanders(settings: PlanSettings): Case {
  const { startBreak, endBreak, clockOut, clockIn, replace } = documentedBodies(settings.people);
  const others = bystandersOf(settings);
  const looks = (when: string) => others.map(({ look }) => look(when));
  return {
    name: 'one card moves, the others stand by',
    phase: 'paging',
    suites: ['isolation', 'reading'],
    steps: [
      ...others.map(({ make }) => make),
      ...looks('at first'),
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      ...written('start a break', 'startBreak', startBreak, 'read on break'),
      ...written('end the break', 'endBreak', endBreak, 'read after the break'),
      ...looks('after the break'),
      ...written('start another break', 'startBreak', startBreak, 'read on the second break'),
      ...written('end the other break', 'endBreak', endBreak, 'read after the second break'),
      ...written('clock out', 'clockOut', clockOut, 'read again'),
      ...written('confirm', 'confirm', undefined, 'read the confirmed'),
      ...looks('after the clock-out'),
      ...written('replace', 'replace', replace, 'read the replaced'),
      ...looks('after the replacement'),
      remove('card'),
      ...looks('after the delete'),
      { name: 'list', operation: 'list', walk: true },
    ],
  };
}

/** The other cards. Their times are their own, so that they are in nobody's way. */
function bystandersOf({ people, capabilities }: PlanSettings): readonly Bystander[] {
  const shift = (day: number) => ({
    clockInEvent: { dateTime: `2024-02-0${day}T08:00:00Z`, notes: { contentType: 'text', content: `Shift ${day}` } },
    clockOutEvent: { dateTime: `2024-02-0${day}T16:00:00Z`, isAtApprovedLocation: false },
  });
  const own: Bystander = {
    make: { name: 'create', operation: 'create', makes: 'own', body: { userId: people.callerId, ...shift(1) } },
    look: (when) => read(`own card ${when}`, 'own'),
  };
  const colleagues: Bystander = {
    make: {
      name: 'clock a colleague in',
      operation: 'clockIn',
      makes: 'colleague’s',
      body: documentedBody('clockin2_req', people),
    },
    look: (when) => read(`colleague’s card ${when}`, 'colleague’s'),
  };
  const elsewhere: Bystander = {
    make: {
      name: 'create in the other team',
      operation: 'create',
      makes: 'elsewhere',
      team: 'other',
      body: { userId: people.callerId, ...shift(2) },
    },
    look: (when) => ({ ...read(`card of the other team ${when}`, 'elsewhere'), team: 'other' }),
  };
  return [
    own,
    ...(capabilities.has('onBehalfOfUser') ? [colleagues] : []),
    ...(capabilities.has('otherTeam') ? [elsewhere] : []),
  ];
}
