import type { Actor } from '../../specs/actor.ts';
import type { Mutation } from '../../specs/exchange.ts';
import type { JsonObject } from '../../specs/json.ts';
import { seededGuid } from '../seeded.ts';
import type { Case, Step } from '../case.ts';
import type { SuiteName } from '../suite.ts';
import { documentedBody } from './documented-body.ts';
import { remove } from './lives.ts';
import type { PlanSettings } from './phase-plan.ts';

/** How a call differs from the caller's own. */
interface Variation {
  readonly name: string;
  readonly steps: Pick<Step, 'actor' | 'headers' | 'team'>;
  readonly mutation: Omit<Mutation, 'controlOf'>;
}

/** Calls without a token, with one that is none, with too few rights, as an application, and to a team that is not there. */
export function accessCases({ people, actors, capabilities }: PlanSettings): readonly Case[] {
  const bodies = {
    clockIn: documentedBody('clockin1_req', people),
    clockOut: documentedBody('clockout_req', people),
    create: documentedBody('create_req', people),
  };
  const variations: readonly Variation[] = [
    ...(capabilities.has('authentication')
      ? [
          byActor('without a token', 'nobody', 'removed'),
          {
            ...byActor('with a malformed token', 'nobody', 'malformed'),
            steps: { actor: 'nobody', headers: { Authorization: 'Bearer this-is-not-a-token' } },
          } as const,
        ]
      : []),
    ...(actors.has('readOnly') ? [byActor('with Schedule.Read.All only', 'readOnly', 'readOnly')] : []),
    ...(actors.has('noScope') ? [byActor('without any scope', 'noScope', 'noScope')] : []),
    {
      name: 'to a team that is not there',
      steps: { team: 'madeUp' },
      mutation: { pointer: 'url:team', keyword: 'unknown' },
    },
    {
      name: 'with MS-APP-ACTS-AS',
      steps: {
        headers: { 'MS-APP-ACTS-AS': capabilities.has('callerIdentity') ? people.callerId : seededGuid('acts as') },
      },
      mutation: { pointer: 'header:MS-APP-ACTS-AS', keyword: 'added' },
    },
  ];
  return [
    ...variations.map((variation) => everyOperation(variation, bodies)),
    ...(actors.has('application') ? [asApplication(bodies.create)] : []),
    unknownCards(bodies),
  ];
}

function byActor(name: string, actor: Actor, keyword: string): Variation {
  return { name, steps: { actor }, mutation: { pointer: 'header:Authorization', keyword } };
}

const suites: readonly SuiteName[] = ['protocol'];

/** Each operation once as the caller and once varied. What a variation may change comes after what it must not. */
function everyOperation(
  { name, steps, mutation }: Variation,
  bodies: Readonly<Record<'clockIn' | 'clockOut' | 'create', JsonObject>>,
): Case {
  const vary = (step: Step, controlOf: string): Step => ({
    ...step,
    ...steps,
    name: `${step.name} ${name}`,
    mutation: { ...mutation, controlOf },
  });
  const clockIn: Step = { name: 'clock in', operation: 'clockIn', body: bodies.clockIn };
  const create: Step = { name: 'create', operation: 'create', body: bodies.create };
  const get: Step = { name: 'get', operation: 'get', card: 'card' };
  const read = (what: string): Step => ({ ...get, name: `get after ${what}` });
  const list: Step = { name: 'list', operation: 'list' };
  const clockOut: Step = { name: 'clock out', operation: 'clockOut', card: 'card', body: bodies.clockOut };
  const removal: Step = { name: 'delete', operation: 'delete', card: 'card' };
  // Where the variation is allowed to succeed, a varied write would use up the card that its control needs.
  const writesToCard =
    mutation.pointer === 'header:MS-APP-ACTS-AS'
      ? []
      : [
          vary(clockOut, 'clock out'),
          read('the clock out'),
          clockOut,
          read('the clock out that counts'),
          vary(removal, 'delete'),
          read('the delete'),
          removal,
        ];
  return {
    name: `calls ${name}`,
    phase: 'refusals',
    suites,
    steps: [
      { ...create, makes: 'created' },
      remove('created'),
      { ...vary(create, 'create'), discard: true },
      { ...clockIn, makes: 'first' },
      remove('first'),
      { ...vary(clockIn, 'clock in'), discard: true },
      { ...clockIn, name: 'clock in again', makes: 'card' },
      get,
      vary(get, 'get'),
      list,
      vary(list, 'list'),
      ...writesToCard,
    ],
  };
}

/** What an application token may do without MS-APP-ACTS-AS, on a card that it creates for the user. */
function asApplication(create: JsonObject): Case {
  const mutation = (controlOf: string): Mutation => ({
    pointer: 'header:Authorization',
    keyword: 'application',
    controlOf,
  });
  return {
    name: 'calls as an application',
    phase: 'refusals',
    suites,
    steps: [
      { name: 'create', operation: 'create', makes: 'own', body: create },
      { name: 'get', operation: 'get', card: 'own' },
      { name: 'list', operation: 'list' },
      { name: 'get as an application', operation: 'get', card: 'own', actor: 'application', mutation: mutation('get') },
      { name: 'list as an application', operation: 'list', actor: 'application', mutation: mutation('list') },
      { name: 'delete', operation: 'delete', card: 'own' },
      {
        name: 'create as an application',
        operation: 'create',
        makes: 'theirs',
        body: create,
        actor: 'application',
        mutation: mutation('create'),
      },
      {
        name: 'delete as an application',
        operation: 'delete',
        card: 'theirs',
        actor: 'application',
        mutation: mutation('delete'),
      },
    ],
  };
}

/** get, clockOut and delete of a card that is not there, beside one that is. */
function unknownCards(bodies: Readonly<Record<'clockIn' | 'clockOut', JsonObject>>): Case {
  const unknown = (step: Step): Step => ({
    ...step,
    name: `${step.name} an unknown card`,
    card: 'madeUp',
    mutation: { pointer: 'url:card', keyword: 'unknown', controlOf: step.name },
  });
  const get: Step = { name: 'get', operation: 'get', card: 'card' };
  const clockOut: Step = { name: 'clock out', operation: 'clockOut', card: 'card', body: bodies.clockOut };
  const removal: Step = { name: 'delete', operation: 'delete', card: 'card' };
  return {
    name: 'cards that are not there',
    phase: 'refusals',
    suites: ['clockOut', 'reading'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: bodies.clockIn },
      get,
      unknown(get),
      clockOut,
      unknown(clockOut),
      removal,
      unknown(removal),
    ],
  };
}
