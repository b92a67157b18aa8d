import { defects } from './defect.ts';
import { answering, hour, instead, moved, refusing, showing, storing, withoutBody, withStatus } from './seams.ts';

const nobody = { application: null, device: null, user: null };

/** What confirm and confirmForUser get wrong. */
export const confirmDefects = [
  ...defects('status', [
    {
      id: 'confirm-200',
      title: 'confirm answers 200',
      imitates: 'the default status of OData actions',
      caughtBy: ['TC-CONFIRM-001'],
      hooks: answering('confirm', (reply) => withStatus(reply, 200)),
    },
    {
      id: 'confirm-needs-body',
      title: 'confirm without a body is refused',
      imitates: 'a framework in which every POST has a body',
      caughtBy: ['TC-CONFIRM-002', 'TC-CONFIRM-001'],
      hooks: answering('confirm', (reply, { received }) =>
        received.body.length === 0 ? withStatus(reply, 411) : reply,
      ),
    },
    {
      id: 'confirm-unknown-204',
      title: 'confirm of an unknown card answers 204',
      imitates: 'a mock that matches the path pattern and looks no further',
      caughtBy: ['TC-CONFIRM-007'],
      hooks: refusing([404], (reply, { operation }) =>
        operation === 'confirm' ? withoutBody(withStatus(reply, 204)) : reply,
      ),
    },
    {
      id: 'confirm-for-user-204',
      title: 'confirmForUser answers 204',
      imitates: 'a handler shared with confirm',
      caughtBy: ['TC-CONFIRM-008'],
      hooks: answering('confirmForUser', (reply) => withoutBody(withStatus(reply, 204))),
    },
    {
      id: 'confirm-for-user-empty-card',
      title: 'confirmForUser answers 200 with an empty object',
      imitates: 'a mock that returns a status and nothing else',
      caughtBy: ['TC-CONFIRM-008'],
      hooks: answering('confirmForUser', (reply) => instead(reply, 200, {})),
    },
    {
      id: 'confirm-for-user-unknown-200',
      title: 'confirmForUser of an unknown card answers 200',
      imitates: 'a mock with canned answers',
      caughtBy: ['TC-CONFIRM-019'],
      hooks: refusing([404], (reply, { operation }) =>
        operation === 'confirmForUser' ? instead(reply, 200, { id: 'TCK_canned' }) : reply,
      ),
    },
    {
      id: 'confirm-for-nobody',
      title: 'confirmForUser without userId confirms for the user of the card',
      imitates: 'a default for a parameter that is required',
      caughtBy: ['TC-CONFIRM-009'],
      hooks: {
        read: (body, { operation }) =>
          operation === 'confirmForUser'
            ? { userId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2', ...(body as Readonly<Record<string, string>>) }
            : body,
      },
    },
  ]),
  ...defects('state', [
    {
      id: 'confirm-not-kept',
      title: 'confirm answers 204 and confirms nothing',
      imitates: 'a mock that returns a status and nothing else',
      caughtBy: ['TC-CONFIRM-003'],
      hooks: storing('confirm', (after, before) => ({
        ...after,
        confirmedBy: before?.confirmedBy ?? after.confirmedBy,
      })),
    },
    {
      id: 'confirm-as-manager',
      title: 'whoever confirms is a manager',
      imitates: 'a role that is looked up for the wrong user',
      caughtBy: ['TC-CONFIRM-023'],
      hooks: storing('confirm', (after) => ({ ...after, confirmedBy: 'manager' })),
    },
    {
      id: 'confirm-as-user',
      title: 'whoever confirms is taken for the user of the card',
      imitates: 'a server that knows no managers',
      caughtBy: ['TC-CONFIRM-004'],
      hooks: storing('confirm', (after) => ({ ...after, confirmedBy: 'user' })),
    },
    {
      id: 'confirm-overwrites',
      title: 'a second confirmation takes the place of the first',
      imitates: 'a plain value where there is a set of flags',
      caughtBy: ['TC-CONFIRM-010'],
      hooks: storing('confirm', (after, before) => {
        const by = before?.confirmedBy === 'manager' ? 'user' : 'manager';
        return after.confirmedBy === 'user,manager' ? { ...after, confirmedBy: by } : after;
      }),
    },
    {
      id: 'confirm-reopens',
      title: 'confirm reopens the card',
      imitates: 'a state machine with a wrong edge',
      caughtBy: ['TC-CONFIRM-005'],
      hooks: storing('confirm', (after) => ({ ...after, state: 'clockedIn', clockOutEvent: null })),
    },
    {
      id: 'confirm-for-user-as-manager',
      title: 'confirmForUser always counts as the manager',
      imitates: 'taking the application for the confirmer',
      caughtBy: ['TC-CONFIRM-024', 'TC-CONFIRM-016'],
      hooks: showing((card) => ({ ...card, confirmedBy: 'manager' }), 'confirmForUser'),
    },
    {
      id: 'confirm-for-user-not-stored',
      title: 'confirmForUser answers a confirmed card and keeps nothing',
      imitates: 'a mock with canned answers',
      caughtBy: ['TC-CONFIRM-016'],
      hooks: {
        ...storing('confirmForUser', (after, before) => before ?? after),
        ...showing((card) => ({ ...card, confirmedBy: 'user' }), 'confirmForUser'),
      },
    },
    {
      id: 'confirm-for-user-answers-the-unconfirmed',
      title: 'confirmForUser stores the confirmation and answers the card without it',
      imitates: 'an answer that is made before the change',
      caughtBy: ['TC-CONFIRM-012'],
      hooks: showing((card) => ({ ...card, confirmedBy: 'none' }), 'confirmForUser'),
    },
    {
      id: 'confirm-for-user-is-always-the-manager',
      title: 'confirmForUser of the owner counts as a confirmation by the manager',
      imitates: 'an application that is taken for a manager, whomever it names',
      caughtBy: ['TC-CONFIRM-024'],
      hooks: storing('confirmForUser', (after) => ({ ...after, confirmedBy: 'manager' })),
    },
    {
      id: 'confirm-for-user-overwrites',
      title: 'confirmForUser takes back an earlier confirmation',
      imitates: 'a plain value where there is a set of flags',
      caughtBy: ['TC-CONFIRM-021'],
      hooks: storing('confirmForUser', (after) => ({ ...after, confirmedBy: 'user' })),
    },
    {
      id: 'confirm-for-user-drops-clock-out',
      title: 'confirmForUser drops the clock-out',
      imitates: 'a card that is written anew from what the request says',
      caughtBy: ['TC-CONFIRM-020'],
      hooks: storing('confirmForUser', (after) => ({ ...after, clockOutEvent: null })),
    },
  ]),
  ...defects('identity', [
    {
      id: 'confirm-for-user-other-id',
      title: 'confirmForUser answers a card with an id of its own',
      imitates: 'an id of the confirmation where that of the card should be',
      caughtBy: ['TC-CONFIRM-013'],
      hooks: showing((card) => ({ ...card, id: 'CNF_1' }), 'confirmForUser'),
    },
    {
      id: 'confirm-creator',
      title: 'confirm empties createdBy',
      imitates: 'one field for creator and confirmer',
      caughtBy: ['TC-CONFIRM-017'],
      hooks: storing('confirm', (after) => ({ ...after, createdBy: nobody })),
    },
    {
      id: 'confirm-modified-by-nobody',
      title: 'lastModifiedBy after confirm names no user',
      imitates: 'a confirmation that is written by a job',
      caughtBy: ['TC-CONFIRM-015'],
      hooks: storing('confirm', (after) => ({ ...after, lastModifiedBy: nobody })),
    },
    {
      id: 'confirm-keeps-modifier',
      title: 'confirm leaves lastModifiedBy to whoever changed the card before',
      imitates: 'a flag that is set beside the path of all other writes',
      caughtBy: ['TC-CONFIRM-015'],
      alike: 'shows only where somebody else changed the card before, and not in a single confirmation',
      hooks: storing('confirm', (after, before) => ({
        ...after,
        lastModifiedBy: before?.lastModifiedBy ?? after.lastModifiedBy,
      })),
    },
    {
      id: 'confirm-takes-modified-back',
      title: 'confirm sets lastModifiedDateTime an hour back',
      imitates: 'two clocks of which one is wrong',
      caughtBy: ['TC-CONFIRM-011'],
      hooks: storing('confirm', (after) => ({
        ...after,
        lastModifiedDateTime: moved(after.lastModifiedDateTime, -hour),
      })),
    },
  ]),
];
