import type { Cards } from '../card-store.ts';
import { entries } from './variant.ts';

/** What employees, managers and applications may do. */
export const rightsVariants = entries([
  {
    id: 'two-managers',
    title: 'the second user manages the team as well',
    allows:
      'Managers are those with "the team owner or schedule owner role" (page on frontline managers): as many as there are.',
    temptation: 'the second user may not write the caller’s card',
    policy: { managers: 'everyMember' },
  },
  {
    id: 'everybody-writes',
    title: 'every member of a team may write the cards of the others',
    allows: 'Permission tables name scopes and no roles.',
    temptation: 'an employee is refused to write the card of another',
    policy: { writersOfOthers: 'everyMember' },
  },
  {
    id: 'others-hidden',
    title: 'an employee sees nobody else’s cards: not in lists, and get answers 404',
    allows: 'Permission tables name scopes and no roles; concepts/errors: 404 for what is not there for the caller.',
    temptation: 'every member of the team reads every card',
    hooks: {
      look: (cards, { principal, team }): Cards => {
        const { id } = principal.identity;
        if (principal.kind === 'application' || team.owners.has(id)) return cards;
        const isOwn = (userId: string) => userId === id;
        return {
          get: (cardId) => [cards.get(cardId)].find((one) => one !== undefined && isOwn(one.card.userId)),
          all: () => [...cards.all()].filter(({ card }) => isOwn(card.userId)),
        };
      },
    },
  },
  {
    id: 'application-confirms',
    title: 'an application may confirm without MS-APP-ACTS-AS, and counts as a manager',
    allows:
      'confirm page: the permission table grants Schedule.ReadWrite.All to applications; the caution says otherwise.',
    temptation: 'confirm as an application is refused',
    policy: { confirmByApplication: 'asManager' },
  },
  {
    id: 'application-never-confirms',
    title: 'an application may not confirm, header or not',
    allows: 'confirm page, caution: support for application permissions ends on January 1, 2026.',
    temptation: 'confirm as an application works together with MS-APP-ACTS-AS',
    hooks: {
      permit: (permitted, { operation, principal }) =>
        operation === 'confirm' && principal.kind === 'application' ? false : permitted,
    },
  },
  {
    id: 'application-in-the-users-name',
    title: 'what an application makes names the user of the card beside it in createdBy',
    allows: 'No page says what createdBy holds under an application’s token.',
    temptation: 'createdBy.user is null, or the application, under an application’s token',
    hooks: {
      store: ({ before, after, call }) => {
        if (after === undefined || before !== undefined || call.user !== undefined) return after;
        const user = call.team.members.get(after.userId) ?? null;
        return { ...after, createdBy: { ...after.createdBy, user }, lastModifiedBy: { ...after.lastModifiedBy, user } };
      },
    },
  },
]);
