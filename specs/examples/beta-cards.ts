import type { Example } from './example.ts';

/** create, replace and delete of beta. */
export const betaCardExamples: readonly Example[] = [
  {
    name: 'beta_post_req',
    document: 'beta-create',
    section: 'Example, Request',
    version: 'beta',
    operation: 'create',
    kind: 'request',
    path: '/beta/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards',
    broken:
      'Sends onBehalfOfUserId, which timeCard does not have, and the breakId "string". The original has a comma before closing braces.',
    body: {
      onBehalfOfUserId: 'a3601044-a1b5-438e-b742-f78d01d68a67',
      clockInEvent: {
        dateTime: '2019-03-18T00:00:00.000Z',
        atApprovedLocation: true,
        notes: {
          content: 'Started late due to traffic in CA 237',
          contentType: 'text',
        },
      },
      notes: {
        content: '8 To 5 Inventory management',
        contentType: 'text',
      },
      breaks: [
        {
          breakId: 'string',
          notes: {
            content: 'Lunch break',
            contentType: 'text',
          },
          start: {
            dateTime: '2019-03-18T02:00:00.000Z',
            atApprovedLocation: true,
            notes: {
              content: 'Reduced break to make up for lost time',
              contentType: 'text',
            },
          },
        },
      ],
    },
  },
  {
    name: 'beta_post_res',
    document: 'beta-create',
    section: 'Example, Response',
    version: 'beta',
    operation: 'create',
    kind: 'response',
    path: '/beta/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards',
    status: 201,
    broken:
      'Shows confirmationStatus, which timeCard does not have, in place of confirmedBy, and the breakId "string". The original has a comma before closing braces.',
    body: {
      id: '3895809b-a618-4c0d-86a0-d42b25b7d74f',
      userId: 'a3601044-a1b5-438e-b742-f78d01d68a67',
      createdDateTime: '2019-03-18T00:00:00.000Z',
      createdBy: {
        user: {
          id: 'a3601044-a1b5-438e-b742-f78d01d68a67',
          displayName: 'Dwight Schrute',
        },
      },
      lastModifiedDateTime: '2019-03-18T00:00:00.000Z',
      lastModifiedBy: {
        user: {
          id: 'a3601044-a1b5-438e-b742-f78d01d68a67',
          displayName: 'Dwight Schrute',
        },
      },
      state: 'onBreak',
      confirmationStatus: 'notConfirmed',
      originalEntry: {
        clockInEvent: {
          dateTime: '2019-03-18T00:00:00.000Z',
          atApprovedLocation: true,
          notes: {
            content: 'Started late due to traffic in CA 237',
            contentType: 'text',
          },
        },
        clockOutEvent: null,
        breaks: [
          {
            breakId: 'string',
            notes: {
              content: 'Lunch break',
              contentType: 'text',
            },
            start: {
              dateTime: '2019-03-18T02:00:00.000Z',
              atApprovedLocation: true,
              notes: {
                content: 'Reduced break to make up for lost time',
                contentType: 'text',
              },
            },
            end: null,
          },
        ],
      },
      clockInEvent: {
        dateTime: '2019-03-18T00:00:00.000Z',
        atApprovedLocation: true,
        notes: {
          content: 'Started late due to traffic in CA 237',
          contentType: 'text',
        },
      },
      clockOutEvent: null,
      notes: {
        content: '8 To 5 Inventory management',
        contentType: 'text',
      },
      breaks: [
        {
          breakId: 'string',
          notes: {
            content: 'Lunch break',
            contentType: 'text',
          },
          start: {
            dateTime: '2019-03-18T02:00:00.000Z',
            atApprovedLocation: true,
            notes: {
              content: 'Reduced break to make up for lost time',
              contentType: 'text',
            },
          },
          end: null,
        },
      ],
    },
  },
  {
    name: 'beta_replace_req',
    document: 'beta-replace',
    section: 'Example, Request',
    version: 'beta',
    operation: 'replace',
    kind: 'request',
    path: '/beta/teams/fd15cad8-80f6-484f-9666-3caf695fbf32/schedule/timeCards/TCK_3cd7413f-0337-433b-9a49-da0923185b3f',
    broken: 'Sends confirmedBy "None", with a capital that no member of the enumeration has.',
    body: {
      userId: '70e47528-2fae-42b5-9d8e-ee73ccd90603',
      state: 'clockedOut',
      confirmedBy: 'None',
      notes: null,
      clockInEvent: {
        dateTime: '2021-05-21T21:58:41.327Z',
        atApprovedLocation: null,
        notes: {
          contentType: 'text',
          content: 'update sample notes',
        },
      },
      clockOutEvent: {
        dateTime: '2021-05-21T22:01:46.205Z',
        atApprovedLocation: null,
        notes: {
          contentType: 'text',
          content: 'update sample notes',
        },
      },
      breaks: [
        {
          breakId: 'BRK_138f4751-68b1-44c1-aca2-2b26cba9e73f',
          notes: null,
          start: {
            dateTime: '2021-05-21T21:59:59.328Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'update sample notes',
            },
          },
          end: {
            dateTime: '2021-05-21T22:01:10.205Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'update sample notes',
            },
          },
        },
      ],
    },
  },
  {
    name: 'beta_delete_req',
    document: 'beta-delete',
    section: 'Example, Request',
    version: 'beta',
    operation: 'delete',
    kind: 'request',
    path: '/beta/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards/3895809b-a618-4c0d-86a0-d42b25b7d74f',
  },
  {
    name: 'beta_delete_res',
    document: 'beta-delete',
    section: 'Example, Response',
    version: 'beta',
    operation: 'delete',
    kind: 'response',
    path: '/beta/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards/3895809b-a618-4c0d-86a0-d42b25b7d74f',
    status: 204,
  },
];
