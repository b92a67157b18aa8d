import type { Example } from './example.ts';

/** create, replace and delete of v1.0. */
export const v1CardExamples: readonly Example[] = [
  {
    name: 'create_req',
    document: 'v1-create',
    section: 'Example, Request',
    version: 'v1.0',
    operation: 'create',
    kind: 'request',
    path: '/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards',
    body: {
      userId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
      clockInEvent: {
        dateTime: '2025-01-07T21:00:00.000Z',
        isAtApprovedLocation: true,
        notes: {
          content: 'Started late due to traffic in CA 237',
          contentType: 'text',
        },
      },
      clockOutEvent: {
        dateTime: '2025-01-07T21:30:00.000Z',
        isAtApprovedLocation: true,
      },
    },
  },
  {
    name: 'create_req_old_seed003',
    document: 'v1-create-first',
    section: 'Example, Request',
    version: 'v1.0',
    operation: 'create',
    kind: 'request',
    path: '/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards',
    body: {
      clockInEvent: {
        dateTime: '2025-01-07T21:00:00.000Z',
        isAtApprovedLocation: true,
        notes: {
          content: 'Started late due to traffic in CA 237',
          contentType: 'text',
        },
      },
      clockOutEvent: {
        dateTime: '2025-01-07T21:30:00.000Z',
        isAtApprovedLocation: true,
      },
    },
  },
  {
    name: 'create_res',
    document: 'v1-create',
    section: 'Example, Response',
    version: 'v1.0',
    operation: 'create',
    kind: 'response',
    path: '/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards',
    status: 201,
    body: {
      id: 'TCK_18aeaf79-71c3-44a5-8a6c-236d25d0f726',
      createdDateTime: '2025-01-07T21:30:20.487Z',
      lastModifiedDateTime: '2025-01-07T21:30:20.487Z',
      userId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
      state: 'clockedOut',
      confirmedBy: 'none',
      notes: null,
      lastModifiedBy: {
        application: null,
        device: null,
        user: {
          id: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
          displayName: 'Alice Bradford',
        },
      },
      clockInEvent: {
        dateTime: '2025-01-07T21:00:00Z',
        isAtApprovedLocation: true,
        notes: {
          contentType: 'text',
          content: 'Started late due to traffic in CA 237',
        },
      },
      clockOutEvent: {
        dateTime: '2025-01-07T21:30:00Z',
        isAtApprovedLocation: true,
        notes: null,
      },
      breaks: [],
      originalEntry: {
        clockInEvent: null,
        clockOutEvent: null,
        breaks: [],
      },
      createdBy: {
        application: null,
        device: null,
        user: {
          id: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
          displayName: 'Alice Bradford',
        },
      },
    },
  },
  {
    name: 'replace_req',
    document: 'v1-replace',
    section: 'Example, Request',
    version: 'v1.0',
    operation: 'replace',
    kind: 'request',
    path: '/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards/TCK_29ad0a09-b97a-49a2-9490-141cb7602540',
    body: {
      userId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
      state: 'clockedOut',
      notes: {
        contentType: 'text',
        content: 'Modified clockOut time',
      },
      lastModifiedBy: {
        application: null,
        device: null,
        user: {
          id: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
          displayName: 'Alice Bradford',
        },
      },
      clockInEvent: {
        dateTime: '2025-01-07T21:00:00Z',
        isAtApprovedLocation: true,
        notes: {
          contentType: 'text',
          content: 'Started late due to traffic in CA 237',
        },
      },
      clockOutEvent: {
        dateTime: '2025-01-07T21:35:00Z',
        isAtApprovedLocation: true,
        notes: null,
      },
    },
  },
  {
    name: 'replace_res',
    document: 'v1-replace',
    section: 'Example, Response',
    version: 'v1.0',
    operation: 'replace',
    kind: 'response',
    path: '/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards/TCK_29ad0a09-b97a-49a2-9490-141cb7602540',
    status: 204,
  },
  {
    name: 'delete_req',
    document: 'v1-delete',
    section: 'Example, Request',
    version: 'v1.0',
    operation: 'delete',
    kind: 'request',
    path: '/v1.0/teams/{teamsId}/schedule/timeCards/{timeCardId}',
  },
  {
    name: 'delete_res',
    document: 'v1-delete',
    section: 'Example, Response',
    version: 'v1.0',
    operation: 'delete',
    kind: 'response',
    path: '/v1.0/teams/{teamsId}/schedule/timeCards/{timeCardId}',
    status: 204,
  },
];
