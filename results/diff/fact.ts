import type { Json } from '../../traffic/json.ts';
import type { ObservedOutcome } from '../../judgements/observed-fact.ts';
import type { ObservationRow, UnseenRow } from '../../judgements/verdict.ts';
import { impersonal } from '../impersonal.ts';
import { identified } from '../observation-line.ts';

/** What a run came to see of one subject. */
export interface Fact {
  readonly subject: string;
  readonly requirement: string;
  /** The values, and how often each was seen; none where it was tried in vain. */
  readonly values: ReadonlyMap<string, { readonly count: number; readonly outcome: ObservedOutcome | undefined }>;
  /** How often it was tried and there was nothing to see. */
  readonly unseen: number;
}

/** The facts of a run by their ids. What is not among them the run never tried. */
export function factsOf(
  observations: readonly ObservationRow[],
  unseen: readonly UnseenRow[],
): ReadonlyMap<string, Fact> {
  const facts = new Map<
    string,
    Fact & { values: Map<string, { count: number; outcome: ObservedOutcome | undefined }> }
  >();
  for (const { id, requirement, subject, tried } of unseen)
    facts.set(id, { subject, requirement, values: new Map(), unseen: tried });
  for (const row of observations.map(identified)) {
    if (isOfTime(row.id)) continue;
    const { subject, value } = row.observation;
    const fact = facts.get(row.id) ?? { subject, requirement: row.requirement, values: new Map(), unseen: 0 };
    const text = factText(value);
    fact.values.set(text, { count: row.count + (fact.values.get(text)?.count ?? 0), outcome: row.outcome });
    facts.set(row.id, fact);
  }
  return facts;
}

/** A value as it is compared and told. */
export function factText(value: Json): string {
  return impersonal(typeof value === 'string' ? value : JSON.stringify(value));
}

/** What two requests at once come to depends on time. */
export function isOfTime(id: string): boolean {
  return id.startsWith('TC-RACE-');
}
