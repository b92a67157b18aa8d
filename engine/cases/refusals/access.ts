import type { Actor } from '../../../traffic/actor.ts';
import type { Mutation } from '../../../traffic/exchange.ts';
import { seededGuid } from '../seeded.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies, type DocumentedBodies } from '../examples/documented-bodies.ts';
import { german } from './languages.ts';
import { read, remove, writesOf } from '../life-cycles/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';

/** How a call differs from the caller's own. */
export interface Variation {
  readonly name: string;
  readonly parts: Pick<Step, 'actor' | 'headers' | 'team' | 'tokenForm'>;
  readonly mutation: Omit<Mutation, 'controlOf'>;
}

/** Calls without a token, with one that is none, with too few rights, to a team that is not there, and with an old header. */
export function accessCases(settings: PlanSettings): readonly Case[] {
  const bodies = documentedBodies(settings.people);
  return variations(settings).map((variation) => everyOperation(variation, bodies));
}

export function variations({ people, actors, capabilities }: PlanSettings): readonly Variation[] {
  return [
    ...(capabilities.has('authentication')
      ? [
          byActor('without a token', 'nobody', 'removed'),
          {
            ...byActor('with a malformed token', 'nobody', 'malformed'),
            parts: { actor: 'nobody', headers: { Authorization: 'Bearer this-is-not-a-token' } },
          } as const,
        ]
      : []),
    ...(actors.has('readOnly') ? [byActor('with Schedule.Read.All only', 'readOnly', 'readOnly')] : []),
    ...(actors.has('noScope') ? [byActor('without any scope', 'noScope', 'noScope')] : []),
    {
      name: 'to a team that is not there',
      parts: { team: 'madeUp' },
      mutation: { pointer: 'url:team', keyword: 'unknown' },
    },
    {
      name: 'with MS-APP-ACTS-AS',
      parts: {
        headers: { 'MS-APP-ACTS-AS': capabilities.has('callerIdentity') ? people.callerId : seededGuid('acts as') },
      },
      mutation: { pointer: 'header:MS-APP-ACTS-AS', keyword: 'added' },
    },
  ];
}

/** Calls with the caller's token, but for its signature: another one, or none. */
export function signatures({ capabilities }: PlanSettings): readonly Variation[] {
  if (!capabilities.has('authentication')) return [];
  const mutation = { pointer: 'header:Authorization', keyword: 'signature' };
  return [
    { name: 'with another signature', parts: { tokenForm: 'otherSignature' }, mutation },
    { name: 'without a signature', parts: { tokenForm: 'noSignature' }, mutation },
  ];
}

function byActor(name: string, actor: Actor, keyword: string): Variation {
  return { name, parts: { actor }, mutation: { pointer: 'header:Authorization', keyword } };
}

/** The step as the variation changes it. */
export function varied(step: Step, { name, parts, mutation }: Variation): Step {
  const { makes: _, ...rest } = step;
  return { ...rest, ...parts, name: `${step.name} ${name}`, mutation: { ...mutation, controlOf: step.name } };
}

/** Who has the rights for one spelling of a path has them for the other, and who has not has them for none. */
function variedTwice(step: Step, variation: Variation): readonly Step[] {
  const usual = varied(step, variation);
  if (!['removed', 'readOnly', 'noScope'].includes(variation.mutation.keyword)) return [usual];
  return [usual, { ...usual, name: `${usual.name}, with names in lower case`, letterCase: 'names' }];
}

/** Each operation once as the caller and once varied. What a variation may change comes after what it must not. */
function everyOperation(variation: Variation, bodies: DocumentedBodies): Case {
  const clockIn: Step = { name: 'clock in', operation: 'clockIn', body: bodies.clockIn };
  const create: Step = { name: 'create', operation: 'create', body: bodies.create };
  const get: Step = { name: 'get', operation: 'get', card: 'card' };
  const list: Step = { name: 'list', operation: 'list' };
  const writes = writesOf(bodies);
  // Where the variation is allowed to succeed, a varied write would use up the card that its control needs.
  const mayDo = variation.mutation.pointer === 'header:MS-APP-ACTS-AS';
  const last = writes.at(-1);
  // What a refused write leaves behind is looked at where the refusal comes late: after the token was understood, or without any.
  const looks = !['malformed', 'unknown'].includes(variation.mutation.keyword);
  const onCard = writes.flatMap((step): readonly Step[] => [
    ...variedTwice(step, variation),
    ...(looks ? [read(`get after the varied ${step.operation}`)] : []),
    step,
    ...(looks && step !== last ? [read(`get after ${step.operation}`)] : []),
  ]);
  return {
    name: `calls ${variation.name}`,
    phase: 'refusals',
    suites: ['protocol'],
    steps: [
      { ...create, makes: 'created' },
      remove('created'),
      ...variedTwice(create, variation).map((step): Step => ({ ...step, discard: true })),
      { ...clockIn, makes: 'first' },
      remove('first'),
      ...variedTwice(clockIn, variation).map((step): Step => ({ ...step, discard: true })),
      { ...clockIn, name: 'clock in again', makes: 'card' },
      get,
      ...variedTwice(get, variation),
      list,
      ...variedTwice(list, variation),
      ...besides(variation, get, list),
      ...(mayDo ? [] : onCard),
    ],
  };
}

/** Who is nobody learns of no card that it is not there; who may list may choose from the list as well. */
function besides(variation: Variation, get: Step, list: Step): readonly Step[] {
  const filtered: Step = { ...list, name: 'list by state', query: "$filter=state%20eq%20'clockedIn'" };
  switch (variation.mutation.keyword) {
    case 'removed':
      return [{ ...varied(get, variation), name: `get an unknown card ${variation.name}`, card: 'madeUp' }];
    case 'malformed':
      return [
        {
          ...get,
          name: 'get with the token and no scheme',
          tokenForm: 'bare',
          mutation: { ...variation.mutation, controlOf: get.name },
        },
      ];
    case 'readOnly':
      return [filtered, varied(filtered, variation)];
    default:
      return [];
  }
}

/** Every write to a card that was deleted. */
export function deletedCard(bodies: DocumentedBodies): Case {
  const writes = writesOf(bodies);
  return {
    name: 'a card that was deleted',
    phase: 'refusals',
    suites: ['clockOut', 'breaks', 'confirm', 'replace', 'reading'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: bodies.clockIn },
      read('read'),
      remove('card'),
      read('read the deleted'),
      ...writes,
      read('read it once more'),
    ],
  };
}

/** Every operation on a card that is not there, beside one that is. */
export function unknownCards(bodies: DocumentedBodies): Case {
  const unknown = (step: Step): Step => ({
    ...step,
    name: `${step.name} an unknown card`,
    card: 'madeUp',
    ...(step.operation === 'get' ? { headers: german } : {}),
    mutation: { pointer: 'url:card', keyword: 'unknown', controlOf: step.name },
  });
  const steps: readonly Step[] = [{ name: 'get', operation: 'get', card: 'card' }, ...writesOf(bodies)];
  return {
    name: 'cards that are not there',
    phase: 'refusals',
    suites: ['clockOut', 'breaks', 'confirm', 'replace', 'reading'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: bodies.clockIn },
      ...steps.flatMap((step): readonly Step[] => [step, unknown(step)]),
      read('get the deleted'),
      { name: 'clock the deleted out', operation: 'clockOut', card: 'card', body: bodies.clockOut },
    ],
  };
}
