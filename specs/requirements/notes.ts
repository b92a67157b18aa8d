import { apiVersions } from '../../traffic/operation.ts';
import type { RequirementRow } from '../requirement.ts';
import { cite } from './cite.ts';

/** What people write into the notes of cards, events and breaks beyond plain text, whatever the operation. */
export const notesRows = [
  {
    id: 'TC-NOTES-001',
    level: 'SHOULD',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['clockIn', 'clockOut', 'startBreak', 'endBreak', 'create', 'replace', 'get'],
    statement: 'Line breaks, emoji and combining marks in notes of contentType text come back.',
    sources: [
      cite('csdl', 'itemBody', 'content is Edm.String: a sequence of characters, and no limit on which.'),
      cite('v1-itembody', 'content', '"The content of the item."'),
      cite('v1-create', 'Example', 'Notes come back as they were sent.'),
      cite('beta-create', 'Example', 'The card notes of the request come back on the card.'),
    ],
    derivation:
      'The examples show that notes come back, and all of them are of one line and of letters; that other characters are kept, no page says. How a line ends, whether a mark is one with its letter, and blanks around the text are left to the server.',
  },
  {
    id: 'TC-NOTES-002',
    level: 'SHOULD',
    provenance: 'inferred',
    versions: apiVersions,
    operations: ['clockIn', 'clockOut', 'startBreak', 'endBreak', 'create', 'replace', 'get'],
    statement: 'Notes of contentType html come back with the same text, as html or as text.',
    sources: [
      cite('v1-itembody', 'contentType', '"Possible values are text and html."'),
      cite('csdl', 'bodyType', 'html is a member, and content is Edm.String.'),
      cite('v1-clockin', 'Request body', 'notes is an itemBody: "Notes for the clock in."'),
      cite('csdl-beta', 'Action clockIn', 'notes is graph.itemBody.'),
    ],
    derivation:
      'No example sends html, and a server may sanitise it: which tags it keeps is open, and it may keep the text alone. What the html says to a reader, with entities read once, is what the notes are there for. Only html of simple tags is judged.',
  },
] as const satisfies readonly RequirementRow[];
