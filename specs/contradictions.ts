import type { DocumentId } from './documents.ts';

/** Two or more documents, or two places of one, that cannot both be right. */
export interface Contradiction {
  readonly id: `C${string}`;
  readonly title: string;
  readonly sides: readonly { readonly document: DocumentId; readonly says: string }[];
  /** Which side the suite requires, or that it only records, and why. */
  readonly judgement: string;
  /** Why no requirement depends on it. Absent where one does. */
  readonly noRequirement?: string;
}

export const contradictions = [
  {
    id: 'C01',
    title: 'clockOut/startBreak/endBreak/confirm result',
    sides: [],
    judgement:
      'Pages and examples: "204 No Content" (S0, S1 and others). CSDL: `ReturnType graph.timeCard`; SDK-py returns Optional[TimeCard]; a third-party page built from the OpenAPI (withone.ai) says the updated timeCard is returned. MUST 204; a 200 with timeCard is OBSERVE.',
  },
  {
    id: 'C02',
    title: 'Replace result',
    sides: [],
    judgement:
      'Resource page method table v1.0: return type timeCard; replace page: 204; beta table (later): None. MUST 204; OBSERVE 200.',
  },
  {
    id: 'C03',
    title: 'clockIn status in one page',
    sides: [],
    judgement: 'S4 text 201 vs S4 example `200 OK`; current text and examples 201. MUST 201; 200 OBSERVE.',
  },
  {
    id: 'C04',
    title: 'clockIn has no CSDL status',
    sides: [],
    judgement: 'docs 201 although OData actions normally give 200. MUST 201 (docs).',
  },
  {
    id: 'C05',
    title: 'MS-APP-ACTS-AS',
    sides: [],
    judgement:
      'S0, S2, S3, S4: required with application permissions; S1/current: deprecated, not required. Judge by current: calls without it MUST work; refusal with MissingUserIdHeaderInAppContext is OBSERVE (old behaviour).',
  },
  {
    id: 'C06',
    title: 'Same table row contradicts itself',
    sides: [],
    judgement:
      '(current): "Required only if the authorization token is an application token" and "no longer required with application tokens". Treat as optional.',
  },
  {
    id: 'C07',
    title: 'Devblog vs history',
    sides: [],
    judgement:
      'Devblog: not sending the header has no impact; issues 2020-2023 show 403 without it. Current rule stands; 403 OBSERVE.',
  },
  {
    id: 'C08',
    title: 'confirm with application permission',
    sides: [],
    judgement:
      'Permission table still grants Application Schedule.ReadWrite.All; Caution says support ends 2026-01-01 and needs the header until then. OBSERVE for application; MUST only for delegated.',
  },
  {
    id: 'C09',
    title: 'confirm vs confirmForUser',
    sides: [],
    judgement:
      '204 without body vs 200 with timeCard. Each MUST in its own version; no v1.0 confirmForUser although the v1.0 page points there.',
  },
  {
    id: 'C10',
    title: 'onBehalfOfUserId and header together',
    sides: [],
    judgement: '(S2) vs header gone (current). onBehalfOf semantics MUST; header OBSERVE.',
  },
  {
    id: 'C11',
    title: 'Boolean name',
    sides: [],
    judgement:
      'S0 table atApprovedLocation; S0 example atAprovedLocation; v1.0 isAtApprovedLocation; current beta both. MUST v1.0 name in v1.0; beta alias rule MUST in beta; misspelt name OBSERVE.',
  },
  {
    id: 'C12',
    title: 'Removal date of atApprovedLocation',
    sides: [],
    judgement: '2027-11-27 (beta clockIn) vs 2027-11-20 (beta timeCardEvent). OBSERVE.',
  },
  {
    id: 'C13',
    title: 'Create with whom',
    sides: [],
    judgement:
      'S3: no userId; current: userId in body; old beta: onBehalfOfUserId in body, which is not a property of timeCard (CSDL). MUST accept userId; omission SHOULD mean caller (delegated); onBehalfOfUserId on create OBSERVE.',
  },
  {
    id: 'C14',
    title: 'originalEntry after create',
    sides: [],
    judgement:
      'v1.0 example null events; old beta example full copy; text "before it was edited". SHOULD as v1.0 example; else OBSERVE.',
  },
  {
    id: 'C15',
    title: 'v1.0 get (and list item 2) example is impossible',
    sides: [],
    judgement:
      'clockInEvent 2025-01-08T15:44, clockOutEvent 2025-01-07T19:45; originalEntry.clockInEvent is a day earlier. Do not build a rule on it; do not use it as a fixture for ordering rules.',
  },
  {
    id: 'C16',
    title: 'Path case',
    sides: [],
    judgement:
      'template clockIn/startBreak/endBreak vs examples clockin/startbreak/endbreak; beta template timecards vs example timeCards; general rule: names are case-insensitive. SHOULD accept both.',
  },
  {
    id: 'C17',
    title: 'Path parameter names',
    sides: [],
    judgement:
      '{teamId} (clockIn, beta) vs {teamsId} (other v1.0) vs {team-id} (SDK); {timeCardId} vs {timeCardID} vs {timecardID}. No effect on the wire.',
  },
  {
    id: 'C18',
    title: 'confirmedBy',
    sides: [],
    judgement: 'Docs: one of four values; CSDL: IsFlags; beta example "user,manager". MUST parse as a set.',
  },
  {
    id: 'C19',
    title: 'confirmedBy "None"',
    sides: [],
    judgement: 'capital in the beta replace request vs `none`. Requests: OBSERVE; responses MUST be lower camel.',
  },
  {
    id: 'C20',
    title: 'confirmationStatus: notConfirmed',
    sides: [],
    judgement: 'in old beta create/patch responses vs confirmedBy. Property does not exist in CSDL; ignore.',
  },
  {
    id: 'C21',
    title: 'PUT vs PATCH',
    sides: [],
    judgement:
      'Docs: PUT only (replace). SDK-py: PATCH and no PUT (generated from default OData rules). MUST PUT; PATCH OBSERVE.',
  },
  {
    id: 'C22',
    title: 'PATCH in beta 2021',
    sides: [],
    judgement: '(update page, 200) later withdrawn from the method table. OBSERVE.',
  },
  { id: 'C23', title: 'get query options', sides: [], judgement: 'Docs: none; SDK: $select, $expand. OBSERVE.' },
  {
    id: 'C24',
    title: 'list query options',
    sides: [],
    judgement:
      'Docs: $filter, $orderby, $top, $skipToken; SDK: eight others incl. $skip, $search, $count; a user got 400 "Invalid filter clause" on createdDateTime with a quoted value. MUST $top, $filter on state, nextLink; rest OBSERVE.',
  },
  {
    id: 'C25',
    title: 'timeCardBreak.end described as "the start event"',
    sides: [],
    judgement: '(v1.0 page). Plain slip; end is the end event.',
  },
  {
    id: 'C26',
    title: 'timeCardEntry descriptions rotated',
    sides: [],
    judgement: '(breaks described as clock-in event, etc.; still so on learn 2025-02-04). Slip; go by types.',
  },
  {
    id: 'C27',
    title: 'Nullability',
    sides: [],
    judgement:
      'Docs tables say nothing; CSDL: event.dateTime and break.start not nullable, everything else but id nullable. CSDL MUST.',
  },
  {
    id: 'C28',
    title: 'Id form',
    sides: [],
    judgement: 'TCK_ GUID vs bare GUID (beta create, delete, update). Opaque: OBSERVE.',
  },
  { id: 'C29', title: 'breakId', sides: [], judgement: 'BRK_ GUID vs "string". OBSERVE.' },
  {
    id: 'C30',
    title: 'Same card id TCK_95c44dff..',
    sides: [],
    judgement:
      'used for two clock-ins on different dates (team fd15cad8...), for clockOut in another team (871dbd5c...), and for the beta confirmForUser of a card with other times. Fixtures only; no rule.',
  },
  {
    id: 'C31',
    title: 'identitySet members',
    sides: [],
    judgement:
      'CSDL three; docs page ten; beta examples add conversation; old beta create omits application/device. Open type: accept all.',
  },
  {
    id: 'C32',
    title: 'createdBy',
    sides: [],
    judgement:
      'missing from the changeTrackedEntity page, present in CSDL and timeCard page; and that page lists as derived types only openShift, shift, timeOff. MUST by CSDL.',
  },
  {
    id: 'C33',
    title: 'Invalid JSON in examples',
    sides: [],
    judgement: '(trailing commas: v1.0 get, list; beta confirmForUser, create). Never replay raw.',
  },
  {
    id: 'C34',
    title: 'Content-type required vs startBreak/endBreak examples without it',
    sides: [],
    judgement: '(v1.0 startBreak, beta endBreak). Send it always; absence OBSERVE.',
  },
  {
    id: 'C35',
    title: '@odata.type/@odata.etag/@odata.context',
    sides: [],
    judgement: 'resource JSON shows @odata.type; v1.0 examples none; beta list shows @odata.etag. Accept all.',
  },
  {
    id: 'C36',
    title: 'schedule.provisionStatus',
    sides: [],
    judgement: 'values lower-case in the table, "Completed" in the example and CSDL. Compare without case.',
  },
  {
    id: 'C37',
    title: 'Replace page (v1.0) has no national-cloud table',
    sides: [],
    judgement: 'others say global only; CSDL has timeCard only in the Prod schema. Global only.',
  },
  {
    id: 'C38',
    title: 'Third-party copy of the OpenAPI gives isAtApprovedLocation default false',
    sides: [],
    judgement: '; examples show null for unset. OBSERVE.',
  },
  {
    id: 'C39',
    title: 'Beta wording "open timeCard"',
    sides: [],
    judgement: 'for clockOut vs v1.0 "a timeCard". Precondition "open" is not testable as an error rule: OBSERVE.',
  },
  {
    id: 'C40',
    title: 'Beta onBehalfOfUserId "used by the manager"',
    sides: [],
    judgement: 'vs v1.0 with no role statement. OBSERVE for employees.',
  },
  {
    id: 'C41',
    title: 'Throttling page',
    sides: [],
    judgement:
      '(the copy read is an old, undated state) lists resources that give Retry-After, Teams not among them; best practices says every 429 has it. Client must cope with both.',
  },
  {
    id: 'C42',
    title: 'errors.md key spelling',
    sides: [],
    judgement:
      'example innerError, table innererror; reported Shifts bodies nest a second error object as a JSON string in message. Accept both; nested string OBSERVE.',
  },
  {
    id: 'C43',
    title: 'Time text',
    sides: [],
    judgement: 'create request `.000Z` vs response without fraction. Compare instants.',
  },
] as const satisfies readonly Contradiction[];

export type ContradictionId = (typeof contradictions)[number]['id'];
