import type { Mutation } from '../../../traffic/exchange.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies, type DocumentedBodies } from '../examples/documented-bodies.ts';
import { read } from '../life-cycles/card-life.ts';
import { madeByOthers } from './made-by-others.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';

/** What an application token may do as it is, and that it may read where it acts as a user. */
export function applicationInBrief(settings: PlanSettings): PhasePlan {
  const { people, actors, capabilities } = settings;
  const bodies = documentedBodies(people);
  const cases: readonly Case[] = actors.has('application')
    ? [
        lifeByApplication(settings, bodies),
        ...madeByOthers(settings),
        readsInBrief(bodies, capabilities.has('callerIdentity') ? people.callerId : undefined),
      ]
    : [];
  return { phase: 'refusals', kind: 'listed', cases };
}

/** What else an application token may do: for nobody, and with MS-APP-ACTS-AS. */
export function applicationCases({ people, actors, capabilities }: PlanSettings): readonly Case[] {
  if (!actors.has('application')) return [];
  const bodies = documentedBodies(people);
  const actingAs = { 'MS-APP-ACTS-AS': people.callerId };
  return [
    asApplication('calls as an application', { keyword: 'application' }, bodies, people.callerId),
    forNobody(bodies),
    ...(capabilities.has('callerIdentity')
      ? [
          asApplication(
            'calls as an application that acts as the user',
            { keyword: 'applicationActingAs', headers: actingAs },
            bodies,
            people.callerId,
          ),
        ]
      : []),
  ];
}

/**
 * A card that an application makes and moves for the caller, read by the caller: what its page says of an action holds
 * whoever calls. Without a control beside it, so that a refusal says nothing; the cases below judge that.
 */
function lifeByApplication({ people, capabilities }: PlanSettings, bodies: DocumentedBodies): Case {
  const actor = 'application';
  const { callerId: userId, onBehalfOfUserId } = people;
  // A header speaks for its request alone: what follows is nobody's doing but the application's.
  const asColleague: Pick<Step, 'headers'> =
    capabilities.has('onBehalfOfUser') && onBehalfOfUserId !== undefined
      ? { headers: { 'MS-APP-ACTS-AS': onBehalfOfUserId } }
      : {};
  const clockInAsColleague: Step = {
    name: 'clock in as a colleague',
    operation: 'clockIn',
    makes: 'clocked',
    body: { ...bodies.clockIn, onBehalfOfUserId: userId },
    actor,
    ...asColleague,
  };
  const move = (name: string, operation: 'startBreak' | 'endBreak' | 'clockOut', look: string): readonly Step[] => [
    { name, operation, card: 'card', body: bodies[operation], actor },
    read(look),
  ];
  return {
    name: 'a life by an application',
    phase: 'refusals',
    suites: ['create', 'clockIn', 'breaks', 'clockOut', 'protocol'],
    steps: [
      { name: 'list as a colleague', operation: 'list', actor, ...asColleague },
      // In whose name an application acts is not whose card it makes.
      {
        name: 'create as a colleague',
        operation: 'create',
        makes: 'created',
        body: bodies.create,
        ofToday: 10,
        actor,
        ...asColleague,
      },
      {
        name: 'clock in',
        operation: 'clockIn',
        makes: 'card',
        body: { ...bodies.clockIn, onBehalfOfUserId: userId },
        actor,
      },
      read('read'),
      ...move('start a break', 'startBreak', 'read on break'),
      ...move('end the break', 'endBreak', 'read after the break'),
      ...move('clock out', 'clockOut', 'read again'),
      { name: 'delete', operation: 'delete', card: 'card', actor },
      read('read after the delete'),
      // Whom it clocks in, the body says; in whose name, the header.
      ...(asColleague.headers === undefined ? [] : [clockInAsColleague]),
    ],
  };
}

