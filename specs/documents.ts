/** One document that requirements cite. */
export interface Document {
  readonly title: string;
  readonly url: string;
  /** The commit that was read, or `copy` where a dated copy of a page without one was. */
  readonly commit: string;
  /** ISO date that the document gives for itself, or else of the copy. */
  readonly date: string;
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
  'beta-list': {
    title: 'List timeCards, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e14cb12e45fad3b3dbdb846a72349ef09a40d6/api-reference/beta/api/timecard-list.md',
    commit: '00e14cb12e45fad3b3dbdb846a72349ef09a40d6',
    date: '2021-05-27',
  },
  'beta-get': {
    title: 'Get timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/02b4cba04d0426b41fe35819922b100050c5c441/api-reference/beta/api/timecard-get.md',
    commit: '02b4cba04d0426b41fe35819922b100050c5c441',
    date: '2021-05-27',
  },
  'beta-create': {
    title: 'Create timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/c94927630b6d4bfffb176a2fcb7e8891bba0a0bf/api-reference/beta/api/timecard-post.md',
    commit: 'c94927630b6d4bfffb176a2fcb7e8891bba0a0bf',
    date: '2021-05-27',
  },
  'beta-replace': {
    title: 'Replace timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/a90ce06d0078ab2435e2813eee6f22129eb821e6/api-reference/beta/api/timecard-replace.md',
    commit: 'a90ce06d0078ab2435e2813eee6f22129eb821e6',
    date: '2021-05-27',
  },
  'beta-delete': {
    title: 'Delete timeCard, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/02b4cba04d0426b41fe35819922b100050c5c441/api-reference/beta/api/timecard-delete.md',
    commit: '02b4cba04d0426b41fe35819922b100050c5c441',
    date: '2021-05-27',
  },
  'beta-clockin': {
    title: 'timeCard: clockIn, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/4e56e25e7b8154ed07867d676e8b2d86f28327c5/api-reference/beta/api/timecard-clockin.md',
    commit: '4e56e25e7b8154ed07867d676e8b2d86f28327c5',
    date: '2021-05-27',
  },
  'beta-clockout': {
    title: 'timeCard: clockOut, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/a2de75cabc4451755de08b9df173cb52b50689d9/api-reference/beta/api/timecard-clockout.md',
    commit: 'a2de75cabc4451755de08b9df173cb52b50689d9',
    date: '2021-05-27',
  },
  'beta-startbreak': {
    title: 'timeCard: startBreak, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e14cb12e45fad3b3dbdb846a72349ef09a40d6/api-reference/beta/api/timecard-startbreak.md',
    commit: '00e14cb12e45fad3b3dbdb846a72349ef09a40d6',
    date: '2021-05-27',
  },
  'beta-endbreak': {
    title: 'timeCard: endBreak, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/00e14cb12e45fad3b3dbdb846a72349ef09a40d6/api-reference/beta/api/timecard-endbreak.md',
    commit: '00e14cb12e45fad3b3dbdb846a72349ef09a40d6',
    date: '2021-05-27',
  },
  'beta-confirm': {
    title: 'timeCard: confirm, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/1a6ca0b694fbe0cd38093fe80d69fb646c43fdca/api-reference/beta/api/timecard-confirm.md',
    commit: '1a6ca0b694fbe0cd38093fe80d69fb646c43fdca',
    date: '2021-05-27',
  },
  'beta-confirmforuser': {
    title: 'timeCard: confirmForUser, beta',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/0b7619ec3abf66701648805924ce1a602f147ed4/api-reference/beta/api/timecard-confirmforuser.md',
    commit: '0b7619ec3abf66701648805924ce1a602f147ed4',
    date: '2025-03-31',
  },
  'beta-update': {
    title: 'Update timeCard, beta (withdrawn)',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/77f98496356c447edacae317d64a068f06f4f1c5/api-reference/beta/api/timecard-update.md',
    commit: '77f98496356c447edacae317d64a068f06f4f1c5',
    date: '2021-05-27',
  },
  'v1-timecard': {
    title: 'timeCard resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/2780a5b/api-reference/v1.0/resources/timecard.md',
    commit: '2780a5b',
    date: '2025-01-17',
  },
  'v1-timecardevent': {
    title: 'timeCardEvent resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/cee77ed/api-reference/v1.0/resources/timecardevent.md',
    commit: 'cee77ed',
    date: '2025-01-17',
  },
  'v1-timecardbreak': {
    title: 'timeCardBreak resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/964c37d/api-reference/v1.0/resources/timecardbreak.md',
    commit: '964c37d',
    date: '2025-01-17',
  },
  'v1-timecardentry': {
    title: 'timeCardEntry resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/c5944d2/api-reference/v1.0/resources/timecardentry.md',
    commit: 'c5944d2',
    date: '2025-01-17',
  },
  'v1-itembody': {
    title: 'itemBody resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/09455a6/api-reference/v1.0/resources/itembody.md',
    commit: '09455a6',
    date: '2025-01-17',
  },
  'v1-identityset': {
    title: 'identitySet resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/090b00c/api-reference/v1.0/resources/identityset.md',
    commit: '090b00c',
    date: '2025-01-17',
  },
  'v1-identity': {
    title: 'identity resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/02fee8a/api-reference/v1.0/resources/identity.md',
    commit: '02fee8a',
    date: '2025-01-17',
  },
  'v1-changetrackedentity': {
    title: 'changeTrackedEntity resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/09dcb1c/api-reference/v1.0/resources/changetrackedentity.md',
    commit: '09dcb1c',
    date: '2025-01-17',
  },
  'v1-schedule': {
    title: 'schedule resource type, v1.0',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/156695f/api-reference/v1.0/resources/schedule.md',
    commit: '156695f',
    date: '2025-01-17',
  },
  'beta-timecard': {
    title: 'timeCard resource type, beta',
    url: 'https://learn.microsoft.com/en-us/graph/api/resources/timecard?view=graph-rest-beta',
    commit: 'copy',
    date: '2024-04-04',
  },
  'beta-timecardevent': {
    title: 'timeCardEvent resource type, beta',
    url: 'https://learn.microsoft.com/en-us/graph/api/resources/timecardevent?view=graph-rest-beta',
    commit: 'copy',
    date: '2024-04-04',
  },
  'beta-clockin-learn': {
    title: 'timeCard: clockIn, beta (newest copy read)',
    url: 'https://learn.microsoft.com/th-th/graph/api/timecard-clockin?view=graph-rest-beta',
    commit: 'copy',
    date: '2024-04-04',
  },
  'beta-clockout-2021': {
    title: 'timeCard: clockOut, beta (2021, Chinese)',
    url: 'https://learn.microsoft.com/zh-cn/graph/api/timecard-clockout?view=graph-rest-beta',
    commit: 'copy',
    date: '2021-06-10',
  },
  'v1-clockin-oldest': {
    title: 'timeCard: clockIn, v1.0 (first state, Portuguese)',
    url: 'https://learn.microsoft.com/pt-br/graph/api/timecard-clockin?view=graph-rest-1.0',
    commit: 'copy',
    date: '2025-01-17',
  },
  'v1-clockin-older': {
    title: 'timeCard: clockIn, v1.0 (before the header was deprecated, Chinese)',
    url: 'https://learn.microsoft.com/zh-cn/graph/api/timecard-clockin?view=graph-rest-1.0',
    commit: 'copy',
    date: '2025-05-07',
  },
  'v1-create-older': {
    title: 'Create timeCard, v1.0 (first state, German)',
    url: 'https://learn.microsoft.com/de-de/graph/api/schedule-post-timecards?view=graph-rest-1.0',
    commit: 'copy',
    date: '2025-01-17',
  },
  csdl: {
    title: 'CSDL of Microsoft Graph v1.0 (timeCard types and actions)',
    url: 'https://github.com/microsoftgraph/msgraph-metadata/blob/f54f11b6/schemas/v1.0-Prod.csdl',
    commit: 'f54f11b6',
    date: '2026-08-20',
  },
  errors: {
    title: 'Microsoft Graph error responses and resource types',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/02b4cba/concepts/errors.md',
    commit: '02b4cba',
    date: '2025-01-17',
  },
  throttling: {
    title: 'Microsoft Graph throttling guidance',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/throttling.md',
    commit: 'copy',
    date: '2025-01-17',
  },
  'throttling-limits': {
    title: 'Microsoft Graph service-specific throttling limits',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/0135174/concepts/throttling-limits.md',
    commit: '0135174',
    date: '2025-01-17',
  },
  paging: {
    title: 'Paging Microsoft Graph data',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/paging.md',
    commit: 'copy',
    date: '2025-01-17',
  },
  'best-practices': {
    title: 'Best practices for working with Microsoft Graph',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/best-practices-concept.md',
    commit: 'copy',
    date: '2025-01-17',
  },
  traverse: {
    title: 'Traverse Microsoft Graph',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/traverse-the-graph.md',
    commit: 'copy',
    date: '2025-01-17',
  },
  'query-parameters': {
    title: 'Use query parameters',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/query-parameters.md',
    commit: 'copy',
    date: '2025-01-17',
  },
  'use-the-api': {
    title: 'Use the Microsoft Graph API',
    url: 'https://github.com/microsoftgraph/microsoft-graph-docs-contrib/blob/main/concepts/use-the-api.md',
    commit: 'copy',
    date: '2025-01-17',
  },
  versioning: {
    title: 'Versioning and support for Microsoft Graph',
    url: 'https://learn.microsoft.com/en-us/graph/versioning-and-support',
    commit: 'copy',
    date: '2025-01-17',
  },
  permissions: {
    title: 'Microsoft Graph permissions reference',
    url: 'https://learn.microsoft.com/en-us/graph/permissions-reference',
    commit: 'copy',
    date: '2025-07-23',
  },
  'header-deprecation': {
    title: 'Deprecation of the MS-APP-ACTS-AS header in Shifts',
    url: 'https://devblogs.microsoft.com/microsoft365dev/deprecation-of-ms-app-acts-as-header-in-shifts-management-microsoft-graph-apis',
    commit: 'copy',
    date: '2025-06-23',
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
  'sdk-python': {
    title: 'Microsoft Graph SDK for Python, timeCards request builders',
    url: 'https://github.com/microsoftgraph/msgraph-sdk-python/tree/main/msgraph/generated/teams/item/schedule/time_cards',
    commit: 'copy',
    date: '2025-07-23',
  },
  http: {
    title: 'RFC 9110, HTTP Semantics',
    url: 'https://www.rfc-editor.org/rfc/rfc9110',
    commit: 'copy',
    date: '2022-06-06',
  },
  'odata-json': {
    title: 'OData JSON Format 4.01',
    url: 'https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html',
    commit: 'copy',
    date: '2020-05-11',
  },
} as const satisfies Readonly<Record<string, Document>>;

export type DocumentId = keyof typeof documents;
