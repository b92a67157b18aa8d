import type { Case, Step } from '../case.ts';
import { variations, varied } from '../refusals/access.ts';
import { read, remove } from '../lives/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';
import { sameWords } from '../isolation/same-words.ts';
import { byOther, saying, shift, overlappingWrites } from './together.ts';

/**
 * Requests about different cards at the same time. Each says something of its own, so that whatever of the one gets into
 * the other shows; neither has to do with the other, so that all that holds of a request alone holds here.
 */
export function sideBySideRaces(settings: PlanSettings): readonly Case[] {
  return [
    ...(settings.actors.has('secondUser') ? [twoPeople(), sameWords()] : []),
    twoCards(settings),
    onePerson(settings),
  ];
}

type Operation = Step['operation'];

/** Two people at the clock, each with a token and a card of their own, who do the same at the same time. */
function twoPeople(): Case {
  const steps = ['startBreak', 'endBreak', 'clockOut', 'confirm', 'replace'] as const;
  const bodyOf = (operation: Operation, who: string, isFirst: boolean): Pick<Step, 'body'> => {
    if (operation === 'confirm') return {};
    const words = `${operation} by the ${who}`;
    return { body: operation === 'replace' ? shift(undefined, words, isFirst) : saying(isFirst, words) };
  };
  const own = (operation: Operation): Step => ({
    name: `${operation} by the caller`,
    operation,
    card: 'own',
    ...bodyOf(operation, 'caller', true),
  });
  const theirs = (operation: Operation): Step => ({
    name: `${operation} by the other`,
    operation,
    card: 'theirs',
    ...bodyOf(operation, 'other', false),
    ...byOther,
  });
  const looks = (when: string) =>
    overlappingWrites(read(`read own ${when}`, 'own'), { ...read(`read theirs ${when}`, 'theirs'), ...byOther });
  const comes = (step: Step, makes: string): Step => {
    const { card: _, ...rest } = step;
    return { ...rest, makes };
  };
  return {
    name: 'two people do the same at the same time',
    phase: 'races',
    suites: ['races', 'clockIn', 'breaks', 'clockOut', 'confirm', 'replace', 'isolation'],
    steps: [
      ...overlappingWrites(comes(theirs('clockIn'), 'theirs'), comes(own('clockIn'), 'own')),
      ...looks('after clockIn'),
      ...steps.flatMap((operation, index) => [
        // Now the one is first, and now the other.
        ...(index % 2 === 0
          ? overlappingWrites(theirs(operation), own(operation))
          : overlappingWrites(own(operation), theirs(operation))),
        ...looks(`after ${operation}`),
      ]),
      ...overlappingWrites(remove('own'), { ...remove('theirs'), ...byOther }),
    ],
  };
}

/** Two cards of one user that are made, confirmed, replaced and deleted at the same time. */
function twoCards({ people: { callerId } }: PlanSettings): Case {
  const cards = ['one', 'other'] as const;
  const both = (step: (card: string, isFirst: boolean) => Step): readonly Step[] => {
    const [first, second] = cards;
    return overlappingWrites(step(first, true), step(second, false));
  };
  const looks = (when: string) => both((card) => read(`read ${card} ${when}`, card));
  return {
    name: 'two cards of one user at the same time',
    phase: 'races',
    suites: ['races', 'create', 'confirm', 'replace', 'reading', 'isolation'],
    steps: [
      ...both((card, isFirst) => ({
        name: `create ${card}`,
        operation: 'create',
        makes: card,
        body: shift(callerId, `created as the ${card}`, isFirst),
        ofToday: isFirst ? 10 : 70,
      })),
      ...looks('at first'),
      ...both((card) => ({ name: `confirm ${card}`, operation: 'confirm', card })),
      ...looks('after confirm'),
      ...both((card, isFirst) => ({
        name: `replace ${card}`,
        operation: 'replace',
        card,
        body: shift(callerId, `replaced, the ${card}`, !isFirst),
        ofToday: isFirst ? 12 : 72,
      })),
      ...looks('after replace'),
      ...both(remove),
      { name: 'list none', operation: 'list', walk: true },
    ],
  };
}

