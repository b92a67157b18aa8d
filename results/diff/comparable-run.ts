import type { AnswerRow } from '../../judgements/answer-row.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { ObservationRow, UnseenRow } from '../../judgements/verdict.ts';
import type { RunFooter, RunHeader } from '../line.ts';
import type { RunReport } from '../report.ts';
import type { Verdict } from '../verdict.ts';
import type { Side } from './difference.ts';
import { lagClass, type LagClass } from './lag.ts';

/** What decides how much a run comes to see. */
export type Extent = Pick<RunHeader, 'effort' | 'numRuns' | 'budget' | 'suites' | 'requirements' | 'actors'>;

/** Everything about a run that another run, a lock, or traffic can be compared with. */
export interface ComparableRun {
  readonly side: Side;
  readonly kind: RunHeader['target']['kind'] | 'lock';
  /** What was judged: an address, a client's name, or the reference server, whose port is another each time. */
  readonly server: string;
  /** Absent in streams of 0.1.0. */
  readonly catalogue?: string;
  /** Absent for traffic of others. */
  readonly extent?: Extent;
  readonly verdicts: readonly Pick<Verdict, 'requirement' | 'kind'>[];
  /** Requirements that failed only sometimes. */
  readonly flaky: ReadonlySet<RequirementId>;
  readonly observations: readonly ObservationRow[];
  /** What it tried to observe, and there was nothing to see. */
  readonly unseen: readonly UnseenRow[];
  readonly answers: readonly AnswerRow[];
  /** False for a lock, which does not say how often anything was seen. */
  readonly isCounted: boolean;
  /** Absent where nobody measured it. */
  readonly lag?: LagClass;
  /** What a reader has to know about it, as sentence fragments. */
  readonly notes: readonly string[];
}

/** As much of a report as has to do with behaviour. */
export type Described = Pick<
  RunReport,
  'header' | 'verdicts' | 'findings' | 'observations' | 'unseen' | 'answers' | 'cutOff'
> & {
  readonly footer: Pick<RunFooter, 'longestLag' | 'stopped'>;
};

/** A result stream as `diff` compares it. */
export function comparableRun(report: Described, notes: readonly string[] = []): ComparableRun {
  const { header, footer, verdicts, findings, observations, unseen = [], answers = [] } = report;
  const { catalogue, capture } = header;
  return {
    side: sideOf(report),
    kind: header.target.kind,
    server: serverOf(report),
    ...(catalogue === undefined ? {} : { catalogue }),
    ...(capture === undefined ? { extent: sortedExtent(extentOf(header)) } : {}),
    verdicts,
    flaky: new Set(findings.flatMap((one) => (one.stability === 'flaky' ? [one.requirement] : []))),
    observations,
    unseen,
    answers,
    isCounted: true,
    ...(isMeasured(report) ? { lag: lagClass(footer.longestLag) } : {}),
    notes,
  };
}

/** Of a header or a lock, which hold more. */
export function extentOf({ effort, numRuns, budget, suites, requirements, actors }: Extent): Extent {
  return {
    ...(effort === undefined ? {} : { effort }),
    numRuns,
    suites,
    requirements,
    actors,
    ...(budget === undefined ? {} : { budget }),
  };
}

/** The order in which somebody named suites, requirements and actors means nothing. */
function sortedExtent({ suites, requirements, actors, ...others }: Extent): Extent {
  return {
    ...others,
    suites: suites.toSorted(),
    requirements: requirements.toSorted(),
    actors: actors.toSorted(),
  };
}

/** Traffic of others, clients and a run that was cut off say nothing about lag. */
function isMeasured({ header, cutOff }: Described): boolean {
  return header.capture === undefined && header.client === undefined && cutOff !== true;
}

function serverOf({ header: { target, client } }: Described): string {
  if (client !== undefined) return client.name;
  return target.kind === 'reference' ? 'the reference server' : target.baseUrl;
}

/** Traffic of others has no seed, and its results have only the date on which it was judged: neither is told. */
function sideOf({ header, footer }: Described): Side {
  const { suiteVersion, apiVersion, seed, startedAt, client, capture, target } = header;
  return {
    target: client === undefined ? (capture?.file ?? target.baseUrl) : `${client.name} ${client.version}`,
    suiteVersion,
    apiVersion,
    ...(capture === undefined ? { seed, startedAt } : {}),
    ...(footer.stopped === undefined ? {} : { stopped: footer.stopped }),
  };
}

/** True where both runs set out to send the same requests, apart from what the seed decides. */
export function isSameExtent({ extent: left }: ComparableRun, { extent: right }: ComparableRun): boolean {
  const said = ({ effort, numRuns, budget = {}, suites, requirements, actors }: Extent): string =>
    JSON.stringify([effort, numRuns, budget, suites, requirements, actors]);
  return left !== undefined && right !== undefined && said(left) === said(right);
}
