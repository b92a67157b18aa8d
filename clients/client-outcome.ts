import type { RequirementId } from '../specs/requirements/index.ts';
import { clientFindings } from './client-findings.ts';
import { judgePerformance, type JudgedPerformance } from './judge-performance.ts';
import type { ClientFinding } from '../judgements/finding.ts';
import { clientCases } from './cases/index.ts';
import type { Performance } from './scene.ts';
import type { ClientCase } from './scripted/client-case.ts';

/** A performance with all that follows from it. */
export interface JudgedClient extends JudgedPerformance {
  readonly findings: readonly ClientFinding[];
  readonly requests: number;
  readonly throttled: number;
}

export function judgeClient(
  performance: Performance,
  chosen?: ReadonlySet<RequirementId>,
  excluded?: ReadonlyMap<RequirementId, string>,
): JudgedClient {
  const judged = judgePerformance(performance, chosen, { excluded });
  const requests = performance.scenes.flatMap((scene) => scene.requests);
  return {
    ...judged,
    findings: clientFindings(judged.tallies, performance.seed),
    requests: requests.length,
    throttled: requests.filter(({ answer }) => answer.status === 429 || answer.status === 503).length,
  };
}

/** The cases that showed a violation to one fresh client only: a second one tells chance from habit. */
export function worthAnotherLook(
  seen: Performance,
  chosen?: ReadonlySet<RequirementId>,
  excluded?: ReadonlyMap<RequirementId, string>,
): readonly ClientCase[] {
  const { tallies } = judgePerformance(seen, chosen, { excluded });
  const showing = new Set(tallies.flatMap(({ violations }) => violations.slice(0, 1).map(({ scene }) => scene.case)));
  return clientCases.filter(({ id, clients = 1 }) => showing.has(id) && clients === 1);
}
