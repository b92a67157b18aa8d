import type { Contradiction } from './contradiction.ts';

/** Those that came up with the OpenAPI description, the current pages of beta and the pages on roles and limits. */
export const laterContradictions = [
  {
    id: 'C45',
    title: 'Which operations of beta still want MS-APP-ACTS-AS',
    sides: [
      {
        document: 'beta-list',
        says: 'In 2021 the header must be included with application permissions; so on every page.',
      },
      { document: 'beta-list-2024', says: 'Deprecated and no longer required; so on all ten pages of that commit.' },
      { document: 'beta-confirm-latest', says: 'Application support of confirm ends on January 1, 2026.' },
      { document: 'beta-confirmforuser', says: 'Names no such header.' },
    ],
    judgement:
      'None does: as in v1.0 every operation but confirm must work without it. Copies of the older pages are still found here and there, and are not followed.',
  },
  {
    id: 'C46',
    title: 'Whether an action needs a body',
    sides: [
      {
        document: 'openapi-v1',
        says: 'The body of clockIn, clockOut, startBreak and endBreak is required; no property in it is.',
      },
      { document: 'csdl', says: 'All parameters may be null, and none is marked as required.' },
      { document: 'csdl-beta', says: 'The same.' },
      {
        document: 'v1-clockout',
        says: '"provide a JSON object with the following parameters", none of them called required.',
      },
      { document: 'use-the-api', says: 'POST requires a request body.' },
    ],
    judgement:
      'A client is required to send a JSON object. That an empty one is accepted is a SHOULD, and no request of ours leaves the body out: a refusal of that would break nothing.',
  },
  {
    id: 'C47',
    title: 'Whether the notes of an action may be null',
    sides: [
      { document: 'csdl', says: 'notes has no Nullable="false".' },
      { document: 'csdl-beta', says: 'The same, for all four actions.' },
      {
        document: 'openapi-v1',
        says: 'notes refers to itemBody and is not nullable, unlike isAtApprovedLocation beside it.',
      },
    ],
    judgement: 'It should be accepted: the schema says so, and the description made from it says otherwise.',
  },
  {
    id: 'C48',
    title: 'Who created a card that somebody else clocked in, in beta',
    sides: [
      {
        document: 'beta-clockin-2024',
        says: 'Example 2: createdBy and lastModifiedBy are the caller, userId is the other user.',
      },
      {
        document: 'beta-list',
        says: 'Item 1, noted "ClockIn-OBO": createdBy is the owner. Item 2, with the same note: it is not.',
      },
    ],
    judgement: 'Required in v1.0, where the pages agree; left open in beta.',
  },
  {
    id: 'C49',
    title: 'Whether replace takes the whole card or what has changed',
    sides: [
      { document: 'use-the-api', says: 'PUT: "Replace a resource with a new one."' },
      {
        document: 'v1-replace',
        says: '"Replace an existing timeCard"; the example leaves out breaks and keeps silent on them.',
      },
      { document: 'beta-replace', says: '"Replace an existing timeCard with updated values."' },
    ],
    judgement: 'What is sent is required to be there afterwards; what becomes of the rest is recorded.',
  },
  {
    id: 'C50',
    title: 'Whether the role of the caller counts',
    sides: [
      { document: 'v1-create', says: 'The table of permissions names scopes, and no page of time cards a role.' },
      { document: 'frontline-managers', says: 'Owners of the team and of its schedule create and manage schedules.' },
      { document: 'shifts-role', says: 'The permissions of roles are data of the schedule.' },
      {
        document: 'issue-9745',
        says: '403 MissingAdminPermissions for a write to shifts by somebody who has the scope.',
      },
      {
        document: 'best-practices',
        says: 'A signed-in user may lack privileges on the resource, with all permissions granted.',
      },
    ],
    judgement: 'What somebody may do who owns neither team nor schedule is recorded, and a refusal breaks nothing.',
  },
  {
    id: 'C51',
    title: 'Codes of errors',
    sides: [
      {
        document: 'errors',
        says: '"one of the following possible values": accessDenied, invalidRequest, itemNotFound …',
      },
      { document: 'issue-9745', says: 'Forbidden.' },
      { document: 'issue-13815', says: 'UnknownError.' },
      { document: 'versioning', says: 'Changes to error codes are backward compatible.' },
    ],
    judgement: 'Codes are recorded; only that there is one is required.',
  },
  {
    id: 'C52',
    title: 'The form of Retry-After',
    sides: [
      { document: 'throttling', says: 'The sample response has "Retry-After: 2.128".' },
      { document: 'http', says: 'A number of seconds without a fraction, or a date.' },
    ],
    judgement: 'A client is required to wait for the time that is named, in whichever form.',
  },
  {
    id: 'C53',
    title: 'What of a request is case-sensitive',
    sides: [
      { document: 'traverse', says: 'Assume that resource ids and "values you assign" are.' },
      { document: 'traverse', says: 'The next line: assume that "property names and values" are not.' },
    ],
    judgement: 'A client keeps to the case in which things came; what another case gives is recorded.',
  },
  {
    id: 'C54',
    title: 'How an action is addressed',
    sides: [
      {
        document: 'v1-clockin',
        says: '…/timeCards/clockIn, without a namespace; so for each action, in both versions.',
      },
      { document: 'openapi-v1', says: '…/timeCards/microsoft.graph.clockIn, with the namespace; so for each action.' },
      {
        document: 'odata',
        says: 'A bound action is appended by its qualified name; the short one is for services that say so.',
      },
    ],
    judgement: 'The form of the pages is required, since they are for this API; what the other gives is recorded.',
  },
  {
    id: 'C55',
    title: 'When a created card was created',
    sides: [
      { document: 'v1-create', says: 'createdDateTime and lastModifiedDateTime are later than both events.' },
      { document: 'beta-create-2024', says: 'Both are the time of the clock-in, which the request sent.' },
      { document: 'beta-timecard-later', says: '"The timestamp in which the timeCard was created."' },
    ],
    judgement: 'The time of the call is required in v1.0, where sentence and example agree; left open in beta.',
  },
] as const satisfies readonly Contradiction[];
