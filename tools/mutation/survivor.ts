/** What Stryker counted in one file. Mutants that cannot run at all are left out. */
export interface Counted {
  readonly file: string;
  readonly killed: number;
  /** Those that a test ran, and no test noticed. */
  readonly survived: number;
  /** Those that no test ran. */
  readonly untested: number;
}

/** One change that no test notices. It is known by what it changes, not by where: lines move. */
export interface Survivor {
  readonly file: string;
  /** The first line of source that the change is in. */
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
  readonly untested?: true;
  /** Why that is well, as a key of `reasons` or in words of its own; `unread` until somebody has looked. */
  readonly reason: string;
}

/** What `npm run mutate` writes, and people add the reasons to. */
export interface Mutation {
  readonly files: readonly Counted[];
  readonly survivors: readonly Survivor[];
  /** Files that were changed since they were tried: what survived in code that is gone is left out. */
  readonly toBeTriedAgain?: readonly string[];
}

export const unread = 'unread';
