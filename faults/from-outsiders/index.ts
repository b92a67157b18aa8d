import type { Defect } from '../defect.ts';
import { breakDefectsOfOutsiders } from './breaks.ts';
import { callerDefectsOfOutsiders } from './callers.ts';
import { clothesDefectsOfOutsiders } from './clothes.ts';
import { confirmedDefectsOfOutsiders } from './confirmed.ts';
import { dayDefectsOfOutsiders } from './days.ts';
import { editDefectsOfOutsiders } from './edited-cards.ts';
import { filterDefectsOfOutsiders } from './filters.ts';
import { listDefectsOfOutsiders } from './lists.ts';
import { betaDefectsOfOutsiders } from './names-of-beta.ts';
import { lostBreakDefectsOfOutsiders } from './lost-breaks.ts';
import { misheardDefectsOfOutsiders } from './misheard.ts';
import { onBreakDefectsOfOutsiders } from './on-break.ts';
import { otherCardDefectsOfOutsiders } from './other-cards.ts';
import { originalEntryDefectsOfOutsiders } from './original-entries.ts';
import { noteDefectsOfOutsiders } from './notes.ts';
import { overlapDefectsOfOutsiders } from './overlaps.ts';
import { readerDefectsOfOutsiders } from './readers.ts';
import { reopenedDefectsOfOutsiders } from './reopened.ts';
import { shapeDefectsOfOutsiders } from './shapes.ts';
import { sharedStateDefectsOfOutsiders } from './shared-state.ts';
import { spellingDefectsOfOutsiders } from './spellings.ts';
import { timeOfDayDefectsOfOutsiders } from './times-of-day.ts';
import { wordDefectsOfOutsiders } from './words.ts';
import { actingDefectsOfOutsiders } from './acting-for-others.ts';
import { keptBreakDefectsOfOutsiders } from './kept-breaks.ts';
import { nextPageDefectsOfOutsiders } from './next-pages.ts';
import { oddAnswerDefectsOfOutsiders } from './odd-answers.ts';
import { overlappingWriteDefectsOfOutsiders } from './overlapping-writes.ts';

/** Defects that six people who knew the documents, and neither the suite nor the catalogue, made up. */
export const outsidersDefects: readonly Defect[] = [
  ...breakDefectsOfOutsiders,
  ...callerDefectsOfOutsiders,
  ...clothesDefectsOfOutsiders,
  ...confirmedDefectsOfOutsiders,
  ...dayDefectsOfOutsiders,
  ...editDefectsOfOutsiders,
  ...filterDefectsOfOutsiders,
  ...listDefectsOfOutsiders,
  ...betaDefectsOfOutsiders,
  ...lostBreakDefectsOfOutsiders,
  ...misheardDefectsOfOutsiders,
  ...onBreakDefectsOfOutsiders,
  ...otherCardDefectsOfOutsiders,
  ...originalEntryDefectsOfOutsiders,
  ...noteDefectsOfOutsiders,
  ...overlapDefectsOfOutsiders,
  ...readerDefectsOfOutsiders,
  ...reopenedDefectsOfOutsiders,
  ...shapeDefectsOfOutsiders,
  ...sharedStateDefectsOfOutsiders,
  ...spellingDefectsOfOutsiders,
  ...timeOfDayDefectsOfOutsiders,
  ...wordDefectsOfOutsiders,
  ...actingDefectsOfOutsiders,
  ...keptBreakDefectsOfOutsiders,
  ...nextPageDefectsOfOutsiders,
  ...overlappingWriteDefectsOfOutsiders,
  ...oddAnswerDefectsOfOutsiders,
];
