/* oxlint-disable max-lines -- data, one entry per contradiction */
import type { Contradiction } from './contradiction.ts';

/** On what operations take and answer. */
export const operationContradictions = [
  {
    id: 'C01',
    title: 'What clockOut, startBreak, endBreak and confirm answer',
    sides: [
      {
        document: 'v1-clockout',
        says: '204 No Content, in the text and in the example; so do the three sister pages.',
      },
      { document: 'beta-clockout-2021', says: '204 No Content, in the text and in the example.' },
      { document: 'csdl', says: 'Each of the four actions has ReturnType graph.timeCard.' },
      { document: 'csdl-beta', says: 'The same.' },
      { document: 'sdk-python', says: 'post of each returns Optional[TimeCard].' },
      { document: 'openapi-v1', says: '2XX with a timeCard, for each of the four.' },
      { document: 'beta-timecard-later', says: 'The table of methods gives all four the return type None.' },
    ],
    judgement:
      '204 is required: pages, examples and tables of methods of both versions agree; the others are made from one another. A 200 with a timeCard is recorded as a variant.',
  },
  {
    id: 'C02',
    title: 'What replace answers',
    sides: [
      { document: 'v1-replace', says: '204 No Content.' },
      { document: 'v1-timecard', says: 'The table of methods gives Replace the return type timeCard.' },
      { document: 'beta-replace', says: '204 No Content.' },
      { document: 'beta-timecard-later', says: 'The table of methods gives Replace the return type None.' },
    ],
    judgement: '204 is required: the page of the operation is nearer. A 200 is recorded.',
  },
  {
    id: 'C03',
    title: 'The status of clockIn within one page',
    sides: [
      { document: 'v1-clockin-first', says: 'The text says 201 Created.' },
      { document: 'v1-clockin-first', says: 'The example below it shows 200 OK.' },
      { document: 'v1-clockin', says: '201 Created in the text and in both examples.' },
    ],
    judgement: '201 is required; the example was corrected. A 200 is recorded as a deviation.',
  },
  {
    id: 'C04',
    title: 'The status of clockIn in pages and in the schema',
    sides: [
      { document: 'v1-clockin', says: '201 Created.' },
      {
        document: 'csdl',
        says: 'An action with a return type; the schema names no status.',
      },
      { document: 'openapi-v1', says: '2XX with a timeCard.' },
    ],
    judgement: '201 is required, since only the pages name a status.',
  },
  {
    id: 'C05',
    title: 'Whether MS-APP-ACTS-AS is required',
    sides: [
      { document: 'v1-clockin-first', says: 'Must be included with application permissions.' },
      { document: 'v1-create-first', says: 'Must be included with application permissions.' },
      { document: 'beta-clockout-2021', says: 'Must be included with application permissions.' },
      { document: 'v1-clockout', says: 'Deprecated and no longer required with application tokens.' },
      { document: 'beta-clockout-2024', says: 'Deprecated and no longer required, in beta as well.' },
    ],
    judgement:
      'The current page is followed: calls without the header must work. A refusal for want of it is recorded as old behaviour.',
  },
  {
    id: 'C06',
    title: 'The row on MS-APP-ACTS-AS contradicts itself',
    sides: [
      {
        document: 'v1-clockout',
        says: '"Required only if the authorization token is an application token; otherwise, optional."',
      },
      { document: 'v1-clockout', says: 'The same row: "no longer required with application tokens."' },
      { document: 'beta-clockout-2024', says: 'The same two sentences in one row; so on each page of beta.' },
    ],
    judgement: 'The header is optional for everybody; the first sentence is left over from an older state.',
  },
  {
    id: 'C07',
    title: 'The announcement and what was reported before',
    sides: [
      { document: 'header-deprecation', says: 'Not sending the header has no impact.' },
      {
        document: 'issue-2884',
        says: '403 without it in application context, inner code MissingUserIdHeaderInAppContext.',
      },
    ],
    judgement: 'The announcement is the newer one and is followed; the 403 is recorded.',
  },
  {
    id: 'C08',
    title: 'confirm with application permission',
    sides: [
      { document: 'v1-confirm', says: 'The table of permissions grants Application: Schedule.ReadWrite.All.' },
      {
        document: 'v1-confirm',
        says: 'The caution ends that support on January 1, 2026, and until then wants the header.',
      },
      { document: 'beta-confirm-2024', says: 'The header is no longer required; there is no caution.' },
      { document: 'beta-confirm-latest', says: 'The same caution as in v1.0.' },
    ],
    judgement: 'Required for delegated tokens only; for application tokens the outcome is recorded.',
  },
  {
    id: 'C09',
    title: 'confirm and confirmForUser',
    sides: [
      { document: 'v1-confirm', says: '204 without a body; points to confirmForUser, which v1.0 does not have.' },
      { document: 'beta-confirmforuser', says: '200 with a timeCard.' },
    ],
    judgement: 'Each is required as its own page has it, in its own version.',
  },
  {
    id: 'C10',
    title: 'onBehalfOfUserId beside the header',
    sides: [
      {
        document: 'v1-clockin-second',
        says: 'Documents the parameter and still requires the header with application permissions.',
      },
      { document: 'v1-clockin', says: 'Documents the parameter; the header is no longer required.' },
    ],
    judgement: 'The meaning of the parameter is required; the header is not.',
  },
  {
    id: 'C11',
    title: 'The name of the flag for the approved location',
    sides: [
      { document: 'beta-clockout-2021', says: 'The table says atApprovedLocation.' },
      { document: 'beta-clockout-2021', says: 'The example of the same page says atAprovedLocation.' },
      { document: 'v1-timecardevent', says: 'isAtApprovedLocation.' },
      { document: 'beta-timecardevent', says: 'Both, the older one deprecated; they always hold the same value.' },
      {
        document: 'beta-clockin-2024',
        says: 'Example 1 shows both names, example 2 of the same page isAtApprovedLocation alone.',
      },
    ],
    judgement:
      'v1.0 requires isAtApprovedLocation; beta requires that both names agree. The misspelt name is recorded.',
  },
  {
    id: 'C12',
    title: 'When atApprovedLocation is to be removed',
    sides: [
      { document: 'beta-clockin-2024', says: 'By November 27, 2027.' },
      { document: 'beta-timecardevent', says: 'By November 20, 2027.' },
      { document: 'types-beta', says: 'By November 20, 2027.' },
      { document: 'csdl-beta', says: 'RemovalDate 2027-11-20, for the property of timeCardEvent.' },
    ],
    judgement: 'No date is required; until it is gone the rule of both names holds.',
  },
  {
    id: 'C13',
    title: 'Whose card create makes',
    sides: [
      { document: 'v1-create-first', says: 'The example sends no user at all.' },
      { document: 'v1-create', says: 'The example sends userId.' },
      { document: 'beta-create-2024', says: 'The example sends userId.' },
      {
        document: 'beta-create',
        says: 'The example of 2021 sends onBehalfOfUserId, which timeCard does not have in the schema.',
      },
    ],
    judgement:
      'userId is required to be honoured; leaving it out should mean the caller; onBehalfOfUserId is not judged on create.',
  },
  {
    id: 'C14',
    title: 'originalEntry after create',
    sides: [
      { document: 'v1-create', says: 'Both events null.' },
      { document: 'beta-create', says: 'A full copy of the entry.' },
      { document: 'v1-timecard', says: 'The original entry "before it was edited".' },
    ],
    judgement: 'v1.0 should do as its example shows; beta is left open, and so is what stands there before any edit.',
  },
  {
    id: 'C15',
    title: 'The v1.0 get example is impossible',
    sides: [
      {
        document: 'v1-get',
        says: 'clockInEvent on 2025-01-08, clockOutEvent on 2025-01-07; originalEntry.clockInEvent a day before clockInEvent.',
      },
      { document: 'v1-list', says: 'Item 2 is the same card.' },
      { document: 'beta-get', says: 'Clock-in, break and clock-out in order.' },
    ],
    judgement: 'No rule is built on those times, and the examples serve as fixtures only where order does not count.',
  },
  {
    id: 'C16',
    title: 'Upper and lower case in paths',
    sides: [
      { document: 'v1-clockin', says: 'Template clockIn, examples clockin.' },
      { document: 'v1-startbreak', says: 'Template startBreak, example startbreak.' },
      { document: 'beta-clockin', says: 'Template timecards, example timeCards.' },
      { document: 'traverse', says: 'Assume that names in paths and of actions are not case-sensitive.' },
    ],
    judgement: 'Both should be accepted.',
  },
  {
    id: 'C17',
    title: 'Names of the path parameters',
    sides: [
      { document: 'v1-clockin', says: '{teamId}.' },
      { document: 'v1-clockout', says: '{teamsId} and {timeCardId}.' },
      { document: 'beta-clockout-2021', says: '{teamId} and {timeCardID}.' },
    ],
    judgement: 'They never travel, so any of them will do.',
  },
  {
    id: 'C18',
    title: 'One value or a set in confirmedBy',
    sides: [
      { document: 'v1-timecard', says: 'Possible values: none, user, manager and the sentinel.' },
      { document: 'csdl', says: 'IsFlags="true".' },
      { document: 'beta-get', says: '"user,manager".' },
    ],
    judgement: 'It is required to parse as a set.',
  },
  {
    id: 'C19',
    title: 'Case of confirmedBy',
    sides: [
      { document: 'beta-replace', says: 'The request sends "None".' },
      { document: 'beta-get', says: 'Responses write lower case.' },
    ],
    judgement:
      'Responses are judged by the lower-case members; that a request may send what the example prints is SHOULD (TC-REPLACE-032).',
  },
  {
    id: 'C20',
    title: 'confirmationStatus',
    sides: [
      { document: 'beta-create', says: 'The response has "confirmationStatus": "notConfirmed".' },
      { document: 'csdl', says: 'timeCard has confirmedBy and no such property.' },
    ],
    judgement: 'The property is confirmedBy; the other is ignored.',
  },
  {
    id: 'C21',
    title: 'PUT or PATCH',
    sides: [
      { document: 'v1-replace', says: 'PUT.' },
      { document: 'beta-replace', says: 'PUT.' },
      { document: 'sdk-python', says: 'patch, and no put.' },
      { document: 'openapi-v1', says: 'PATCH, and no PUT.' },
    ],
    judgement:
      'PUT is required: the pages of both versions document it with an example. The other two are made from the schema by the rules of OData; PATCH is recorded.',
  },
  {
    id: 'C22',
    title: 'PATCH was documented once',
    sides: [
      { document: 'beta-update', says: 'PATCH, answered by 200 OK and the updated timeCard; in beta of 2021.' },
      { document: 'v1-timecard', says: 'The table of methods has no update.' },
    ],
    judgement: 'Withdrawn, so it is recorded only.',
  },
  {
    id: 'C23',
    title: 'Query options of get',
    sides: [
      { document: 'v1-get', says: 'Does not support OData query parameters.' },
      { document: 'beta-get', says: 'Does not support them either.' },
      { document: 'sdk-python', says: 'Offers $select and $expand.' },
      { document: 'openapi-v1', says: 'Describes $select and $expand.' },
    ],
    judgement:
      'What happens is recorded. A client should go by the page and send none; a server that serves or ignores them breaks nothing.',
  },
  {
    id: 'C24',
    title: 'Query options of list',
    sides: [
      { document: 'v1-list', says: '$filter, $orderby, $top, $skipToken.' },
      { document: 'sdk-python', says: 'Eight options, among them $skip, $search and $count.' },
      { document: 'openapi-v1', says: 'The same eight, and a path that ends in $count; no $skipToken.' },
      {
        document: 'issue-16010',
        says: '400 "Invalid filter clause" for a filter on createdDateTime with a quoted value.',
      },
    ],
    judgement:
      '$top, $filter on state, and paging are required; an invalid filter should give 400; the rest is recorded.',
  },
] as const satisfies readonly Contradiction[];
