import type { Json } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { confirmForUserCases } from '../refusals/confirmed-for-user.ts';
import { documentedBody } from './documented-body.ts';
import { documentedBodies, type DocumentedBodies } from './documented-bodies.ts';
import { clockLife, createLife, read, remove, writeAndLook } from '../lives/card-life.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { printedMembers } from './printed-members.ts';

/** The documented examples as they are printed, with the configured team and users for the printed ones. */
export function examplesPhase(settings: PlanSettings): PhasePlan {
  const { people, capabilities, apiVersion } = settings;
  const bodies = documentedBodies(people);
  const cases: readonly Case[] = [
    wholeLife(bodies),
    createdLife(bodies),
    ...(capabilities.has('onBehalfOfUser') ? onBehalf(settings, bodies) : []),
    ...(apiVersion === 'beta'
      ? [
          betaLife(settings),
          ...betaCards(settings, bodies),
          printedMembers(settings, bodies),
          ...confirmForUserCases(settings, bodies),
        ]
      : []),
  ];
  return { phase: 'examples', kind: 'listed', cases };
}

/** What else the pages print: requests of another spelling, or of another time. */
export function otherExamples({ people, actors }: PlanSettings): PhasePlan {
  const cases: readonly Case[] = [
    lowerCase(documentedBodies(people), actors.has('readOnly')),
    createLife(
      'create without a user, as an older page prints it',
      'examples',
      documentedBody('create_req_old_seed003', people),
    ),
  ];
  return { phase: 'examples', kind: 'listed', cases };
}

/** The examples of whole cards once more, of today: a server that takes no cards of long ago is judged by these. */
export function examplesOfToday({ people }: PlanSettings): PhasePlan {
  const { create, replace } = documentedBodies(people);
  const cases: readonly Case[] = [
    ofToday('create and replace of today', create, replace),
    ofToday('create of today without a user', documentedBody('create_req_old_seed003', people)),
  ];
  return { phase: 'examples', kind: 'listed', cases };
}

/** The life that shows most: it comes first, so that a small budget already judges most requirements. */
function wholeLife(bodies: DocumentedBodies): Case {
  const life = clockLife('a whole life as documented', 'examples', bodies);
  return {
    ...life,
    suites: ['clockIn', 'clockOut', 'breaks', 'confirm', 'replace', 'reading', 'isolation', 'protocol', 'shapes'],
    steps: [
      ...life.steps,
      ...writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
      ...writeAndLook('replace', 'replace', bodies.replace, 'read the replaced'),
      { name: 'list', operation: 'list', walk: true },
      remove('card'),
      read('read after delete'),
      { ...remove('card'), name: 'delete card again' },
      { name: 'replace the deleted', operation: 'replace', card: 'card', body: bodies.replace },
      { name: 'list after delete', operation: 'list', walk: true },
    ],
  };
}

function createdLife({ create, replace }: DocumentedBodies): Case {
  return {
    ...createLife('create as documented', 'examples', create, replace),
    suites: ['create', 'replace', 'confirm', 'reading', 'shapes'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body: create },
      read('read'),
      ...writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
      { name: 'list', operation: 'list', walk: true },
      ...writeAndLook('replace', 'replace', replace, 'read the replaced'),
      remove('card'),
      read('read after delete'),
      { name: 'list after delete', operation: 'list', walk: true },
    ],
  };
}

/**
 * The printed times were of the day on which the card was created; that a server takes such a card is promised. It is read
 * twice, since reading must change nothing.
 */
function ofToday(name: string, body: Json, replacement?: Json): Case {
  const { steps, ...life } = createLife(name, 'examples', body, replacement);
  const dated = steps.map((step): Step => (step.body === undefined ? step : { ...step, ofToday: 10 }));
  return { ...life, suites: [...life.suites, 'isolation'], steps: [...dated, read('read once more')] };
}

