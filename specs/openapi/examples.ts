import type { Json, JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';

/**
 * The documented examples of the v1.0 pages (2025-01-17), as mock servers shall answer them. Beta takes them too: the
 * beta pages of 2021 print bodies with names that have changed since.
 *
 * One departure: the card of the documented get and confirmForUser answers clocked out a day before it clocked in
 * (contradiction 15), so both answer the first card of the documented list instead.
 */
const alice = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';

export const exampleIds = {
  team: '871dbd5c-3a6a-4392-bfe1-042452793a50',
  card: 'TCK_ed816e2c-7c7a-44ff-9761-dc3df92a17ef',
} as const;

function byAlice(): JsonObject {
  return { application: null, device: null, user: { id: alice, displayName: 'Alice Bradford' } };
}

function text(content: string): JsonObject {
  return { contentType: 'text', content };
}

function event(dateTime: string, isAtApprovedLocation: boolean | null = null, notes: Json = null): JsonObject {
  return { dateTime, isAtApprovedLocation, notes };
}

interface Card {
  readonly id: string;
  readonly created: string;
  readonly modified: string;
  readonly userId?: string;
  readonly entry: JsonObject;
  readonly originalEntry?: JsonObject;
}

function card({ id, created, modified, userId = alice, entry, originalEntry = entry }: Card): JsonObject {
  return {
    id,
    createdDateTime: created,
    lastModifiedDateTime: modified,
    userId,
    state: entry['clockOutEvent'] === null ? 'clockedIn' : 'clockedOut',
    confirmedBy: 'none',
    notes: null,
    lastModifiedBy: byAlice(),
    ...entry,
    originalEntry,
    createdBy: byAlice(),
  };
}

function clockedIn(at: string, userId: string, notes: Json): JsonObject {
  return card({
    id: 'TCK_95c44dff-bc12-4de2-8a9a-9772e4421eb4',
    created: at,
    modified: at,
    userId,
    entry: { clockInEvent: event(at, true, notes), clockOutEvent: null, breaks: [] },
  });
}

const withBreak = card({
  id: exampleIds.card,
  created: '2025-01-07T14:40:01.601Z',
  modified: '2025-01-07T19:43:54.555Z',
  entry: {
    clockInEvent: event('2025-01-07T14:40:01.601Z'),
    clockOutEvent: event('2025-01-07T19:43:54.555Z'),
    breaks: [
      {
        breakId: 'BRK_d659f765-8c16-4a40-a6c8-2a1cf407b859',
        notes: null,
        start: event('2025-01-07T16:42:35.406Z'),
        end: event('2025-01-07T16:53:40.671Z'),
      },
    ],
  },
});

const late = 'Started late due to traffic in CA 237';

const created = card({
  id: 'TCK_18aeaf79-71c3-44a5-8a6c-236d25d0f726',
  created: '2025-01-07T21:30:20.487Z',
  modified: '2025-01-07T21:30:20.487Z',
  entry: {
    clockInEvent: event('2025-01-07T21:00:00Z', true, text(late)),
    clockOutEvent: event('2025-01-07T21:30:00Z', true),
    breaks: [],
  },
  originalEntry: { clockInEvent: null, clockOutEvent: null, breaks: [] },
});

const traffic = text('Started late due to traffic');
const target = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';

/** Request bodies by operation, each with a name. */
export const requestExamples: Readonly<Partial<Record<Operation, Readonly<Record<string, JsonObject>>>>> = {
  create: {
    documented: {
      userId: alice,
      clockInEvent: event('2025-01-07T21:00:00.000Z', true, text(late)),
      clockOutEvent: { dateTime: '2025-01-07T21:30:00.000Z', isAtApprovedLocation: true },
    },
  },
  replace: {
    documented: {
      userId: alice,
      state: 'clockedOut',
      notes: text('Modified clockOut time'),
      lastModifiedBy: byAlice(),
      clockInEvent: event('2025-01-07T21:00:00Z', true, text(late)),
      clockOutEvent: event('2025-01-07T21:35:00Z', true),
    },
  },
  clockIn: {
    self: { isAtApprovedLocation: true, notes: traffic },
    onBehalf: { isAtApprovedLocation: true, onBehalfOfUserId: target },
  },
  clockOut: { documented: { isAtApprovedLocation: true, notes: text('clocking out') } },
  startBreak: {
    documented: { isAtApprovedLocation: true, notes: text('Starting break late to make up for late clockin') },
  },
  endBreak: { documented: { isAtApprovedLocation: true, notes: text('ending break') } },
  confirmForUser: { documented: { userId: alice } },
};

/** Bodies of success by operation, named as the requests they answer. Operations that answer 204 have none. */
export const responseExamples: Readonly<Partial<Record<Operation, Readonly<Record<string, JsonObject>>>>> = {
  list: { documented: { value: [withBreak] } },
  get: { documented: withBreak },
  create: { documented: created },
  clockIn: {
    self: clockedIn('2025-01-07T21:35:36.311Z', alice, traffic),
    onBehalf: clockedIn('2025-05-07T21:35:36.311Z', target, null),
  },
  confirmForUser: { documented: { ...withBreak, confirmedBy: 'user' } },
};

/** A body of refusal, in the form that users reported from Shifts. */
export function errorExample(code: string, message: string): JsonObject {
  return {
    error: {
      code,
      message,
      innerError: {
        date: '2025-01-07T21:35:36',
        'request-id': '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311',
        'client-request-id': '26ac5b0a-b93a-4e1e-89e2-13a5da2b3311',
      },
    },
  };
}
