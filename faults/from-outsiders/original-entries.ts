import type { TimeCard } from '../../reference/time-card.ts';
import { defects, type Defect } from '../defect.ts';
import { day } from '../time-seams.ts';
import { moved, storing, withEveryNote, withEveryEvent } from '../seams.ts';

function withOriginal(card: TimeCard, change: (card: TimeCard) => TimeCard): TimeCard {
  const { originalEntry } = change({
    ...card,
    originalEntry: card.originalEntry,
  });
  return { ...card, originalEntry };
}

/** Whether it lies in a week that belongs to the next year. */
function isInWeekOfNextYear(instant: Date): boolean {
  const [date, weekday] = [instant.getUTCDate(), instant.getUTCDay()];
  return instant.getUTCMonth() === 11 && date >= 29 && weekday >= 1 && weekday <= date - 28;
}

/** What a replace writes into originalEntry, where nobody looks closely. */
export const originalEntryDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'original-entry-gets-the-year-of-the-week',
      title: 'the first replace of a card from the last days of December moves originalEntry into the next year',
      imitates: 'YYYY for yyyy in the pattern of the archive',
      breaches:
        'resources/timecard.md, originalEntry: "The original timeCardEntry of the timeCard, before user edits."',
      caughtBy: ['TC-REPLACE-033'],
      alike: 'shows only on the last days of some years',
      hooks: () => {
        const edited = new Set<string>();
        return storing('replace', (after) => {
          if (edited.has(after.id)) return after;
          edited.add(after.id);
          return withOriginal(after, (card) =>
            withEveryEvent(card, (event) => {
              const instant = new Date(event.dateTime);
              if (!isInWeekOfNextYear(instant)) return event;
              instant.setUTCFullYear(instant.getUTCFullYear() + 1);
              return { ...event, dateTime: instant.toISOString() };
            }),
          );
        });
      },
    },
    {
      id: 'original-entry-loses-the-leap-day',
      title: 'the first replace of a card of the 29th of February moves originalEntry to the 1st of March',
      imitates: 'an archive by day of an ordinary year',
      breaches:
        'resources/timecard.md, originalEntry: "The original timeCardEntry of the timeCard, before user edits."',
      caughtBy: ['TC-REPLACE-033'],
      alike: 'shows only on a leap day',
      hooks: storing('replace', (after) =>
        withOriginal(after, (card) =>
          withEveryEvent(card, (event) =>
            /-02-29T/.test(event.dateTime) ? { ...event, dateTime: moved(event.dateTime, day) } : event,
          ),
        ),
      ),
    },
    {
      id: 'original-entry-cuts-notes',
      title: 'a replace cuts the notes in originalEntry to 100 characters',
      imitates: 'a narrower column in the table of the history',
      breaches:
        'resources/timecard.md, originalEntry: "The original timeCardEntry of the timeCard, before user edits."',
      caughtBy: ['TC-REPLACE-003', 'TC-REPLACE-033'],
      hooks: storing('replace', (after) =>
        withOriginal(after, (card) => withEveryNote(card, (content) => content.slice(0, 100))),
      ),
    },
    {
      id: 'original-entry-calls-notes-text',
      title: 'originalEntry shows html notes with the contentType text',
      imitates: 'a history that keeps what a note says and not its type',
      breaches: 'CSDL, itemBody: contentType is a part of the notes, and bodyType has html',
      caughtBy: ['TC-CLOCKIN-013', 'TC-CLOCKOUT-010', 'TC-BREAK-011'],
      hooks: storing(['clockIn', 'clockOut', 'startBreak', 'endBreak', 'replace'], (after) =>
        withOriginal(after, (card) =>
          withEveryEvent(card, (event) =>
            event.notes === null ? event : { ...event, notes: { ...event.notes, contentType: 'text' } },
          ),
        ),
      ),
    },
  ]),
];
