import { isJsonObject } from '../../traffic/json.ts';
import { defects } from '../defect.ts';
import { answering, storing, withJson } from '../seams.ts';

/** What confirmForUser gets wrong by who is named and what the card is by then. */
export const documentConfirmForUserDefects = defects('beta', [
  {
    id: 'confirm-for-user-answer-drops-manager',
    title: 'confirmForUser answers user alone where the manager has confirmed before; get shows both',
    imitates: 'an answer that is made of the request',
    breaches:
      'timecard-confirmforuser.md, Response: "200 OK and a timeCard object"; beta timecard-get.md: "user,manager"',
    caughtBy: ['TC-CONFIRM-016', 'TC-CONFIRM-021'],
    alike: 'stores both flags; only the answer lacks one, and only after a manager',
    hooks: answering('confirmForUser', (reply) => {
      if (reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
      const card = reply.content.value;
      return card['confirmedBy'] === 'user,manager' ? withJson(reply, { ...card, confirmedBy: 'user' }) : reply;
    }),
  },
  {
    id: 'confirm-for-user-owner-changes',
    title: 'confirmForUser makes the card one of the user whom it names',
    imitates: '{ ...card, ...body }',
    breaches: 'timecard-confirmforuser.md: userId is who confirms; timecard.md: userId is whose card it is',
    caughtBy: ['TC-CONFIRM-022'],
    hooks: storing('confirmForUser', (after, _before, { body }) =>
      typeof body['userId'] === 'string' ? { ...after, userId: body['userId'] } : after,
    ),
  },
]);
