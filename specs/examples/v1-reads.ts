import type { Example } from './example.ts';

/** get and list of v1.0. */
export const v1ReadExamples: readonly Example[] = [
  {
    name: 'get_req',
    document: 'v1-get',
    section: 'Example, Request',
    version: 'v1.0',
    operation: 'get',
    kind: 'request',
    path: '/v1.0/teams/fd15cad8-80f6-484f-9666-3caf695fbf32/schedule/timeCards/TCK_3e74d9a1-f45f-4da3-95df-be72a8af448d',
  },
  {
    name: 'get_res',
    document: 'v1-get',
    section: 'Example, Response',
    version: 'v1.0',
    operation: 'get',
    kind: 'response',
    path: '/v1.0/teams/fd15cad8-80f6-484f-9666-3caf695fbf32/schedule/timeCards/TCK_3e74d9a1-f45f-4da3-95df-be72a8af448d',
    status: 200,
    broken:
      'The clock-out lies a day before the clock-in, and originalEntry.clockInEvent a day before clockInEvent. The original has a comma before closing braces.',
    body: {
      id: 'TCK_3e74d9a1-f45f-4da3-95df-be72a8af448d',
      createdDateTime: '2025-01-08T15:44:09.545Z',
      lastModifiedDateTime: '2025-01-08T19:45:25.048Z',
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
        dateTime: '2025-01-08T15:44:09.545Z',
        isAtApprovedLocation: null,
        notes: null,
      },
      clockOutEvent: {
        dateTime: '2025-01-07T19:45:25.048Z',
        isAtApprovedLocation: null,
        notes: null,
      },
      breaks: [],
      originalEntry: {
        clockInEvent: {
          dateTime: '2025-01-07T15:44:09.545Z',
          isAtApprovedLocation: null,
          notes: null,
        },
        clockOutEvent: {
          dateTime: '2025-01-07T19:45:25.048Z',
          isAtApprovedLocation: null,
          notes: null,
        },
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
    name: 'list_req',
    document: 'v1-list',
    section: 'Example, Request',
    version: 'v1.0',
    operation: 'list',
    kind: 'request',
    path: '/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards',
  },
  {
    name: 'list_res',
    document: 'v1-list',
    section: 'Example, Response',
    version: 'v1.0',
    operation: 'list',
    kind: 'response',
    path: '/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards',
    status: 200,
    broken:
      'Item 2: the clock-out lies a day before the clock-in, and originalEntry.clockInEvent a day before clockInEvent. The original has a comma before closing braces.',
    body: {
      value: [
        {
          id: 'TCK_ed816e2c-7c7a-44ff-9761-dc3df92a17ef',
          createdDateTime: '2025-01-07T14:40:01.601Z',
          lastModifiedDateTime: '2025-01-07T19:43:54.555Z',
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
            dateTime: '2025-01-07T14:40:01.601Z',
            isAtApprovedLocation: null,
            notes: null,
          },
          clockOutEvent: {
            dateTime: '2025-01-07T19:43:54.555Z',
            isAtApprovedLocation: null,
            notes: null,
          },
          breaks: [
            {
              breakId: 'BRK_d659f765-8c16-4a40-a6c8-2a1cf407b859',
              notes: null,
              start: {
                dateTime: '2025-01-07T16:42:35.406Z',
                isAtApprovedLocation: null,
                notes: null,
              },
              end: {
                dateTime: '2025-01-07T16:53:40.671Z',
                isAtApprovedLocation: null,
                notes: null,
              },
            },
          ],
          originalEntry: {
            clockInEvent: {
              dateTime: '2025-01-07T14:40:01.601Z',
              isAtApprovedLocation: null,
              notes: null,
            },
            clockOutEvent: {
              dateTime: '2025-01-07T19:43:54.555Z',
              isAtApprovedLocation: null,
              notes: null,
            },
            breaks: [
              {
                breakId: 'BRK_d659f765-8c16-4a40-a6c8-2a1cf407b859',
                notes: null,
                start: {
                  dateTime: '2025-01-07T16:42:35.406Z',
                  isAtApprovedLocation: null,
                  notes: null,
                },
                end: {
                  dateTime: '2025-01-07T16:53:40.671Z',
                  isAtApprovedLocation: null,
                  notes: null,
                },
              },
            ],
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
        {
          id: 'TCK_3e74d9a1-f45f-4da3-95df-be72a8af448d',
          createdDateTime: '2025-01-08T15:44:09.545Z',
          lastModifiedDateTime: '2025-01-08T19:45:25.048Z',
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
            dateTime: '2025-01-08T15:44:09.545Z',
            isAtApprovedLocation: null,
            notes: null,
          },
          clockOutEvent: {
            dateTime: '2025-01-07T19:45:25.048Z',
            isAtApprovedLocation: null,
            notes: null,
          },
          breaks: [],
          originalEntry: {
            clockInEvent: {
              dateTime: '2025-01-07T15:44:09.545Z',
              isAtApprovedLocation: null,
              notes: null,
            },
            clockOutEvent: {
              dateTime: '2025-01-07T19:45:25.048Z',
              isAtApprovedLocation: null,
              notes: null,
            },
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
      ],
    },
  },
];
