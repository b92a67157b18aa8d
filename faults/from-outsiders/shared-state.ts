import type { Received } from '../../reference/call.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import type { Principal } from '../../reference/tokens.ts';
import { defects, type Defect } from '../defect.ts';
import { isLaterPage, nextLinkMember, onPage, option, withOption } from '../from-documents/page-seams.ts';
import { answersAfter, Leftover } from './leftover.ts';

/** Fields of a shared object that one request fills and the next one reads. */
export const sharedStateDefectsOfOutsiders: readonly Defect[] = [
  ...defects('races', [
    {
      id: 'overlapping-request-lends-its-caller',
      title: 'a request without a valid token that overlaps one with a token is served as the user of that one',
      imitates: 'the principal in a field of a singleton, set by who comes with a token and read by everybody',
      breaches: 'timecard-get.md, Request headers: "Authorization | Bearer {token}. Required."',
      caughtBy: ['TC-GEN-002'],
      alike: 'shows only where two requests overlap',
      hooks: () => {
        const callers = new Leftover<Principal>();
        let current: Received | undefined;
        return {
          answersAfter,
          receive: (received) => (current = received),
          identify: (principal) => {
            const served = principal ?? callers.take();
            if (current !== undefined && principal !== undefined) callers.leave(current, principal);
            return served;
          },
        };
      },
    },
    {
      id: 'overlapping-replaces-share-card-notes',
      title: 'of two replaces of two cards at the same time, the second card gets the notes of the first',
      imitates: 'a mapper from a pool, made safe for threads but for one property',
      breaches: 'timecard-replace.md, example: "notes": { "content": "Modified clockOut time" }',
      caughtBy: ['TC-REPLACE-008'],
      alike: 'shows only where two requests overlap',
      hooks: () => {
        const replaced = new Leftover<TimeCard>();
        return {
          answersAfter,
          store: ({ after, call: { operation, received } }) => {
            if (operation !== 'replace' || after === undefined) return after;
            const other = replaced.take();
            replaced.leave(received, after);
            return other === undefined || other.id === after.id ? after : { ...after, notes: other.notes };
          },
        };
      },
    },
    {
      id: 'overlapping-pages-share-cursor',
      title: 'of two @odata.nextLinks followed at the same time, the second gives the page behind the one of the first',
      imitates: 'a cursor on the server that the token of a page names and does not position',
      breaches: 'concepts/paging.md: the whole URL of @odata.nextLink gives the next page',
      caughtBy: ['TC-LIST-016'],
      alike: 'shows only where two requests overlap',
      hooks: () => {
        const cursors = new Leftover<string>();
        return {
          answersAfter,
          receive: (received) => {
            const moved = isLaterPage(received) ? cursors.take() : undefined;
            return moved === undefined ? received : withOption(received, '$skiptoken', () => moved);
          },
          ...onPage((page, { received }) => {
            const link = page[nextLinkMember];
            if (typeof link !== 'string' || !isLaterPage(received)) return page;
            const following = option({ ...received, query: new URL(link).search }, '$skiptoken');
            if (following !== undefined) cursors.leave(received, following);
            return page;
          }),
        };
      },
    },
  ]),
];
