import type { FaultHooks } from '../reference/fault.ts';
import type { ItemBody, TimeCard } from '../reference/time-card.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import { defects } from './defect.ts';
import { reading, showing, storing, withEvent } from './seams.ts';

const everyWrite: readonly Operation[] = ['create', 'replace', 'clockIn', 'clockOut', 'startBreak', 'endBreak'];

/** Changes every note in a body, or takes it away. */
function readingNotes(
  operations: readonly Operation[],
  change: (content: string, contentType: Json | undefined) => string | null,
): FaultHooks {
  const changed = (value: Json): Json => {
    if (Array.isArray(value)) return (value as readonly Json[]).map(changed);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        if (name !== 'notes' || !isJsonObject(one) || typeof one['content'] !== 'string') return [name, changed(one)];
        const content = change(one['content'], one['contentType']);
        return [name, content === null ? null : { ...one, content }];
      }),
    );
  };
  return reading(operations, changed);
}

function inCardNotes(card: TimeCard, change: (notes: ItemBody) => ItemBody | null): TimeCard {
  return card.notes === null ? card : { ...card, notes: change(card.notes) };
}

/** Notes that are taken for something else than what people wrote. */
export const writtenNoteDefects = defects('fields', [
  {
    id: 'zero-is-no-card-note',
    title: 'a note of the card that says 0 is dropped by replace',
    imitates: 'a text that is false where it is looked at as a number',
    caughtBy: ['TC-REPLACE-008'],
    alike: 'shows only where the note is 0',
    hooks: storing('replace', (after) => inCardNotes(after, (notes) => (notes.content === '0' ? null : notes))),
  },
  {
    id: 'true-becomes-a-boolean',
    title: 'get shows the note true of a break as a boolean',
    imitates: 'a serialiser that writes whatever looks like a literal without quotes',
    caughtBy: ['TC-SHAPE-013', 'TC-BREAK-004'],
    hooks: showing(
      (card) => {
        const shown = (value: Json): Json => {
          if (Array.isArray(value)) return (value as readonly Json[]).map(shown);
          if (!isJsonObject(value)) return value;
          return Object.fromEntries(
            Object.entries(value).map(([name, one]) => [
              name,
              name === 'content' && one === 'true' ? true : shown(one),
            ]),
          );
        };
        return { ...card, breaks: shown(card['breaks'] ?? []) };
      },
      ['get', 'list'],
    ),
  },
  {
    id: 'leading-zeros-lost',
    title: 'a note of clockIn with leading zeros loses them',
    imitates: 'a column of numbers for what are numbers most of the time',
    caughtBy: ['TC-CLOCKIN-008'],
    alike: 'shows only where the note is a number with leading zeros',
    hooks: readingNotes(['clockIn'], (text) => (/^0\d+$/.test(text) ? text.replace(/^0+/, '') : text)),
  },
  {
    id: 'decimals-rounded',
    title: 'a note of endBreak that is a decimal number loses its last zero',
    imitates: 'text that passes through a number',
    caughtBy: ['TC-BREAK-009'],
    alike: 'shows only where the note is a decimal number',
    hooks: readingNotes(['endBreak'], (text) => (/^\d+\.\d+$/.test(text) ? String(Number(text)) : text)),
  },
  {
    id: 'date-becomes-an-instant',
    title: 'a note of clockOut that is a date comes back with a time',
    imitates: 'a reader that takes every text for a date that can be one',
    caughtBy: ['TC-CLOCKOUT-005'],
    alike: 'shows only where the note is a date',
    hooks: readingNotes(['clockOut'], (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text)),
  },
  {
    id: 'entity-in-text-decoded',
    title: 'an entity in text notes of a break is decoded',
    imitates: 'a template that unescapes what was never escaped',
    caughtBy: ['TC-BREAK-004', 'TC-BREAK-009'],
    hooks: readingNotes(['startBreak', 'endBreak'], (text, type) =>
      type === 'html' ? text : text.replaceAll('&amp;', '&'),
    ),
  },
  {
    id: 'list-in-notes-unwrapped',
    title: 'a note of an event of create that looks like a JSON array comes back as its first element',
    imitates: 'a form field that may come once or more often',
    caughtBy: ['TC-CREATE-003'],
    alike: 'shows only where the note looks like JSON',
    hooks: readingNotes(['create'], (text) => /^\["(.*)"\]$/.exec(text)?.[1] ?? text),
  },
  {
    id: 'emoji-dropped',
    title: 'emoji vanish from notes',
    imitates: 'a column of three bytes a character',
    caughtBy: ['TC-NOTES-001'],
    hooks: readingNotes(everyWrite, (text) => text.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '')),
  },
  {
    id: 'line-breaks-become-tags',
    title: 'line breaks in notes of startBreak come back as <br>',
    imitates: 'text that is made ready for a page when it is kept',
    caughtBy: ['TC-NOTES-001'],
    alike: 'needs a line break; emoji come back whole',
    hooks: readingNotes(['startBreak'], (text, type) => (type === 'html' ? text : text.replaceAll(/\r?\n/g, '<br>'))),
  },
  {
    id: 'marks-split-off',
    title: 'a combining mark in the note of a card comes back as a question mark',
    imitates: 'a narrow character set for which letters are not composed first',
    caughtBy: ['TC-NOTES-001'],
    alike: 'needs a combining mark; emoji come back whole',
    hooks: readingNotes(['create', 'replace'], (text) => text.replaceAll(/\p{M}/gu, '?')),
  },
  {
    id: 'html-escaped-twice',
    title: 'html notes of clockOut come back escaped once more',
    imitates: 'a view that escapes what is html already',
    caughtBy: ['TC-NOTES-002'],
    hooks: storing('clockOut', (after) =>
      withEvent(after, 'clockOutEvent', (event) =>
        event.notes?.contentType === 'html'
          ? { ...event, notes: { ...event.notes, content: (event.notes.content ?? '').replaceAll('&', '&amp;') } }
          : event,
      ),
    ),
  },
]);
