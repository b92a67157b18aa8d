import { clientChecks } from '../../clients/checks/index.ts';
import type { ClientDefect } from '../../clients/faulty/client-defect.ts';
import { judgePerformance } from '../../clients/judge-performance.ts';
import type { Scene } from '../../clients/scene.ts';
import { pseudonymous, sceneLine } from '../../clients/transcripts/write-transcript.ts';
import { performInProcess } from '../../test/clients/in-process.ts';

/** What every check says of a scene; those that say nothing are left out. */
function saidOf(scene: Scene): Readonly<Record<string, unknown>> {
  const said = clientChecks.map(({ requirement, judge }) => [requirement, judge(scene)] as const);
  return Object.fromEntries(said.filter(([, judgements]) => judgements.length > 0));
}

/**
 * The first scene that shows a defect, with what every check says of it: a line of clients/checks/violating-scenes.ndjson,
 * which the checks are tried on without a server.
 */
export async function violatingScene(defect: ClientDefect): Promise<string> {
  const performance = await performInProcess({ seed: 1, plain: true, seams: defect.start() });
  const { tallies } = judgePerformance(performance);
  const [shown] = tallies
    .filter(({ requirement }) => defect.caughtBy.includes(requirement))
    .flatMap(({ violations }) => violations);
  if (shown === undefined) throw new Error(`nothing shows ${defect.id}`);
  const begin = shown.scene.requests[0]?.arrivedAt ?? 0;
  return pseudonymous(
    { defect: defect.id, said: saidOf(shown.scene), scene: sceneLine(shown.scene, begin) },
    new Map(),
  );
}
