import type { Scope, Subject } from '../checks/check.ts';
import type { JudgeContext } from '../checks/context.ts';
import { Trace } from '../checks/trace/trace.ts';
import type { Exchange } from '../traffic/exchange.ts';
import { context, traffic } from './exchanges.ts';

/** What a scope finds in traffic, in the order in which it is known. */
export function subjectsIn<S extends Subject>(
  scope: Scope<S>,
  exchanges: readonly Exchange[],
  changes: Partial<JudgeContext> = {},
): readonly S[] {
  const trace = new Trace();
  return traffic(exchanges).flatMap((one) => scope.subjects(trace.add(one), trace, { ...context, ...changes }));
}
