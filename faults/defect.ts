import type { Fault, FaultHooks } from '../reference/fault.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { requirement, type RequirementId } from '../specs/requirements/index.ts';

export type FaultClass =
  | 'status'
  | 'shape'
  | 'state'
  | 'fields'
  | 'identity'
  | 'persistence'
  | 'sequence'
  | 'errors'
  | 'headers'
  | 'paging'
  | 'isolation'
  | 'beta'
  | 'races';

/** A fault with what is to be known of it: the bug of real servers that it imitates, and what must catch it. */
export interface Defect extends Fault {
  readonly title: string;
  readonly class: FaultClass;
  readonly imitates: string;
  /** The requirement that must catch it first; others that see it too may follow. */
  readonly caughtBy: readonly [RequirementId, ...RequirementId[]];
  /** Where a defect is one of a single version, though its requirements are of both. */
  readonly version?: ApiVersion;
  /** The document, its section and the words that it breaches; set where the defect was written from the documents alone. */
  readonly breaches?: string;
  /** Why another defect may have all of its killers, where one has. */
  readonly alike?: string;
}

/** What an entry of the catalogue says; `hooks` is a function where the fault has to remember something. */
type Entry = Omit<Defect, 'start' | 'class'> & { readonly hooks: FaultHooks | (() => FaultHooks) };

/** The entries of one class. */
export function defects(of: FaultClass, entries: readonly Entry[]): readonly Defect[] {
  return entries.map(({ hooks, ...entry }) => ({
    ...entry,
    class: of,
    start: typeof hooks === 'function' ? hooks : () => hooks,
  }));
}

/** The version in which a defect shows: beta where it says so, or where no requirement that must catch it is one of v1.0. */
export function versionOf({ caughtBy, version }: Pick<Defect, 'caughtBy' | 'version'>): ApiVersion {
  if (version !== undefined) return version;
  return caughtBy.some((id) => requirement(id).versions.includes('v1.0')) ? 'v1.0' : 'beta';
}
