import type { Mutation } from '../../specs/exchange.ts';
import type { Case, Step } from '../case.ts';
import { documentedBody } from './documented-body.ts';
import type { PlanSettings } from './phase-plan.ts';

/** What a second user may do with the caller's card, and for the caller: no page gives roles, so it is only observed. */
export function secondUserCases({ people, actors, capabilities }: PlanSettings): readonly Case[] {
  if (!actors.has('secondUser')) return [];
  const body = documentedBody('clockin1_req', people);
  const clockOut = documentedBody('clockout_req', people);
  const bySecondUser = (controlOf: string): { readonly actor: 'secondUser'; readonly mutation: Mutation } => ({
    actor: 'secondUser',
    mutation: { pointer: 'header:Authorization', keyword: 'secondUser', controlOf },
  });
  const onBehalf: readonly Step[] = capabilities.has('callerIdentity')
    ? [
        {
          name: 'clock the caller in as a second user',
          operation: 'clockIn',
          body: { ...body, onBehalfOfUserId: people.callerId },
          discard: true,
          ...bySecondUser('clock in'),
        },
      ]
    : [];
  return [
    {
      name: 'a second user with the caller’s card',
      phase: 'refusals',
      suites: ['clockIn', 'protocol'],
      steps: [
        { name: 'clock in', operation: 'clockIn', makes: 'card', body },
        {
          name: 'clock out as a second user',
          operation: 'clockOut',
          card: 'card',
          body: clockOut,
          ...bySecondUser('clock out'),
        },
        { name: 'clock out', operation: 'clockOut', card: 'card', body: clockOut },
        { name: 'delete as a second user', operation: 'delete', card: 'card', ...bySecondUser('delete') },
        { name: 'delete', operation: 'delete', card: 'card' },
        ...onBehalf,
      ],
    },
  ];
}