/** Another user's card: clocked in by the caller, confirmed by the caller as a manager and by its user. */
function onBehalf({ people, actors }: PlanSettings, { create, clockOut, replace }: DocumentedBodies): readonly Case[] {
  const byOwner: readonly Step[] = actors.has('secondUser')
    ? [
        { name: 'confirm as the user', operation: 'confirm', card: 'card', actor: 'secondUser' },
        read('read again later'),
        // Made by somebody else, it is the user's own all the same.
        { ...remove('card'), actor: 'secondUser' },
        read('read the deleted'),
      ]
    : [];
  const life = clockLife('clockIn on behalf of a user', 'examples', {
    clockIn: documentedBody('clockin2_req', people),
    clockOut,
  });
  const confirmed: readonly Step[] = [
    ...writeAndLook('confirm as a manager', 'confirm', undefined, 'read the confirmed'),
    ...byOwner,
  ];
  const theirs = { userId: people.onBehalfOfUserId ?? '' };
  const entered = createLife(
    'create and replace for another user',
    'examples',
    { ...create, ...theirs },
    { ...replace, ...theirs },
  );
  // Whether a card can change hands is said nowhere; whoever shows that it has must know its new owner.
  const handedOver: readonly Step[] = [
    ...writeAndLook('replace by the own', 'replace', replace, 'read the own'),
    ...writeAndLook('confirm the own', 'confirm', undefined, 'read the confirmed'),
  ];
  return [
    { ...life, suites: [...life.suites, 'confirm'], steps: [...life.steps, ...confirmed] },
    { ...entered, suites: [...entered.suites, 'confirm'], steps: [...entered.steps, ...handedOver] },
  ];
}

/** The actions as the beta pages print them, with a name that no schema knows. */
function betaLife({ people }: PlanSettings): Case {
  return clockLife('a life as the beta pages print it', 'examples', {
    clockIn: documentedBody('beta_clockin_req', people),
    startBreak: documentedBody('beta_startbreak_req', people),
    endBreak: documentedBody('beta_endbreak_req', people),
    clockOut: documentedBody('beta_clockout_req', people),
  });
}

/** Cards as the beta pages of create and replace print them. */
function betaCards({ people }: PlanSettings, { create }: DocumentedBodies): readonly Case[] {
  return [
    createLife('a card as the beta page of create prints it', 'examples', documentedBody('beta_post_req', people)),
    createLife(
      'a replacement as the beta page prints it',
      'examples',
      create,
      documentedBody('beta_replace_req', people),
    ),
  ];
}

/**
 * The page's template says clockIn, its example says clockin: names are matched without regard to case, and who may not call
 * the one may not call the other.
 */
function lowerCase({ clockIn, startBreak, endBreak }: DocumentedBodies, hasReader: boolean): Case {
  const varied = (controlOf: string) =>
    ({ letterCase: 'names', mutation: { pointer: 'url', keyword: 'letterCase', controlOf } }) as const;
  const start: Step = { name: 'start a break', operation: 'startBreak', card: 'card', body: startBreak };
  const end: Step = { name: 'end the break', operation: 'endBreak', card: 'card', body: endBreak };
  const beginAgain: Step = {
    name: 'clock in in lower case',
    operation: 'clockIn',
    makes: 'second',
    body: clockIn,
    ...varied('clock in'),
  };
  const [startAgain, endAgain] = [
    { ...start, name: 'start a break in lower case', ...varied(start.name) },
    { ...end, name: 'end the break in lower case', ...varied(end.name) },
  ];
  const byReader = (step: Step): readonly Step[] => {
    const { makes: _, ...rest } = step;
    const mutation = { pointer: 'header:Authorization', keyword: 'readOnly', controlOf: step.name };
    return hasReader
      ? [{ ...rest, name: `${step.name} with Schedule.Read.All only`, actor: 'readOnly', mutation }]
      : [];
  };
  return {
    name: 'names in lower case, as the examples print them',
    phase: 'examples',
    suites: ['clockIn', 'breaks', 'protocol'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      read('read'),
      { ...read('read in lower case'), ...varied('read') },
      { name: 'list', operation: 'list' },
      { name: 'list in lower case', operation: 'list', ...varied('list') },
      start,
      end,
      read('read after the break'),
      ...byReader(startAgain),
      ...(hasReader ? [read('read after what was not allowed')] : []),
      startAgain,
      ...byReader(endAgain),
      endAgain,
      remove('card'),
      ...byReader(beginAgain).map((step) => ({ ...step, discard: true as const })),
      ...(hasReader ? [{ name: 'list after what was not allowed', operation: 'list', walk: true } as const] : []),
      beginAgain,
    ],
  };
}
