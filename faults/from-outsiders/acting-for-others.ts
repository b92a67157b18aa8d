import { caller, secondUser } from '../../reference/identities.ts';
import { Refusal } from '../../reference/refusal.ts';
import { defects, type Defect } from '../defect.ts';
import { storing } from '../seams.ts';

const header = 'ms-app-acts-as';

/** Who acts for whom, and who is said to have acted. */
export const actingDefectsOfOutsiders: readonly Defect[] = [
  ...defects('identity', [
    {
      id: 'acts-as-header-turns-users-into-others',
      title:
        'MS-APP-ACTS-AS counts beside the token of a user as well: whoever sends it acts as the user whom it names',
      imitates: 'a header for applications that is read before anybody asks what kind of token came',
      breaches:
        'timecard-clockin.md, Request headers: MS-APP-ACTS-AS is "Required only if the authorization token is an application token; otherwise, optional."',
      caughtBy: ['TC-AUTH-020'],
      alike: 'shows only where a user sends MS-APP-ACTS-AS',
      hooks: () => {
        let named: string | undefined;
        return {
          receive: (received) => {
            named = received.headers[header];
            return received;
          },
          identify: (principal) => {
            const identity = [caller, secondUser].find(({ id }) => id === named);
            return principal?.kind === 'user' && identity ? { ...principal, identity } : principal;
          },
        };
      },
    },
    {
      id: 'breaks-of-applications-need-header',
      title: 'startBreak and endBreak with an application token and no MS-APP-ACTS-AS are refused with 403',
      imitates: 'the filter for the deprecated header, taken off one controller and left on another',
      breaches:
        'timecard-startbreak.md, Request headers: "The `MS-APP-ACTS-AS` header is deprecated and no longer required with application tokens."',
      caughtBy: ['TC-AUTH-004'],
      alike: 'shows only where an application starts or ends a break',
      hooks: {
        permit: (permitted, { operation, principal, received }) => {
          const isBreak = operation === 'startBreak' || operation === 'endBreak';
          if (isBreak && principal.kind === 'application' && received.headers[header] === undefined) {
            throw new Refusal('Forbidden', 'MS-APP-ACTS-AS is missing.');
          }
          return permitted;
        },
      },
    },
    {
      id: 'clock-out-keeps-modifier',
      title: 'clockOut leaves lastModifiedBy to whoever changed the card before',
      imitates: 'a stamp that is set where cards are inserted and edited, and not where actions are carried out',
      breaches: 'beta timecard-list.md, Example, second card: lastModifiedBy is who clocked out',
      caughtBy: ['TC-CLOCKOUT-023'],
      alike: 'shows only where somebody else changed the card before',
      hooks: storing('clockOut', (after, before) => ({
        ...after,
        lastModifiedBy: before?.lastModifiedBy ?? after.lastModifiedBy,
      })),
    },
  ]),
];
