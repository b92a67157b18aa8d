import type { Mutation } from '../../../traffic/exchange.ts';
import { seededGuid } from '../seeded.ts';
import type { Case, Step } from '../case.ts';
import { documentedBody } from '../examples/documented-body.ts';
import type { DocumentedBodies } from '../examples/documented-bodies.ts';
import { read, writeAndLook } from '../lives/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';
import { distinctiveNotes } from '../lives/distinctive-bodies.ts';

/** confirmForUser of beta as documented, twice, and what must be refused or is left open. It takes an application only. */
export function confirmForUserCases(
  { people, actors, capabilities }: PlanSettings,
  { create, clockIn, startBreak, endBreak, clockOut }: DocumentedBodies,
): readonly Case[] {
  if (!actors.has('application')) return [];
  const userId = people.callerId;
  const body = { ...documentedBody('confirmforuser_req_beta', people), userId };
  const confirm = {
    name: 'confirm for the user',
    operation: 'confirmForUser',
    card: 'card',
    actor: 'application',
  } as const satisfies Step;
  const changed = (name: string, pointer: string, keyword: string, parts: Partial<Step>): readonly Step[] => {
    const mutation: Mutation = { pointer, keyword, controlOf: confirm.name };
    return [{ ...confirm, name, ...parts, mutation }, read(`read after: ${name}`)];
  };
  const colleague = people.onBehalfOfUserId;
  const ofColleague: readonly Step[] =
    colleague === undefined || !capabilities.has('onBehalfOfUser')
      ? []
      : [
          {
            name: 'create for another user',
            operation: 'create',
            ofToday: 10,
            makes: 'other',
            body: { ...create, userId: colleague },
          },
          read('read the other', 'other'),
          // Who confirms is not always whose card it is.
          { ...confirm, name: 'confirm for the manager', card: 'other', body: { userId } },
          read('read what the manager confirmed', 'other'),
          {
            ...confirm,
            name: 'confirm for the other user',
            card: 'other',
            body: { userId: colleague },
            clothes: ['escapedNames', 'chunked'],
          },
          read('read what both confirmed', 'other'),
          ...writeAndLook(
            'confirm as the manager',
            'confirm',
            undefined,
            'read what the manager confirmed again',
            'other',
          ),
          {
            name: 'create another for the other user',
            operation: 'create',
            ofToday: 20,
            makes: 'another',
            body: { ...create, userId: colleague },
          },
          ...writeAndLook(
            'confirm it as the manager',
            'confirm',
            undefined,
            'read it with the confirmation',
            'another',
          ),
          { ...confirm, name: 'confirm it for the other user', card: 'another', body: { userId: colleague } },
          read('read it with both confirmations', 'another'),
        ];
  const unknownUser = { pointer: '/userId', value: seededGuid('somebody unknown') };
  return [
    {
      name: 'confirmForUser as documented',
      phase: 'examples',
      suites: ['confirm', 'shapes'],
      steps: [
        {
          name: 'create',
          operation: 'create',
          makes: 'card',
          body: { ...create, userId, notes: distinctiveNotes('to be confirmed') },
          ofToday: 10,
        },
        read('read'),
        ...(capabilities.has('otherTeam')
          ? changed('confirm under the other team', 'url:team', 'other', { team: 'other', body })
          : []),
        { ...confirm, body },
        read('read the confirmed'),
        read('read the confirmed a second time'),
        { name: 'list', operation: 'list', walk: true },
        { ...confirm, name: 'confirm once more', body },
        read('read the confirmed again'),
        ...changed('confirm for nobody', '/userId', 'required', { change: { pointer: '/userId' } }),
        ...changed('confirm for somebody unknown', '/userId', 'unknown', { change: unknownUser }),
        ...changed('confirm an unknown card', 'url:card', 'unknown', { card: 'madeUp', body }),
        ...changed('confirm as the caller', 'header:Authorization', 'delegated', { actor: 'caller', body }),
        ...ofColleague,
      ],
    },
    {
      name: 'confirmForUser of a card with a break',
      phase: 'examples',
      suites: ['confirm', 'shapes'],
      steps: [
        { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
        ...writeAndLook('start a break', 'startBreak', startBreak, 'read on break'),
        ...writeAndLook('end the break', 'endBreak', endBreak, 'read after the break'),
        ...writeAndLook('clock out', 'clockOut', clockOut, 'read again'),
        { ...confirm, body, clothes: ['spaced', 'capitalPeople'] },
        read('read the confirmed'),
      ],
    },
  ];
}

/** confirmForUser with null for the user: an action takes a parameter that is not sent for null, so it is none either way. */
export function confirmedForNull(
  { people, actors, apiVersion }: PlanSettings,
  { create }: DocumentedBodies,
): readonly Case[] {
  if (!actors.has('application') || apiVersion !== 'beta') return [];
  const userId = people.callerId;
  const confirm: Step = {
    name: 'confirm for the user',
    operation: 'confirmForUser',
    card: 'card',
    actor: 'application',
  };
  return [
    {
      name: 'confirmForUser of null',
      phase: 'refusals',
      suites: ['confirm'],
      steps: [
        { name: 'create', operation: 'create', makes: 'card', body: { ...create, userId }, ofToday: 10 },
        read('read'),
        {
          ...confirm,
          name: 'confirm for null',
          change: { pointer: '/userId', value: null },
          mutation: { pointer: '/userId', keyword: 'required', controlOf: confirm.name },
        },
        read('read after confirm for null'),
        {
          ...confirm,
          body: { ...documentedBody('confirmforuser_req_beta', people), userId },
          clothes: ['escapedTexts', 'encodedId'],
        },
        read('read the confirmed'),
      ],
    },
  ];
}
