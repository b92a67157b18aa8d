/* oxlint-disable max-lines -- a table, one entry per document */
/** One document that requirements cite. */
export interface Document {
  readonly title: string;
  readonly url: string;
  /** The commit that was read, or `copy` where a dated copy of a page without one was. */
  readonly commit: string;
  /** ISO date. The document's own, unless `dateFrom` says otherwise. */
  readonly date: string;
  /**
   * Where the date comes from when the document carries none: a page of the same state that carries one, the newest
   * date in its examples, or the day on which it was read.
   */
  readonly dateFrom?: 'sisterPage' | 'examples' | 'reading';
}

/** Every document that requirements, contradictions and examples cite. */
export const documents = {
  'v1-list': {
    title: 'List timeCards, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/e4afd42761b1e53dd98498d992d508b405c8ac8c/api-reference/v1.0/api/schedule-list-timecards.md',
    commit: 'e4afd42761b1e53dd98498d992d508b405c8ac8c',
    date: '2025-01-17',
  },
  'v1-get': {
    title: 'Get timeCard, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/564e2e393430ce17f68bf722db7f3a5d63390172/api-reference/v1.0/api/timecard-get.md',
    commit: '564e2e393430ce17f68bf722db7f3a5d63390172',
    date: '2025-01-17',
  },
  'v1-create': {
    title: 'Create timeCard, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/41f4f85bcc3c956df82d95c602a3d8a6636d1253/api-reference/v1.0/api/schedule-post-timecards.md',
    commit: '41f4f85bcc3c956df82d95c602a3d8a6636d1253',
    date: '2025-01-17',
  },
  'v1-replace': {
    title: 'Replace timeCard, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/41f4f85bcc3c956df82d95c602a3d8a6636d1253/api-reference/v1.0/api/timecard-replace.md',
    commit: '41f4f85bcc3c956df82d95c602a3d8a6636d1253',
    date: '2025-01-17',
  },
  'v1-delete': {
    title: 'Delete timeCard, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/045e84fe73c3944df9b9a640a053887a68487e3a/api-reference/v1.0/api/schedule-delete-timecards.md',
    commit: '045e84fe73c3944df9b9a640a053887a68487e3a',
    date: '2025-01-17',
  },
  'v1-clockin': {
    title: 'timeCard: clockIn, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/74c6a6f14668f56da0ba16dc700f0bbd11617e7b/api-reference/v1.0/api/timecard-clockin.md',
    commit: '74c6a6f14668f56da0ba16dc700f0bbd11617e7b',
    date: '2025-01-17',
  },
  'v1-clockout': {
    title: 'timeCard: clockOut, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/41f4f85bcc3c956df82d95c602a3d8a6636d1253/api-reference/v1.0/api/timecard-clockout.md',
    commit: '41f4f85bcc3c956df82d95c602a3d8a6636d1253',
    date: '2025-01-17',
  },
  'v1-startbreak': {
    title: 'timeCard: startBreak, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/e4afd42761b1e53dd98498d992d508b405c8ac8c/api-reference/v1.0/api/timecard-startbreak.md',
    commit: 'e4afd42761b1e53dd98498d992d508b405c8ac8c',
    date: '2025-01-17',
  },
  'v1-endbreak': {
    title: 'timeCard: endBreak, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/045e84fe73c3944df9b9a640a053887a68487e3a/api-reference/v1.0/api/timecard-endbreak.md',
    commit: '045e84fe73c3944df9b9a640a053887a68487e3a',
    date: '2025-01-17',
  },
  'v1-confirm': {
    title: 'timeCard: confirm, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/api-reference/v1.0/api/timecard-confirm.md',
    commit: 'copy',
    date: '2025-01-17',
  },
  'v1-clockin-first': {
    title: 'timeCard: clockIn, v1.0, first state (Portuguese copy)',
    url: 'https://learn.microsoft.com/pt-br/graph/api/timecard-clockin?view=graph-rest-1.0',
    commit: 'copy',
    date: '2025-01-17',
    dateFrom: 'sisterPage',
  },
  'v1-clockin-second': {
    title: 'timeCard: clockIn, v1.0, state with the header required (Chinese copy)',
    url: 'https://learn.microsoft.com/zh-cn/graph/api/timecard-clockin?view=graph-rest-1.0',
    commit: 'copy',
    date: '2025-05-07',
    dateFrom: 'examples',
  },
  'v1-create-first': {
    title: 'Create timeCard, v1.0, first state (German copy)',
    url: 'https://learn.microsoft.com/de-de/graph/api/schedule-post-timecards?view=graph-rest-1.0',
    commit: 'copy',
    date: '2025-01-17',
    dateFrom: 'sisterPage',
  },
  'beta-list': {
    title: 'List timeCards, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e14cb12e45fad3b3dbdb846a72349ef09a40d6/api-reference/beta/api/timecard-list.md',
    commit: '00e14cb12e45fad3b3dbdb846a72349ef09a40d6',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-get': {
    title: 'Get timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/02b4cba04d0426b41fe35819922b100050c5c441/api-reference/beta/api/timecard-get.md',
    commit: '02b4cba04d0426b41fe35819922b100050c5c441',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-create': {
    title: 'Create timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/c94927630b6d4bfffb176a2fcb7e8891bba0a0bf/api-reference/beta/api/timecard-post.md',
    commit: 'c94927630b6d4bfffb176a2fcb7e8891bba0a0bf',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-replace': {
    title: 'Replace timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/a90ce06d0078ab2435e2813eee6f22129eb821e6/api-reference/beta/api/timecard-replace.md',
    commit: 'a90ce06d0078ab2435e2813eee6f22129eb821e6',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-delete': {
    title: 'Delete timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/02b4cba04d0426b41fe35819922b100050c5c441/api-reference/beta/api/timecard-delete.md',
    commit: '02b4cba04d0426b41fe35819922b100050c5c441',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-clockin': {
    title: 'timeCard: clockIn, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/4e56e25e7b8154ed07867d676e8b2d86f28327c5/api-reference/beta/api/timecard-clockin.md',
    commit: '4e56e25e7b8154ed07867d676e8b2d86f28327c5',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-clockout': {
    title: 'timeCard: clockOut, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/a2de75cabc4451755de08b9df173cb52b50689d9/api-reference/beta/api/timecard-clockout.md',
    commit: 'a2de75cabc4451755de08b9df173cb52b50689d9',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-startbreak': {
    title: 'timeCard: startBreak, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e14cb12e45fad3b3dbdb846a72349ef09a40d6/api-reference/beta/api/timecard-startbreak.md',
    commit: '00e14cb12e45fad3b3dbdb846a72349ef09a40d6',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-endbreak': {
    title: 'timeCard: endBreak, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e14cb12e45fad3b3dbdb846a72349ef09a40d6/api-reference/beta/api/timecard-endbreak.md',
    commit: '00e14cb12e45fad3b3dbdb846a72349ef09a40d6',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-confirm': {
    title: 'timeCard: confirm, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/1a6ca0b694fbe0cd38093fe80d69fb646c43fdca/api-reference/beta/api/timecard-confirm.md',
    commit: '1a6ca0b694fbe0cd38093fe80d69fb646c43fdca',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-confirmforuser': {
    title: 'timeCard: confirmForUser, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/0b7619ec3abf66701648805924ce1a602f147ed4/api-reference/beta/api/timecard-confirmforuser.md',
    commit: '0b7619ec3abf66701648805924ce1a602f147ed4',
    date: '2025-03-31',
  },
  'beta-update': {
    title: 'Update timeCard, beta, withdrawn',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/77f98496356c447edacae317d64a068f06f4f1c5/api-reference/beta/api/timecard-update.md',
    commit: '77f98496356c447edacae317d64a068f06f4f1c5',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-clockout-2021': {
    title: 'timeCard: clockOut, beta (Chinese copy with the English text)',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs.zh-CN/blob/04f36763a45e77046c2ce04a626e1b5b3cfb9001/api-reference/beta/api/timecard-clockout.md',
    commit: '04f36763a45e77046c2ce04a626e1b5b3cfb9001',
    date: '2021-06-10',
  },
  'beta-clockin-2024': {
    title: 'timeCard: clockIn, beta, newest copy read',
    url: 'https://learn.microsoft.com/th-th/graph/api/timecard-clockin?view=graph-rest-beta',
    commit: 'copy',
    date: '2024-04-04',
  },
  'v1-timecard': {
    title: 'timeCard resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/2780a5bc66c404c0175a182268dff0ad1f5f6096/api-reference/v1.0/resources/timecard.md',
    commit: '2780a5bc66c404c0175a182268dff0ad1f5f6096',
    date: '2025-01-17',
  },
  'v1-timecardevent': {
    title: 'timeCardEvent resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/cee77eda4b287e03c77984bc2a74dba3713696a3/api-reference/v1.0/resources/timecardevent.md',
    commit: 'cee77eda4b287e03c77984bc2a74dba3713696a3',
    date: '2025-01-17',
  },
  'v1-timecardbreak': {
    title: 'timeCardBreak resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/964c37d88c811ab78879ad52c997828f4f8d0eaa/api-reference/v1.0/resources/timecardbreak.md',
    commit: '964c37d88c811ab78879ad52c997828f4f8d0eaa',
    date: '2025-01-17',
  },
  'v1-timecardentry': {
    title: 'timeCardEntry resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/c5944d2634f2099a32ea9bae19ff94fed686d8fa/api-reference/v1.0/resources/timecardentry.md',
    commit: 'c5944d2634f2099a32ea9bae19ff94fed686d8fa',
    date: '2025-01-17',
  },
  'v1-itembody': {
    title: 'itemBody resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/09455a65abde17103c17fc70605c4c8553f01978/api-reference/v1.0/resources/itembody.md',
    commit: '09455a65abde17103c17fc70605c4c8553f01978',
    date: '2024-08-08',
  },
  'v1-identityset': {
    title: 'identitySet resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/090b00cc08ea7de0b65aa5c7632d19a33ac8ef06/api-reference/v1.0/resources/identityset.md',
    commit: '090b00cc08ea7de0b65aa5c7632d19a33ac8ef06',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'v1-changetrackedentity': {
    title: 'changeTrackedEntity resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/09dcb1cf49faaa566b280bbd5690014525146d1b/api-reference/v1.0/resources/changetrackedentity.md',
    commit: '09dcb1cf49faaa566b280bbd5690014525146d1b',
    date: '2024-11-21',
  },
  'v1-schedule': {
    title: 'schedule resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/156695f/api-reference/v1.0/resources/schedule.md',
    commit: '156695f',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'beta-timecard': {
    title: 'timecard resource type, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/0b9fb7852e5530f0a8f0acb04a6dd4f026919938/api-reference/beta/resources/timecard.md',
    commit: '0b9fb7852e5530f0a8f0acb04a6dd4f026919938',
    date: '2021-06-10',
    dateFrom: 'sisterPage',
  },
  'beta-timecardevent': {
    title: 'timeCardEvent resource type, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/11609fc0c5301b4545f71a5e7e349ff4d641ce39/api-reference/beta/resources/timecardevent.md',
    commit: '11609fc0c5301b4545f71a5e7e349ff4d641ce39',
    date: '2024-07-25',
  },
  csdl: {
    title: 'CSDL of Microsoft Graph v1.0',
    url: 'https://github.com/microsoftgraph/msgraph-metadata/blob/f54f11b6/schemas/v1.0-Prod.csdl',
    commit: 'f54f11b6',
    date: '2026-08-20',
  },
  errors: {
    title: 'Microsoft Graph error responses and resource types',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/02b4cba04d0426b41fe35819922b100050c5c441/concepts/errors.md',
    commit: '02b4cba04d0426b41fe35819922b100050c5c441',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  throttling: {
    title: 'Microsoft Graph throttling guidance',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/005016a5df564c4c3e73e3d893fcf219f2f15108/concepts/throttling.md',
    commit: '005016a5df564c4c3e73e3d893fcf219f2f15108',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  paging: {
    title: 'Paging Microsoft Graph data in your app',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e146a92755a19260d07a735eee6e9df034f45f/concepts/paging.md',
    commit: '00e146a92755a19260d07a735eee6e9df034f45f',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'best-practices': {
    title: 'Best practices for working with Microsoft Graph',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/085de411fa5782dbe9db4657b90ae672f9cd898f/concepts/best-practices-concept.md',
    commit: '085de411fa5782dbe9db4657b90ae672f9cd898f',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  traverse: {
    title: 'Access data and methods by navigating Microsoft Graph',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/013aa22e6c4d21c61784461d41183d21fda7bb0c/concepts/traverse-the-graph.md',
    commit: '013aa22e6c4d21c61784461d41183d21fda7bb0c',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'query-parameters': {
    title: 'Use query parameters to customize responses',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e146a92755a19260d07a735eee6e9df034f45f/concepts/query-parameters.md',
    commit: '00e146a92755a19260d07a735eee6e9df034f45f',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'use-the-api': {
    title: 'Use the Microsoft Graph API',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/0ca4d68ae12743eea2ac88518838182649a6c655/concepts/use-the-api.md',
    commit: '0ca4d68ae12743eea2ac88518838182649a6c655',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  versioning: {
    title: 'Versioning, support, and breaking change policies',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/0810ef91dff8f9d082db742b20a1aeec5d9fd56c/concepts/versioning-and-support.md',
    commit: '0810ef91dff8f9d082db742b20a1aeec5d9fd56c',
    date: '2024-11-07',
  },
  'header-deprecation': {
    title: 'Deprecation of the MS-APP-ACTS-AS header in Shifts',
    url: 'https://devblogs.microsoft.com/microsoft365dev/deprecation-of-ms-app-acts-as-header-in-shifts-management-microsoft-graph-apis',
    commit: 'copy',
    date: '2025-06-23',
  },
  'graph-core-error': {
    title: 'Error.ClientRequestId of the .NET client library',
    url: 'https://learn.microsoft.com/dotnet/api/microsoft.graph.error.clientrequestid',
    commit: 'copy',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'sdk-python': {
    title: 'Microsoft Graph SDK for Python: timeCards request builders',
    url: 'https://github.com/microsoftgraph/msgraph-sdk-python/tree/main/msgraph/generated/teams/item/schedule/time_cards',
    commit: 'copy',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'openapi-copy': {
    title: "A third party's copy of the OpenAPI description",
    url: 'https://withone.ai',
    commit: 'copy',
    date: '2026-11-22',
    dateFrom: 'reading',
  },
  'issue-2884': {
    title: 'Issue: header needed in application context',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/2884',
    commit: 'copy',
    date: '2021-10-12',
  },
  'issue-4957': {
    title: 'Issue: team not found',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/4957',
    commit: 'copy',
    date: '2020-06-29',
  },
  'issue-16010': {
    title: 'Issue: invalid filter clause on timecards',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs/issues/16010',
    commit: 'copy',
    date: '2022-02-28',
  },
  http: {
    title: 'RFC 9110, HTTP Semantics',
    url: 'https://www.rfc-editor.org/rfc/rfc9110',
    commit: 'copy',
    date: '2022-06-06',
  },
  odata: {
    title: 'OData Version 4.01, Part 1: Protocol',
    url: 'https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html',
    commit: 'copy',
    date: '2020-04-23',
  },
} as const satisfies Readonly<Record<string, Document>>;

export type DocumentId = keyof typeof documents;
