/* oxlint-disable max-lines -- data, printed as in the documents */
import type { Example } from './example.ts';

/** get and list of beta. */
export const betaReadExamples: readonly Example[] = [
  {
    name: 'beta_get_req',
    document: 'beta-get',
    section: 'Example, Request',
    version: 'beta',
    operation: 'get',
    kind: 'request',
    path: '/beta/teams/fd15cad8-80f6-484f-9666-3caf695fbf32/schedule/timeCards/TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972',
  },
  {
    name: 'beta_get_res',
    document: 'beta-get',
    section: 'Example, Response',
    version: 'beta',
    operation: 'get',
    kind: 'response',
    path: '/beta/teams/fd15cad8-80f6-484f-9666-3caf695fbf32/schedule/timeCards/TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972',
    status: 200,
    body: {
      id: 'TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972',
      createdDateTime: '2021-05-27T22:58:41.327Z',
      lastModifiedDateTime: '2021-05-27T23:02:04.187Z',
      userId: '70e47528-2fae-42b5-9d8e-ee73ccd90603',
      state: 'clockedOut',
      confirmedBy: 'user,manager',
      notes: null,
      lastModifiedBy: {
        application: null,
        device: null,
        conversation: null,
        user: {
          id: '70e47528-2fae-42b5-9d8e-ee73ccd90603',
          displayName: 'Jing Jing GuTwo',
        },
      },
      clockInEvent: {
        dateTime: '2021-05-27T22:58:41.327Z',
        atApprovedLocation: null,
        notes: {
          contentType: 'text',
          content: 'clock in notes',
        },
      },
      clockOutEvent: {
        dateTime: '2021-05-27T23:01:46.205Z',
        atApprovedLocation: null,
        notes: {
          contentType: 'text',
          content: 'clock out smaple notes',
        },
      },
      breaks: [
        {
          breakId: 'BRK_138f4751-68b1-44c1-aca2-2b26cba9e73f',
          notes: null,
          start: {
            dateTime: '2021-05-27T22:59:59.328Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'start break smaple notes',
            },
          },
          end: {
            dateTime: '2021-05-27T23:01:10.205Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'end break smaple notes',
            },
          },
        },
      ],
      originalEntry: {
        clockInEvent: {
          dateTime: '2021-05-27T22:58:41.327Z',
          atApprovedLocation: null,
          notes: {
            contentType: 'text',
            content: 'clock in notes',
          },
        },
        clockOutEvent: {
          dateTime: '2021-05-27T23:01:46.205Z',
          atApprovedLocation: null,
          notes: {
            contentType: 'text',
            content: 'clock out smaple notes',
          },
        },
        breaks: [
          {
            breakId: 'BRK_138f4751-68b1-44c1-aca2-2b26cba9e73f',
            notes: null,
            start: {
              dateTime: '2021-05-27T22:59:59.328Z',
              atApprovedLocation: null,
              notes: {
                contentType: 'text',
                content: 'start break smaple notes',
              },
            },
            end: {
              dateTime: '2021-05-27T23:01:10.205Z',
              atApprovedLocation: null,
              notes: {
                contentType: 'text',
                content: 'end break smaple notes',
              },
            },
          },
        ],
      },
      createdBy: {
        application: null,
        device: null,
        conversation: null,
        user: {
          id: '70e47528-2fae-42b5-9d8e-ee73ccd90603',
          displayName: 'Jing Jing GuTwo',
        },
      },
    },
  },
  {
    name: 'beta_list_req',
    document: 'beta-list',
    section: 'Example, Request',
    version: 'beta',
    operation: 'list',
    kind: 'request',
    path: "/beta/teams/fd15cad8-80f6-484f-9666-3caf695fbf32/schedule/timeCards?$top=2&$filter=state eq 'clockedOut'",
  },
  {
    name: 'beta_list_res',
    document: 'beta-list',
    section: 'Example, Response',
    version: 'beta',
    operation: 'list',
    kind: 'response',
    path: "/beta/teams/fd15cad8-80f6-484f-9666-3caf695fbf32/schedule/timeCards?$top=2&$filter=state eq 'clockedOut'",
    status: 200,
    body: {
      value: [
        {
          '@odata.etag': '"3400c313-0000-0d00-0000-60afe1940000"',
          id: 'TCK_d1e0f245-9996-4125-b128-d3eb5c4b0164',
          createdDateTime: '2020-09-21T18:01:29.302Z',
          lastModifiedDateTime: '2021-05-27T18:14:44.503Z',
          userId: '66b4f2a4-425d-4dec-8172-7e889950885e',
          state: 'clockedOut',
          confirmedBy: 'none',
          notes: null,
          lastModifiedBy: {
            application: null,
            device: null,
            conversation: null,
            user: {
              id: '70e47528-2fae-42b5-9d8e-ee73ccd90603',
              displayName: 'Jing Jing GuTwo',
            },
          },
          clockInEvent: {
            dateTime: '2020-09-21T18:01:29.302Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'ClockIn-OBO Shorbani',
            },
          },
          clockOutEvent: {
            dateTime: '2021-05-27T18:14:44.503Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'clock out notes',
            },
          },
          breaks: [],
          originalEntry: {
            clockInEvent: {
              dateTime: '2020-09-21T18:01:29.302Z',
              atApprovedLocation: null,
              notes: {
                contentType: 'text',
                content: 'ClockIn-OBO Shorbani',
              },
            },
            clockOutEvent: {
              dateTime: '2021-05-27T18:14:44.503Z',
              atApprovedLocation: null,
              notes: {
                contentType: 'text',
                content: 'clock out notes',
              },
            },
            breaks: [],
          },
          createdBy: {
            application: null,
            device: null,
            conversation: null,
            user: {
              id: '66b4f2a4-425d-4dec-8172-7e889950885e',
              displayName: 'Janani Varadharajan',
            },
          },
        },
        {
          '@odata.etag': '"3400d914-0000-0d00-0000-60afe1ee0000"',
          id: 'TCK_aa73c610-dd75-4021-bb5c-6b071c7aa835',
          createdDateTime: '2020-09-21T18:02:48.688Z',
          lastModifiedDateTime: '2021-05-27T18:16:14.766Z',
          userId: '3041ccde-7544-4ae0-b44f-3618b08ba1ce',
          state: 'clockedOut',
          confirmedBy: 'none',
          notes: null,
          lastModifiedBy: {
            application: null,
            device: null,
            conversation: null,
            user: {
              id: '70e47528-2fae-42b5-9d8e-ee73ccd90603',
              displayName: 'Jing Jing GuTwo',
            },
          },
          clockInEvent: {
            dateTime: '2020-09-21T18:02:48.688Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'ClockIn-OBO Shorbani',
            },
          },
          clockOutEvent: {
            dateTime: '2021-05-27T18:16:14.766Z',
            atApprovedLocation: null,
            notes: {
              contentType: 'text',
              content: 'clock out notes',
            },
          },
          breaks: [],
          originalEntry: {
            clockInEvent: {
              dateTime: '2020-09-21T18:02:48.688Z',
              atApprovedLocation: null,
              notes: {
                contentType: 'text',
                content: 'ClockIn-OBO Shorbani',
              },
            },
            clockOutEvent: {
              dateTime: '2021-05-27T18:16:14.766Z',
              atApprovedLocation: null,
              notes: {
                contentType: 'text',
                content: 'clock out notes',
              },
            },
            breaks: [],
          },
          createdBy: {
            application: null,
            device: null,
            conversation: null,
            user: {
              id: '66b4f2a4-425d-4dec-8172-7e889950885e',
              displayName: 'Janani Varadharajan',
            },
          },
        },
      ],
    },
  },
];
