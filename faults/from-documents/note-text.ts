import type { Operation } from '../../traffic/operation.ts';
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
      alike: 'needs a content that is null; it makes a text where nobody wrote one',
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
      alike: 'needs notes that leave contentType out; with one they are kept',
      hooks: reading(writes, (body) => withEachNote(body, (note) => (note['contentType'] === undefined ? null : note))),
    },
    {
      id: 'note-escape-as-line-break',
      title: 'a backslash and an n in notes come back as a line break',
      imitates: 'text that is unescaped twice',
      breaches: same,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      alike: 'needs a backslash in the text',
      hooks: reading(writes, (body) => withEachContent(body, (content) => content.replaceAll('\\n', '\n'))),
    },
    {
      id: 'note-plus-as-blank',
      title: 'a plus sign in notes comes back as a blank',
      imitates: 'a body that is decoded like a form',
      breaches: same,
      caughtBy: ['TC-CLOCKIN-008', 'TC-CREATE-003'],
      alike: 'needs a plus sign in the text',
      hooks: reading(writes, (body) => withEachContent(body, (content) => content.replaceAll('+', ' '))),
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
      alike: 'shows only once a card was changed, and in the other of the two times',
      hooks: showing((card) =>
        card['lastModifiedDateTime'] === card['createdDateTime']
          ? card
          : { ...card, lastModifiedDateTime: String(card['lastModifiedDateTime']).replace(/Z$/, '') },
      ),
    },
  ]),
];
