import type { Behaviour } from '../behaviour.ts';
import type { FaultHooks } from '../fault.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';

/** A server that conforms, and differs from the reference server in one thing that the documents leave open. */
export interface Variant extends Behaviour {
  readonly id: string;
  /** What the server does otherwise. */
  readonly title: string;
  /** Where the documents leave it open. */
  readonly allows: string;
  /** The check, too strict, that would accuse it. */
  readonly temptation: string;
  /** The API versions in which it is open; all without it. */
  readonly versions?: readonly ApiVersion[];
  /** SHOULD rows that the server gives up. */
  readonly warns?: readonly RequirementId[];
  /**
   * Where the freedom leaves a MUST open: words of the sentence that says why, or of each that may, where chance decides
   * which. The run ends as inconclusive then.
   */
  readonly leavesOpen?: string | readonly string[];
  /** Set where cards stay, since the server lets nobody delete them. */
  readonly keepsCards?: true;
}

/** What an entry says; `hooks` is a function where the variant has to count or remember something. */
type Entry = Omit<Variant, 'start'> & { readonly hooks?: FaultHooks | (() => FaultHooks) };

export function entries(all: readonly Entry[]): readonly Variant[] {
  return all.map(({ hooks, ...entry }) => {
    if (hooks === undefined) return entry;
    return { ...entry, start: typeof hooks === 'function' ? hooks : () => hooks };
  });
}
