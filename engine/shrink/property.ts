import fc from 'fast-check';
import type { ApiVersion } from '../../traffic/operation.ts';
import { CaseArbitrary } from './case-arbitrary.ts';
import type { Case } from '../cases/case.ts';
import type { PhasePlan } from '../cases/phase-plan.ts';

export interface PropertySettings {
  readonly version: ApiVersion;
  readonly seed: number;
  /** Index of a case within the phase and the way through its shrinks; all cases of the phase without it. */
  readonly path?: string;
  /** Asked before each case; once it is true, no further case is made. */
  readonly isOver?: () => boolean;
}

/** A path that leads past the last shrink of its case. */
export class NoSuchCase extends Error {
  override readonly name = 'NoSuchCase';

  constructor() {
    super('--path leads past the last shrink of its case');
  }
}

/**
 * Lets fast-check run a phase, or one case of it with its shrinks. The predicate says whether the case is all right.
 * Listed cases go in as fast-check's examples, so that their paths and shrinks work like those of generated ones.
 */
export async function checkPhase(
  plan: PhasePlan,
  { version, seed, path, isOver = () => false }: PropertySettings,
  predicate: (testCase: Case) => Promise<boolean>,
): Promise<fc.RunDetails<[Case]>> {
  const source = plan.kind === 'listed' ? fc.constantFrom(...plan.cases) : plan.arbitrary;
  const examples = plan.kind === 'listed' ? plan.cases.map((testCase): [Case] => [testCase]) : [];
  const size = plan.kind === 'listed' ? plan.cases.length : plan.numRuns;
  let fault: { readonly error: unknown } | undefined;
  const guarded = async (testCase: Case): Promise<boolean> => {
    // The phase ends here, as if the cases that are left had never been planned.
    if (fault !== undefined || isOver()) throw new fc.PreconditionFailure(true);
    try {
      return await predicate(testCase);
    } catch (error) {
      // A fault of ours, or a wall: fast-check would take it for a failure of the target and shrink it.
      fault = { error };
      return true;
    }
  };
  const details = await replayable(path, () =>
    fc.check(fc.asyncProperty(new CaseArbitrary(source, version), guarded), {
      seed,
      examples,
      numRuns: path === undefined ? size : 1,
      ...(path === undefined ? {} : { path }),
    }),
  );
  // What was thrown is an Error of ours; it goes on as it was.
  if (fault !== undefined) throw fault.error;
  return details;
}

/** fast-check tells of a wrong path by its message only. */
async function replayable<T>(path: string | undefined, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (path !== undefined && error instanceof Error && error.message.startsWith('Unable to replay'))
      throw new NoSuchCase();
    throw error;
  }
}
