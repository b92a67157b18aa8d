import { isInDoubt } from '../checks/trace/trace.ts';
import type { Exchange, Phase } from '../traffic/exchange.ts';
import { requirement as requirementRow, type RequirementId } from '../specs/requirements/index.ts';
import type { Verdict } from '../judgements/verdict.ts';
import type { Case } from './cases/case.ts';
import type { CaseRun } from './execute/case-traffic.ts';
import { suiteOf } from './cases/suite.ts';

/** So many cases are run once more at most: on a server that refuses everything no second try helps. */
const mostCases = 8;
/** So many are remembered. */
const mostKept = 100;

/** A case of which an answer was lost, or in which what would have proved something was refused. */
export interface MissedCase {
  readonly place: string;
  readonly phase: Phase;
  readonly testCase: Case;
  /** What it has left open. */
  readonly open: ReadonlySet<RequirementId>;
  readonly lostAnswer: boolean;
}

/**
 * Cases that are worth another run: a gateway may lose one answer in a hundred, and a system behind the service refuse one
 * write now and then. Where that met the only case that can show something, it would stay open for no reason that lasts.
 */
export class SecondChances {
  #cases: MissedCase[] = [];

  note(place: string, phase: Phase, testCase: Case, { judged, exchanges }: CaseRun): void {
    if (this.#cases.length >= mostKept) return;
    const open = new Set(
      judged.flatMap(({ requirement, judgement }) =>
        judgement.kind === 'undecided' && ['noControl', 'cardInTheWay', 'transport'].includes(judgement.because)
          ? [requirement]
          : [],
      ),
    );
    const lostAnswer = exchanges.some(isLost);
    if (open.size > 0 || lostAnswer) this.#cases.push({ place, phase, testCase, open, lostAnswer });
  }

  /** The cases that may still show what is open, to be run once more each. @param verdicts after the case before */
  *cases(verdicts: () => readonly Verdict[]): Generator<MissedCase> {
    for (let count = 0; count < mostCases; count += 1) {
      const open = verdicts()
        .filter(({ kind, requirement }) => kind === 'inconclusive' && requirementRow(requirement).level === 'MUST')
        .map(({ requirement }) => requirement);
      const index = this.#cases.findIndex((one) => open.some((requirement) => mayShow(one, requirement)));
      const [next] = index === -1 ? [] : this.#cases.splice(index, 1);
      if (next === undefined) return;
      yield next;
    }
  }
}

function mayShow({ open, lostAnswer, testCase }: MissedCase, requirement: RequirementId): boolean {
  return open.has(requirement) || (lostAnswer && testCase.suites.includes(suiteOf(requirement)));
}

function isLost({ operation, outcome }: Exchange): boolean {
  return outcome.kind === 'transport' || outcome.status >= 500 || isInDoubt({ operation, status: outcome.status });
}
