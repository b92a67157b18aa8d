import { factId, outcomeOf } from '../judgements/observed-fact.ts';
import type { ObservationRow } from '../judgements/verdict.ts';
import type { ResultLine } from './line.ts';

/** An observation as the stream has it: the sentence, and beside it the id and the outcome for programs. */
export function observationLine(row: ObservationRow): Extract<ResultLine, { kind: 'observation' }> {
  return { kind: 'observation', ...identified(row) };
}

/** The same row with its id and outcome; of a stream that was written without them, too. */
export function identified(row: ObservationRow): ObservationRow & { readonly id: string } {
  const outcome = row.outcome ?? outcomeOf(row.observation.value);
  return {
    ...row,
    id: row.id ?? factId(row.requirement, row.observation.subject),
    ...(outcome === undefined ? {} : { outcome }),
  };
}
