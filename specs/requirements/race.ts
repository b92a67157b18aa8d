import { apiVersions } from '../../traffic/operation.ts';
import type { RequirementRow } from '../requirement.ts';
import { cite } from './cite.ts';

/** Requests that overlap. No page promises atomicity, so that only what every order of the two would leave is required. */
export const raceRows = [
  {
    id: 'TC-RACE-001',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['clockOut', 'startBreak', 'endBreak', 'replace', 'get'],
    statement:
      'Notes of an accepted write are in the card afterwards, also where another request on the card overlapped it.',
    sources: [
      cite('v1-clockout', 'Request body', 'notes: "Notes for the clock out."'),
      cite('v1-startbreak', 'Request body', 'notes: "Notes for the start of the break."'),
      cite('v1-endbreak', 'Request body', 'notes: "Notes for the end of the break."'),
      cite('v1-replace', 'Example request', 'Sends card notes that say what was modified.'),
      cite('beta-clockout-2024', 'Request body', 'Notes for the clock out; so on the pages of the breaks.'),
      cite('beta-replace', 'Introduction', '"Replace an existing timeCard with updated values."'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation:
      'A success says that the write was done. Whichever of the two came first, the other one has no business with these notes; two writes of the same kind are judged only by whether one of both was kept.',
  },
  {
    id: 'TC-RACE-002',
    level: 'OBSERVE',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['clockIn', 'clockOut', 'startBreak', 'endBreak', 'confirm', 'replace', 'delete', 'get'],
    statement: 'Report whether two overlapping requests end like one of their two orders, or like neither.',
    sources: [
      cite('v1-clockout', 'Whole page', 'Says nothing of other requests at the same time.'),
      cite('v1-replace', 'Whole page', 'Says nothing of other requests at the same time.'),
      cite('beta-clockout-2024', 'Whole page', 'Says nothing of other requests at the same time.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation: 'No document promises that writes are atomic, so it is only recorded.',
  },
  {
    id: 'TC-RACE-003',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['clockOut', 'startBreak', 'endBreak', 'confirm', 'get'],
    statement:
      'Two overlapping actions leave id, userId, createdBy, createdDateTime and clockInEvent of their card as they were.',
    sources: [
      cite(
        'v1-timecard',
        'id, userId, createdDateTime, createdBy',
        'Whose card it is, and when and by whom it was created.',
      ),
      cite('v1-clockout', 'Example', 'Takes only notes and isAtApprovedLocation of the clock-out.'),
      cite('beta-timecard-later', 'id, userId, createdDateTime, createdBy', 'The same meanings.'),
      cite('beta-clockout-2024', 'Example', 'Takes only notes and isAtApprovedLocation of the clock-out.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation: 'None of the actions says anything about these properties, so neither order of them changes one.',
  },
  {
    id: 'TC-RACE-004',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['clockIn'],
    statement:
      'A clockIn that names nobody clocks in whoever sends it, also where a clockIn by somebody else overlaps it: userId, createdBy and lastModifiedBy are the sender.',
    sources: [
      cite('v1-clockin', 'Request headers', 'Authorization: "Bearer {token}. Required."'),
      cite('v1-clockin', 'Example responses', 'createdBy.user is Alice Bradford, who calls, in both.'),
      cite('v1-timecard', 'createdBy', '"Identity of the creator of this timecard."'),
      cite('beta-clockin-2024', 'Request headers', 'Authorization: "Bearer {token}. Required."'),
      cite('beta-clockin-2024', 'Example 1: Clock in as yourself', 'createdBy.user is the user of the card.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: ['callerIdentity', 'secondUser'],
    derivation:
      'As TC-CLOCKIN-018 and TC-CLOCKIN-019: whose a request is follows from its token, and not from other requests.',
  },
  {
    id: 'TC-RACE-005',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['clockOut', 'startBreak', 'endBreak', 'confirm', 'get'],
    statement:
      'What an accepted clockOut, startBreak, endBreak or confirm brings is in the card afterwards, also where another request on the card overlapped it.',
    sources: [
      cite('v1-clockout', 'Introduction', '"Clock out to end a timeCard"'),
      cite('v1-startbreak', 'Introduction', 'Starts a break in a timeCard.'),
      cite('v1-endbreak', 'Introduction', 'Ends the open break of a timeCard.'),
      cite('v1-confirm', 'Introduction', 'Confirms a timeCard.'),
      cite('beta-clockout-2021', 'Introduction', '"Clock out to end an open timeCard."'),
      cite('beta-startbreak-2024', 'Introduction', '"Start a break in a specific timeCard."'),
      cite('beta-endbreak-2024', 'Introduction', '"End the open break in a specific timeCard."'),
      cite('beta-confirm', 'Introduction', '"Confirm a specific timeCard."'),
      cite('csdl', 'EnumType confirmedBy', 'IsFlags="true": user and manager may both have confirmed.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation:
      'As TC-RACE-001: a success says that it was done, and the other request takes none of it back in either order. Judged only where this server shows it after both orders of the two.',
  },
  {
    id: 'TC-RACE-006',
    level: 'MUST',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['replace', 'get'],
    statement:
      'After two overlapping replaces events, breaks and notes of the card are those of one of them, and no blend of both.',
    sources: [
      cite('v1-replace', 'Introduction', 'Replaces an existing timeCard with updated values.'),
      cite('v1-replace', 'Request body', 'The body is "a JSON representation of a timeCard": a whole one.'),
      cite('use-the-api', 'HTTP methods', 'PUT: "Replace a resource with a new one."'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation:
      'Each of the two replaces the whole card, so that it is what the last of them sent, whichever that is; a card that nobody sent is what neither of the two said. Judged where at least one is accepted, and only where both orders of the two, one after the other, leave what the last one sent.',
  },
  {
    id: 'TC-RACE-007',
    level: 'SHOULD',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['get'],
    statement:
      'A card that get has shown is found by a get that overlaps a write to it, unless that write is a delete.',
    sources: [
      cite('v1-get', 'Response', 'A success returns 200 OK and a timeCard object.'),
      cite('beta-get', 'Response', 'A success returns 200 OK and a timeCard object.'),
      cite('v1-replace', 'Introduction', 'Replaces an existing timeCard with updated values.'),
    ],
    contradictions: [],
    binds: 'server',
    needs: [],
    derivation:
      'The card is there before the write and after it, in either order of the two. No document promises that a write is seen as a whole, hence SHOULD.',
  },
] as const satisfies readonly RequirementRow[];
