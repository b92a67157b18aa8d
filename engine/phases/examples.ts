import type { Case } from '../case.ts';
import { documentedBody } from './documented-body.ts';
import { clockLife, createLife, remove } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/** The documented examples as they are printed, with the configured team and users for the printed ones. */
export function examplesPhase({ people, capabilities }: PlanSettings): PhasePlan {
  const clockIn = documentedBody('clockin1_req', people);
  const clockOut = documentedBody('clockout_req', people);
  const create = documentedBody('create_req', people);
  const cases: readonly Case[] = [
    wholeLife(clockIn, clockOut),
    {
      ...createLife('create as documented', 'examples', create),
      suites: ['create', 'reading', 'shapes'],
      steps: createdLife(create),
    },
    ...(capabilities.has('onBehalfOfUser')
      ? [clockLife('clockIn on behalf of a user', 'examples', documentedBody('clockin2_req', people), clockOut)]
      : []),
    ...(capabilities.has('onBehalfOfUser')
      ? [createLife('create for another user', 'examples', { ...create, userId: people.onBehalfOfUserId ?? '' })]
      : []),
    clockLife('clockIn and clockOut with an empty object', 'examples', {}, {}),
    createLife(
      'create without a user, as an older page prints it',
      'examples',
      documentedBody('create_req_old_seed003', people),
    ),
    lowerCase(clockIn),
  ];
  return { phase: 'examples', kind: 'listed', cases };
}

/** The life that shows most: it comes first, so that a small budget already judges most requirements. */
function wholeLife(clockIn: Case['steps'][number]['body'], clockOut: Case['steps'][number]['body']): Case {
  const life = clockLife('clockIn and clockOut as documented', 'examples', clockIn ?? {}, clockOut ?? {});
  return {
    ...life,
    suites: ['clockIn', 'clockOut', 'reading', 'protocol', 'shapes'],
    steps: [
      ...life.steps,
      { name: 'list', operation: 'list', walk: true },
      remove('card'),
      { name: 'read after delete', operation: 'get', card: 'card' },
      { name: 'list after delete', operation: 'list', walk: true },
    ],
  };
}

function createdLife(body: Case['steps'][number]['body']): Case['steps'] {
  return [
    { name: 'create', operation: 'create', makes: 'card', body: body ?? {} },
    { name: 'read', operation: 'get', card: 'card' },
    { name: 'list', operation: 'list', walk: true },
    remove('card'),
    { name: 'read after delete', operation: 'get', card: 'card' },
    { name: 'list after delete', operation: 'list', walk: true },
  ];
}

/** The page's template says clockIn, its example says clockin: names are matched without regard to case. */
function lowerCase(clockIn: Case['steps'][number]['body']): Case {
  const varied = (controlOf: string) =>
    ({ letterCase: 'names', mutation: { pointer: 'url', keyword: 'letterCase', controlOf } }) as const;
  return {
    name: 'names in lower case, as the examples print them',
    phase: 'examples',
    suites: ['clockIn', 'protocol'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn ?? {} },
      { name: 'read', operation: 'get', card: 'card' },
      { name: 'read in lower case', operation: 'get', card: 'card', ...varied('read') },
      remove('card'),
      {
        name: 'clock in in lower case',
        operation: 'clockIn',
        makes: 'second',
        body: clockIn ?? {},
        ...varied('clock in'),
      },
    ],
  };
}
