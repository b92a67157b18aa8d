import type { Defect } from '../defect.ts';
import { changedOriginalDefects } from './changed-originals.ts';
import { documentBreakEndDefects } from './break-ends.ts';
import { documentBreakNeighbourDefects } from './break-neighbours.ts';
import { documentLaterBreakDefects } from './breaks.ts';
import { documentClockInAfterDefects } from './clock-in-after.ts';
import { documentClockInDefects } from './clock-in.ts';
import { documentClockOutDefects } from './clock-out.ts';
import { documentConfirmForUserDefects } from './confirmed-for-user.ts';
import { documentConfirmDefects } from './confirmed.ts';
import { documentCreatedTimeDefects } from './created-times.ts';
import { documentCreatedDefects } from './created.ts';
import { documentNoteDefects } from './note-text.ts';
import { secondRequestDefects } from './second-looks.ts';

/** Defects written from the documents alone, of the actions on a card: create, clock in and out, breaks and confirmations. */
export const documentedActionDefects: readonly Defect[] = [
  ...documentClockInDefects,
  ...documentClockInAfterDefects,
  ...documentCreatedDefects,
  ...documentCreatedTimeDefects,
  ...documentClockOutDefects,
  ...documentLaterBreakDefects,
  ...documentBreakEndDefects,
  ...documentBreakNeighbourDefects,
  ...documentConfirmDefects,
  ...documentConfirmForUserDefects,
  ...documentNoteDefects,
  ...secondRequestDefects,
  ...changedOriginalDefects,
];
