import { isJsonObject } from '../../traffic/json.ts';
import { knowing } from '../clothes-seams.ts';
import { defects, type Defect } from '../defect.ts';
import type { FaultHooks } from '../../reference/fault.ts';
import { bodies, eachObject } from './outside-seams.ts';

/** Changes the text of every note of a request. */
function rewording(change: (text: string) => string): FaultHooks {
  return knowing(bodies, (body) =>
    eachObject(body, (one) =>
      isJsonObject(one) && typeof one['content'] === 'string' ? { ...one, content: change(one['content']) } : one,
    ),
  );
}

/** What means well with notes and knows no context. */
export const wordDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'word-filter-works-inside-words',
      title: 'rude words within notes become asterisks, also within "Hello" and "Class"',
      imitates: 'a word filter without word boundaries',
      breaches: 'timecard-clockin.md, example 1: the content of notes comes back as it was sent',
      caughtBy: ['TC-CLOCKIN-008', 'TC-CLOCKOUT-005', 'TC-BREAK-004'],
      alike: 'shows only where an everyday word holds a rude one',
      hooks: rewording((text) => text.replaceAll(/hell|ass/gi, (word) => '*'.repeat(word.length))),
    },
    {
      id: 'notes-guarded-for-spreadsheets',
      title: 'notes that begin with =, +, - or @ come back with an apostrophe before them',
      imitates: 'a guard against formulas in exports, put where notes come in and not where they go out',
      breaches: 'timecard-clockin.md, example 1: the content of notes comes back as it was sent',
      caughtBy: ['TC-REPLACE-029'],
      alike: 'shows only where a note begins with such a sign',
      hooks: rewording((text) => (/^[=+\-@]/.test(text) ? `'${text}` : text)),
    },
    {
      id: 'zero-width-characters-dropped',
      title: 'notes lose zero-width joiners, so that the emoji of a family falls apart',
      imitates: 'a guard against invisible characters that takes out all of the class Cf',
      breaches: 'timecard-clockin.md, example 1: the content of notes comes back as it was sent',
      caughtBy: ['TC-NOTES-001'],
      alike: 'shows only where a note has such a character',
      hooks: rewording((text) => text.replaceAll(/[\u200B-\u200D\u2060]/gu, '')),
    },
    {
      id: 'notes-end-at-the-first-emoji',
      title: 'a note ends where its first emoji stands',
      imitates: 'the utf8 of MySQL, of three bytes, out of strict mode',
      breaches: 'timecard-clockin.md, example 1: the content of notes comes back as it was sent',
      caughtBy: ['TC-NOTES-001'],
      alike: 'shows only where a note has a character beyond the basic plane',
      hooks: rewording((text) => text.replace(/[\u{10000}-\u{10ffff}].*$/su, '')),
    },
    {
      id: 'words-of-sql-are-taken-out',
      title: 'notes lose words such as select and drop',
      imitates: 'a guard against injection that takes words out',
      breaches: 'timecard-clockin.md, example 1: the content of notes comes back as it was sent',
      caughtBy: ['TC-CLOCKIN-008', 'TC-CLOCKOUT-005', 'TC-BREAK-004'],
      alike: 'shows only where notes have such a word',
      hooks: rewording((text) => text.replaceAll(/\b(?:select|drop|union|delete) /gi, '')),
    },
    {
      id: 'addresses-in-notes-are-masked',
      title: 'mail addresses in notes are masked',
      imitates: 'a filter for the log that sees the body first',
      breaches: 'timecard-clockin.md, example 1: the content of notes comes back as it was sent',
      caughtBy: ['TC-CLOCKIN-008', 'TC-CLOCKOUT-005', 'TC-BREAK-004'],
      alike: 'shows only where notes have a mail address',
      hooks: rewording((text) => text.replaceAll(/[\w.]+@[\w.]+\w/g, '***')),
    },
    {
      id: 'instant-in-note-is-written-anew',
      title: 'notes that are a time and nothing else come back as that time in another form',
      imitates: 'a JSON reader that takes text for dates where it looks like one, as Json.NET does',
      breaches: 'timecard-clockin.md, example 1: the content of notes comes back as it was sent',
      caughtBy: ['TC-CLOCKIN-008', 'TC-CLOCKOUT-005', 'TC-BREAK-004'],
      alike: 'shows only where the whole note is a time',
      hooks: rewording((text) => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? new Date(text).toISOString() : text)),
    },
  ]),
];
