import type { Operation } from '../../specs/operation.ts';
import { defects } from '../defect.ts';
import { reading, showing } from '../seams.ts';
import { withEachContent, withEachNamedIn, withEachNote } from './body-parts.ts';

const writes: readonly Operation[] = ['create', 'clockIn', 'clockOut', 'startBreak', 'endBreak'];

const same =
  'timecard-clockin.md, Example 1, and schedule-post-timecards.md, Example: notes come back with the content that was sent';

/** Notes that come back as something else than was sent, for certain texts only. */
export const documentNoteDefects = [
  ...defects('fields', [
    {
      id: 'note-null-content-word',
      title: 'a content that is null comes back as the word null',
      imitates: 'a null that is written into text',
      breaches: `CSDL, itemBody: content is nullable; ${same}`,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) =>
        withEachNote(body, (note) => (note['content'] === null ? { ...note, content: 'null' } : note)),
      ),
    },
    {
      id: 'note-without-type-lost',
      title: 'notes without a contentType are dropped',
      imitates: 'a converter chosen by contentType that has none for nothing',
      breaches: `CSDL, itemBody: contentType is nullable; ${same}`,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) => withEachNote(body, (note) => (note['contentType'] === undefined ? null : note))),
    },
    {
      id: 'note-marks-composed',
      title: 'letters with combining marks come back as one character',
      imitates: 'a store that normalises text',
      breaches: same,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) => withEachContent(body, (content) => content.normalize('NFC'))),
    },
    {
      id: 'note-carriage-return-lost',
      title: 'carriage returns vanish from notes',
      imitates: 'line ends that are made the same for all',
      breaches: same,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) => withEachContent(body, (content) => content.replaceAll('\r', ''))),
    },
    {
      id: 'note-escape-as-line-break',
      title: 'a backslash and an n in notes come back as a line break',
      imitates: 'text that is unescaped twice',
      breaches: same,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) => withEachContent(body, (content) => content.replaceAll('\\n', '\n'))),
    },
    {
      id: 'note-plus-as-blank',
      title: 'a plus sign in notes comes back as a blank',
      imitates: 'a body that is decoded like a form',
      breaches: same,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) => withEachContent(body, (content) => content.replaceAll('+', ' '))),
    },
    {
      id: 'note-empty-as-none',
      title: 'notes with an empty content come back as null',
      imitates: 'body.notes.content ? body.notes : null',
      breaches: same,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) => withEachNote(body, (note) => (note['content'] === '' ? null : note))),
    },
    {
      id: 'break-note-cut-at-255',
      title: 'notes of breaks are cut after 255 characters',
      imitates: 'varchar(255) in one of two tables',
      breaches:
        'timecard-startbreak.md, Request body: "Notes for the start of the break."; beta timecard-get.md, Example: they come back',
      caughtBy: ['TC-BREAK-004', 'TC-BREAK-009'],
      hooks: reading(['startBreak', 'endBreak'], (body) => withEachContent(body, (content) => content.slice(0, 255))),
    },
    {
      id: 'note-tags-stripped-of-text',
      title: 'notes of contentType text lose what stands in angle brackets',
      imitates: 'a sanitiser that does not look at the contentType',
      breaches: `${same}; CSDL, bodyType: text and html are two members`,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      hooks: reading(writes, (body) =>
        withEachNote(body, (note) =>
          note['contentType'] === 'text' && typeof note['content'] === 'string'
            ? { ...note, content: note['content'].replaceAll(/<[^<>]*>/g, '') }
            : note,
        ),
      ),
    },
  ]),
  ...defects('shape', [
    {
      id: 'note-of-digits-as-number',
      title: 'a content of digits comes back as a number',
      imitates: 'a store that guesses types',
      breaches: 'CSDL, itemBody: content Type="Edm.String"',
      caughtBy: ['TC-SHAPE-013', 'TC-CLOCKIN-008'],
      hooks: showing((card) =>
        withEachNamedIn(card, 'content', (content) =>
          typeof content === 'string' && /^\d+$/.test(content) ? Number(content) : content,
        ),
      ),
    },
    {
      id: 'modified-without-zone',
      title: 'lastModifiedDateTime has no Z once the card was changed',
      imitates: 'a time that has lost its kind on the way through the database',
      breaches: 'changetrackedentity.md: ISO 8601, always in UTC',
      caughtBy: ['TC-GEN-013'],
      hooks: showing((card) =>
        card['lastModifiedDateTime'] === card['createdDateTime']
          ? card
          : { ...card, lastModifiedDateTime: String(card['lastModifiedDateTime']).replace(/Z$/, '') },
      ),
    },
  ]),
];
