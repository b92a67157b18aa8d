import type { JsonObject } from '../traffic/json.ts';
import { defects } from './defect.ts';
import { answering, instead, reading, refusing, withJson, withoutBody, withStatus } from './seams.ts';

/** Wrong status codes, and bodies that do not belong to them. */
export const statusDefects = defects('status', [
  {
    id: 'clock-in-200',
    title: 'clockIn answers 200 instead of 201',
    imitates: 'the default status of OData actions, and an older example on the clockIn page',
    caughtBy: ['TC-CLOCKIN-001'],
    hooks: answering('clockIn', (reply) => withStatus(reply, 200)),
  },
  {
    id: 'clock-in-without-card',
    title: 'clockIn answers 201 without a body',
    imitates: 'a mock that returns a status only',
    caughtBy: ['TC-CLOCKIN-003'],
    hooks: answering('clockIn', withoutBody),
  },
  {
    id: 'create-200',
    title: 'create answers 200 instead of 201',
    imitates: 'a handler that uses one status for every success',
    caughtBy: ['TC-CREATE-001'],
    hooks: answering('create', (reply) => withStatus(reply, 200)),
  },
  {
    id: 'clock-out-200-with-card',
    title: 'clockOut answers 200 with the card instead of 204',
    imitates: 'a server generated from the CSDL, which declares a return type',
    caughtBy: ['TC-CLOCKOUT-001'],
    hooks: () => {
      let stored: object = {};
      return {
        store: ({ after }) => ((stored = after ?? {}), after),
        ...answering('clockOut', (reply) => instead(reply, 200, { ...stored })),
      };
    },
  },
  {
    id: 'clock-out-202',
    title: 'clockOut answers 202, as if it would be done later',
    imitates: 'a server that queues writes',
    caughtBy: ['TC-CLOCKOUT-001'],
    alike: 'promises to close the card later, and answers with no card that could be looked at',
    hooks: answering('clockOut', (reply) => withStatus(reply, 202)),
  },
  {
    id: 'delete-200-with-body',
    title: 'delete answers 200 with a body',
    imitates: 'CRUD mocks that confirm a delete in words',
    caughtBy: ['TC-DELETE-001'],
    hooks: answering('delete', (reply) => instead(reply, 200, { deleted: true })),
  },
  {
    id: 'no-content-with-body',
    title: '204 carries a body',
    imitates: 'a framework that always writes a JSON body',
    caughtBy: ['TC-GEN-007'],
    hooks: answering(['clockOut', 'delete'], (reply) => withJson(reply, { ok: true })),
  },
  {
    id: 'get-unknown-200',
    title: 'get of an unknown card answers 200 with an empty object',
    imitates: 'a look-up that does not tell nothing from something',
    caughtBy: ['TC-GET-002', 'TC-DELETE-002'],
    hooks: refusing([404], (reply, { operation }) => (operation === 'get' ? instead(reply, 200, {}) : reply)),
  },
  {
    id: 'unknown-card-400',
    title: 'an unknown card is refused with 400 instead of 404',
    imitates: 'a server that treats an unknown id as bad input',
    caughtBy: ['TC-GET-002', 'TC-CLOCKOUT-012', 'TC-DELETE-003'],
    hooks: refusing([404], (reply, { cardId }) => (cardId ? withStatus(reply, 400) : reply)),
  },
  {
    id: 'unknown-card-500',
    title: 'an unknown card makes the server fail with 500',
    imitates: 'a null reference behind a look-up',
    caughtBy: ['TC-CLOCKOUT-012', 'TC-GET-002', 'TC-DELETE-003'],
    alike: 'fails where the other refuses: the id is taken as good, and nothing is found behind it',
    hooks: refusing([404], (reply, { cardId }) => (cardId ? withStatus(reply, 500) : reply)),
  },
  {
    id: 'clock-out-unknown-204',
    title: 'clockOut of an unknown card answers 204',
    imitates: 'a mock that matches the path pattern and looks no further',
    caughtBy: ['TC-CLOCKOUT-012'],
    hooks: refusing([404], (reply, { operation }) =>
      operation === 'clockOut' ? withoutBody(withStatus(reply, 204)) : reply,
    ),
  },
  {
    id: 'delete-unknown-204',
    title: 'delete of an unknown card answers 204',
    imitates: 'servers whose delete is idempotent by status',
    caughtBy: ['TC-DELETE-003'],
    hooks: refusing([404], (reply, { operation }) =>
      operation === 'delete' ? withoutBody(withStatus(reply, 204)) : reply,
    ),
  },
  {
    id: 'unknown-team-empty-list',
    title: 'list of an unknown team answers 200 with no cards',
    imitates: 'a query by team that finds nothing and asks nothing',
    caughtBy: ['TC-GEN-017'],
    hooks: refusing([404], (reply, { operation }) =>
      operation === 'list' ? instead(reply, 200, { value: [] }) : reply,
    ),
  },
  {
    id: 'create-not-offered',
    title: 'create is answered with 405',
    imitates: 'a mock that knows the actions and not the collection',
    caughtBy: ['TC-GEN-001'],
    hooks: {
      receive: (received) =>
        received.method === 'POST' && /\/timecards\/?$/i.test(received.path)
          ? { ...received, method: 'PATCH' }
          : received,
    },
  },
  {
    id: 'clock-in-null-notes-refused',
    title: 'clockIn refuses null for its notes',
    imitates: 'a body schema that knows absent and not null',
    caughtBy: ['TC-CLOCKIN-036'],
    hooks: reading('clockIn', withoutNullNotes),
  },
  {
    id: 'clock-out-null-notes-refused',
    title: 'clockOut refuses null for its notes',
    imitates: 'a body schema that knows absent and not null',
    caughtBy: ['TC-CLOCKOUT-027'],
    hooks: reading('clockOut', withoutNullNotes),
  },
]);

/** Notes that are null become notes that no schema takes. */
function withoutNullNotes(body: JsonObject): JsonObject {
  return body['notes'] === null ? { ...body, notes: 'null' } : body;
}