/**
 * One person at two cards at the same time: the own and that of a colleague, or one that was created. Then cards that come
 * and go, and reads of all kinds.
 */
function onePerson(settings: PlanSettings): Case {
  const { people, capabilities } = settings;
  const colleague = capabilities.has('onBehalfOfUser') ? people.onBehalfOfUserId : undefined;
  const of = (card: 'own' | 'other', operation: Operation): Step => ({
    name: `${operation} ${card}`,
    operation,
    card,
    body: saying(card === 'own', `${operation} of the ${card}`),
  });
  const replaced = (card: string, userId: string): Step => ({
    name: `replace ${card}`,
    operation: 'replace',
    card,
    body: shift(userId, `replaced, the ${card}`, true),
  });
  const confirm: Step = { name: 'confirm other', operation: 'confirm', card: 'other' };
  const create = (makes: string, minutes: number): Step => ({
    name: `create ${makes}`,
    operation: 'create',
    makes,
    body: shift(people.callerId, `created as the ${makes}`, false),
    ofToday: minutes,
  });
  const clockIn: Step = { name: 'clock in', operation: 'clockIn', makes: 'own', body: saying(false, 'came') };
  const steps = ['startBreak', 'endBreak', 'clockOut'] as const;
  const looks = (when: string) =>
    overlappingWrites(read(`read own ${when}`, 'own'), read(`read other ${when}`, 'other'));
  const both =
    colleague === undefined
      ? [
          ...overlappingWrites(create('other', 70), clockIn),
          ...looks('at first'),
          ...steps.flatMap((operation) => [of('own', operation), read(`read own after ${operation}`, 'own')]),
        ]
      : [
          ...overlappingWrites(
            {
              name: 'clock a colleague in',
              operation: 'clockIn',
              makes: 'other',
              body: { ...saying(true, 'for a colleague'), onBehalfOfUserId: colleague },
            },
            clockIn,
          ),
          ...looks('at first'),
          ...steps.flatMap((operation) => [
            ...overlappingWrites(of('own', operation), of('other', operation)),
            ...looks(`after ${operation}`),
          ]),
        ];
  return {
    name: 'one person at two cards at the same time',
    phase: 'races',
    suites: [
      'races',
      'clockIn',
      'create',
      'breaks',
      'clockOut',
      'confirm',
      'replace',
      'reading',
      'isolation',
      'protocol',
    ],
    steps: [
      ...both,
      ...overlappingWrites(confirm, replaced('own', people.callerId)),
      ...looks('after confirm and replace'),
      ...readsAtOnce(settings),
      ...overlappingWrites(remove('other'), create('third', 100)),
      ...overlappingWrites(read('read own in the end', 'own'), read('read third', 'third')),
    ],
  };
}

/** A card beside one that is not there, beside itself for nobody, and the lists of two teams. */
function readsAtOnce(settings: PlanSettings): readonly Step[] {
  const get = read('read own', 'own');
  const unknown: Step = {
    ...get,
    name: 'get an unknown card',
    card: 'madeUp',
    mutation: { pointer: 'url:card', keyword: 'unknown', controlOf: get.name },
  };
  const [nobody] = variations(settings).filter(({ mutation }) => mutation.keyword === 'removed');
  const again = read('read own once more', 'own');
  const list: Step = { name: 'list', operation: 'list', walk: true };
  return [
    ...overlappingWrites(get, unknown),
    ...(nobody === undefined ? [] : overlappingWrites(again, varied(again, nobody))),
    ...(settings.capabilities.has('otherTeam')
      ? overlappingWrites(list, { ...list, name: 'list the other team', team: 'other' })
      : []),
  ];
}
