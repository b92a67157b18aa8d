import type { RunEnd } from '../../engine/event.ts';
import type { RunReport } from '../../results/report.ts';
import { sampleFooter, sampleHeader } from '../sample-report.ts';

/** The report of a run, without the traffic of its findings, as `diff` reads it. */
export function reportOf({ verdicts, observations, unseen, answers, longestLag }: RunEnd, seed = 7): RunReport {
  return {
    header: sampleHeader({ seed }),
    verdicts,
    findings: [],
    observations,
    unseen,
    answers,
    score: { holding: 0, exercised: 0, total: 0 },
    footer: sampleFooter({ longestLag }),
  };
}
