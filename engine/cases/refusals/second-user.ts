import type { Mutation } from '../../../traffic/exchange.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies, type DocumentedBodies } from '../examples/documented-bodies.ts';
import { read, writesOf, writeAndLook } from '../lives/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';

/** What a second user may do with the caller's card, and for the caller: no page gives roles, so it is only observed. */
export function secondUserCases({ people, actors, capabilities }: PlanSettings): readonly Case[] {
  if (!actors.has('secondUser')) return [];
  const bodies = documentedBodies(people);
  const { clockIn, create } = bodies;
  const writes: readonly Step[] = [{ name: 'get', operation: 'get', card: 'card' }, ...writesOf(bodies)];
  const onBehalf: readonly Step[] = capabilities.has('callerIdentity')
    ? [
        {
          name: 'clock the caller in as a second user',
          operation: 'clockIn',
          body: { ...clockIn, onBehalfOfUserId: people.callerId },
          discard: true,
          ...bySecondUser('clock in'),
        },
        { name: 'create', operation: 'create', makes: 'created', body: create },
        { name: 'delete created', operation: 'delete', card: 'created' },
        {
          name: 'create for the caller as a second user',
          operation: 'create',
          body: create,
          discard: true,
          ...bySecondUser('create'),
        },
      ]
    : [];
  return [
    {
      name: 'a second user with the caller’s card',
      phase: 'refusals',
      suites: ['clockIn', 'create', 'protocol'],
      steps: [
        { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
        ...writes.flatMap((step): readonly Step[] => [
          { ...step, name: `${step.name} as a second user`, ...bySecondUser(step.name) },
          step,
        ]),
        ...onBehalf,
      ],
    },
    byTurns(bodies, people.onBehalfOfUserId),
  ];
}

/**
 * Two people at the clock, each with a card and a token of their own: what the one does must not show in the other's card,
 * nor under the other's name. In the end the caller closes the other's card, if it is allowed, and then the own.
 */
function byTurns({ clockIn, startBreak, endBreak, clockOut, replace }: DocumentedBodies, owner?: string): Case {
  const theirs = { card: 'theirs', actor: 'secondUser' } as const;
  const editedByOwner: readonly Step[] =
    owner === undefined
      ? []
      : [
          { name: 'edit the other’s', operation: 'replace', body: { ...replace, userId: owner }, ...theirs },
          read('read the other’s, edited', 'theirs'),
          // It was the owner who changed it last; now it is the caller.
          ...writeAndLook('confirm the other’s as well', 'confirm', undefined, 'read what both confirmed', 'theirs'),
        ];
  return {
    name: 'two people by turns',
    phase: 'refusals',
    suites: ['clockIn', 'clockOut', 'breaks', 'confirm', 'isolation', 'shapes'],
    steps: [
      { name: 'clock the other in', operation: 'clockIn', makes: 'theirs', body: clockIn, actor: 'secondUser' },
      { name: 'clock in', operation: 'clockIn', makes: 'own', body: clockIn },
      ...writeAndLook('start a break', 'startBreak', startBreak, 'read on break', 'own'),
      // The first look after a write may still show an old state; what two show is certain.
      read('read on break once more', 'own'),
      { name: 'start the other’s break', operation: 'startBreak', body: startBreak, ...theirs },
      read('read the other’s on break', 'theirs'),
      { name: 'end the other’s break', operation: 'endBreak', body: endBreak, ...theirs },
      read('read, still on break', 'own'),
      read('read the other’s after the break', 'theirs'),
      read('read it once more', 'theirs'),
      ...writeAndLook('end the break', 'endBreak', endBreak, 'read after the break', 'own'),
      ...writeAndLook('clock the other out', 'clockOut', clockOut, 'read the other’s again', 'theirs'),
      { name: 'confirm the other’s', operation: 'confirm', ...theirs },
      read('read the other’s, confirmed', 'theirs'),
      ...editedByOwner,
      ...writeAndLook('clock out', 'clockOut', clockOut, 'read again', 'own'),
    ],
  };
}

function bySecondUser(controlOf: string): { readonly actor: 'secondUser'; readonly mutation: Mutation } {
  return { actor: 'secondUser', mutation: { pointer: 'header:Authorization', keyword: 'secondUser', controlOf } };
}