/** Two reads by the caller, by an application, and by one that acts as the caller where that is known; and an edit. */
function readsInBrief({ create, replace }: DocumentedBodies, callerId: string | undefined): Case {
  const reads: readonly Step[] = [read('get'), { name: 'list', operation: 'list' }];
  const edit: Step = { name: 'replace', operation: 'replace', card: 'card', body: replace };
  const acting = { keyword: 'applicationActingAs', headers: { 'MS-APP-ACTS-AS': callerId ?? '' } };
  return {
    name: 'reads and an edit as an application',
    phase: 'refusals',
    suites: ['protocol'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body: create },
      ...reads,
      ...reads.map((step) => byApplication(step, { keyword: 'application' })),
      ...(callerId === undefined ? [] : reads.map((step) => byApplication(step, acting))),
      edit,
      byApplication(edit, { keyword: 'application' }),
    ],
  };
}

/** The step, with itself by the caller as its control. */
function byApplication(step: Step, { keyword, headers }: Pick<Mutation, 'keyword'> & Pick<Step, 'headers'>): Step {
  const how = keyword === 'application' ? 'as an application' : 'as an application that acts as the user';
  return {
    ...step,
    name: `${step.name} ${how}`,
    actor: 'application',
    ...(headers === undefined ? {} : { headers }),
    mutation: { pointer: 'header:Authorization', keyword, controlOf: step.name },
  };
}

/** An application has no time card of its own; what comes of a request that names no user is only observed. */
function forNobody({ create: named, clockIn }: DocumentedBodies): Case {
  const { userId: _, ...create } = named;
  const forNobodyAt = (operation: 'create' | 'clockIn'): Step => ({
    name: `${operation} for nobody as an application`,
    operation,
    body: operation === 'create' ? create : clockIn,
    actor: 'application',
    discard: true,
    mutation: { pointer: 'header:Authorization', keyword: 'application', controlOf: operation },
  });
  return {
    name: 'calls as an application that name no user',
    phase: 'refusals',
    suites: ['protocol'],
    steps: [
      { name: 'create', operation: 'create', makes: 'created', body: create },
      { name: 'delete created', operation: 'delete', card: 'created' },
      forNobodyAt('create'),
      { name: 'clockIn', operation: 'clockIn', makes: 'clocked', body: clockIn },
      { name: 'delete clocked', operation: 'delete', card: 'clocked' },
      forNobodyAt('clockIn'),
    ],
  };
}

/**
 * A life by the caller, and then the same by the application, each step with the caller's as its control. The card is the
 * caller's in both.
 */
function asApplication(
  name: string,
  variation: Pick<Mutation, 'keyword'> & Pick<Step, 'headers'>,
  bodies: DocumentedBodies,
  userId: string,
): Case {
  const life = (card: string): readonly Step[] => [
    { name: 'create', operation: 'create', makes: `created ${card}`, body: bodies.create },
    { name: 'get', operation: 'get', card: `created ${card}` },
    { name: 'confirm', operation: 'confirm', card: `created ${card}` },
    { name: 'replace', operation: 'replace', card: `created ${card}`, body: bodies.replace },
    { name: 'delete', operation: 'delete', card: `created ${card}` },
    {
      name: 'clock in',
      operation: 'clockIn',
      makes: card,
      body: { ...bodies.clockIn, onBehalfOfUserId: userId },
    },
    { name: 'list', operation: 'list' },
    { name: 'start a break', operation: 'startBreak', card, body: bodies.startBreak },
    { name: 'end the break', operation: 'endBreak', card, body: bodies.endBreak },
    { name: 'clock out', operation: 'clockOut', card, body: bodies.clockOut },
    { name: 'read', operation: 'get', card },
    { name: 'delete the clocked', operation: 'delete', card },
  ];
  return {
    name,
    phase: 'refusals',
    suites: ['protocol', 'confirm'],
    steps: [...life('own'), ...life('theirs').map((step) => byApplication(step, variation))],
  };
}
