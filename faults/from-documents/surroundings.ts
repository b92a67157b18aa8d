import type { Defect } from '../defect.ts';
import { deletedCardDefects } from './deleted-cards.ts';
import { errorAnswerDefects } from './error-answers.ts';
import { filterDefects } from './filters.ts';
import { laterPageDefects } from './later-pages.ts';
import { listContentDefects } from './list-contents.ts';
import { onlyInBetaDefects } from './only-in-beta.ts';
import { permissionDefects } from './permissions.ts';
import { readingDefects } from './reading-cards.ts';
import { replacedCardDefects } from './replaced-cards.ts';
import { replacedEntryDefects } from './replaced-entries.ts';
import { severalCardsDefects } from './several-cards.ts';

/** Defects written from the documents alone, of what surrounds the actions: reading, lists, replace, delete, errors, permissions, isolation, beta. */
export const otherOperationDefects: readonly Defect[] = [
  ...readingDefects,
  ...listContentDefects,
  ...laterPageDefects,
  ...filterDefects,
  ...replacedEntryDefects,
  ...replacedCardDefects,
  ...deletedCardDefects,
  ...errorAnswerDefects,
  ...permissionDefects,
  ...severalCardsDefects,
  ...onlyInBetaDefects,
];
