import { betaDefects } from './beta.ts';
import { breakTimeDefects } from './break-times.ts';
import { breakDefects } from './breaks.ts';
import { clockOutDefects } from './clock-out.ts';
import { calendarDefects } from './calendar.ts';
import { clothesDefects } from './clothes.ts';
import { confirmDefects } from './confirm.ts';
import { createdDefects } from './created.ts';
import type { Defect } from './defect.ts';
import { errorDefects } from './errors.ts';
import { fieldDefects } from './fields.ts';
import { documentedActionDefects } from './from-documents/actions.ts';
import { editedPartDefects } from './from-documents/edited-parts.ts';
import { otherOperationDefects } from './from-documents/surroundings.ts';
import { outsidersDefects } from './from-outsiders/index.ts';
import { headerDefects } from './headers.ts';
import { identityDefects } from './identity.ts';
import { isolationDefects } from './isolation.ts';
import { laxInputDefects } from './lax-input.ts';
import { noteDefects } from './notes.ts';
import { writtenNoteDefects } from './written-notes.ts';
import { pagingDefects } from './paging.ts';
import { persistenceDefects } from './persistence.ts';
import { raceDefects } from './races.ts';
import { replaceDefects } from './replace.ts';
import { sequenceDefects } from './sequence.ts';
import { shapeDefects } from './shape.ts';
import { stateDefects } from './state.ts';
import { statusDefects } from './status.ts';
import { timeDefects } from './times.ts';

/** Every known way in which the reference server can be made to misbehave. */
export const faults: readonly Defect[] = [
  ...statusDefects,
  ...shapeDefects,
  ...stateDefects,
  ...noteDefects,
  ...writtenNoteDefects,
  ...clothesDefects,
  ...calendarDefects,
  ...fieldDefects,
  ...identityDefects,
  ...persistenceDefects,
  ...sequenceDefects,
  ...errorDefects,
  ...laxInputDefects,
  ...headerDefects,
  ...pagingDefects,
  ...isolationDefects,
  ...createdDefects,
  ...clockOutDefects,
  ...timeDefects,
  ...betaDefects,
  ...breakDefects,
  ...breakTimeDefects,
  ...confirmDefects,
  ...replaceDefects,
  ...raceDefects,
  ...documentedActionDefects,
  ...otherOperationDefects,
  ...editedPartDefects,
  ...outsidersDefects,
];

/** The defect with this id. */
export function fault(id: string): Defect | undefined {
  return faults.find((one) => one.id === id);
}
