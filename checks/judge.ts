import type { Exchange } from '../traffic/exchange.ts';
import type { Judged } from '../judgements/judgement.ts';
import { requirement } from '../specs/requirements/index.ts';
import type { Check, Scope, Subject } from './check.ts';
import type { JudgeContext } from './context.ts';
import { checks } from './index.ts';
import { Trace } from './trace/trace.ts';
import { UnansweredWrites } from './trace/unanswered-writes.ts';

const lost: Judged['judgement'] = { kind: 'undecided', because: 'transport' };

/** Judges traffic exchange by exchange, so that a run can react to what it sees; see `judge` for traffic that is over. */
export class Judge {
  readonly #context: JudgeContext;
  readonly #scopes: readonly (readonly [Scope<Subject>, readonly Check[]])[];
  readonly #trace: Trace;
  readonly #unanswered = new UnansweredWrites();

  /** @param prepared the checks to apply, from `prepareChecks`: the same for all cases of a run */
  constructor(context: JudgeContext, prepared: PreparedChecks = prepareChecks(context)) {
    this.#context = context;
    this.#trace = new Trace(context.openBefore);
    this.#scopes = [...prepared];
  }

  /** What is now known that was not known before this exchange. */
  add(exchange: Exchange): readonly Judged[] {
    const entry = this.#trace.add(exchange);
    const judged: Judged[] = [];
    for (const [scope, checksOfScope] of this.#scopes) {
      for (const subject of scope.subjects(entry, this.#trace, this.#context)) {
        for (const one of checksOfScope) {
          const judgement = one.judge(subject, this.#context);
          if (judgement.kind === 'notApplicable') continue;
          const isOpen = this.#unanswered.mayExplain(judgement, entry);
          judged.push({ requirement: one.requirement, judgement: isOpen ? lost : judgement });
        }
      }
    }
    this.#unanswered.add(entry);
    return judged;
  }

  /** Takes the last exchange back, as if it had not been. */
  withdraw(): void {
    this.#trace.withdraw();
  }
}

/** Judges traffic that is over: ours, a recording's, or that of others. A repeated request takes back what the first one showed. */
export function judge(
  exchanges: readonly Exchange[],
  context: JudgeContext,
  wanted: readonly Check[] = checks,
): readonly Judged[] {
  const running = new Judge(context, prepareChecks(context, wanted));
  const bySequence = new Map<number, readonly Judged[]>();
  for (const exchange of exchanges) {
    const superseded = exchange.intent?.repeatOf;
    if (superseded !== undefined) bySequence.delete(superseded);
    bySequence.set(exchange.sequence, running.add(exchange));
  }
  return [...bySequence.values()].flat();
}

/** The checks that apply in a context, by their scope: a scope finds its subjects once for all of its checks. */
export type PreparedChecks = ReadonlyMap<Scope<Subject>, readonly Check[]>;

export function prepareChecks(context: JudgeContext, wanted: readonly Check[] = checks): PreparedChecks {
  const groups = new Map<Scope<Subject>, Check[]>();
  for (const one of applicable(wanted, context)) {
    const group = groups.get(one.scope);
    if (group === undefined) groups.set(one.scope, [one]);
    else group.push(one);
  }
  return groups;
}

/** A requirement of another version, or one whose needs the configuration does not meet, is not judged. */
function applicable(wanted: readonly Check[], context: JudgeContext): readonly Check[] {
  return wanted.filter(({ requirement: id }) => {
    const { versions, needs } = requirement(id);
    const capabilities: ReadonlySet<string> = context.capabilities;
    const known = ['authentication', 'callerIdentity', 'onBehalfOfUser', 'otherTeam'];
    return (
      versions.includes(context.apiVersion) && needs.every((need) => !known.includes(need) || capabilities.has(need))
    );
  });
}
