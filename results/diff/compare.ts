import { isSameExtent, comparableRun, type ComparableRun } from './comparable-run.ts';
import type { RunReport } from '../report.ts';
import { identified } from '../observation-line.ts';
import { compareAnswers, answerKey } from './answers.ts';
import { differenceClasses, type DifferenceClass } from './difference-class.ts';
import type { Compared, Diff, RunDifference, DifferenceGroup, Severities } from './difference.ts';
import { compareFacts } from './facts.ts';
import { compareLag } from './lag.ts';
import { notSeen } from './one-sided.ts';
import { notesOn } from './notes.ts';
import type { Sampling } from './sampling.ts';
import { idlePatterns, severityOf } from './severities.ts';
import { compareVerdicts } from './verdicts.ts';

export interface DiffOptions<Run = RunReport> {
  /** Further runs of the first server: what differs among them differs by itself. */
  readonly noise?: readonly Run[];
  readonly severities?: Severities;
}

/** What changed in behaviour from one run to another: grouped by the change itself, the worst first. Pure. */
export function diffReports(left: RunReport, right: RunReport, { noise = [], ...options }: DiffOptions = {}): Diff {
  const runs = noise.map((report) => comparableRun(report));
  return diffRuns(comparableRun(left), comparableRun(right), { ...options, noise: runs });
}

/** The same for whatever can be compared: a run, traffic, or a lock. Pure. */
export function diffRuns(left: ComparableRun, right: ComparableRun, options: DiffOptions<ComparableRun> = {}): Diff {
  const { noise = [], severities = new Map() } = options;
  const moving = new Set(noise.flatMap((other) => changedIds(compare(left, other))));
  const { compared, differences } = compare(left, right);
  const steady = differences.filter(({ id, class: given }) => given === 'notComparable' || !moving.has(id));
  const hidden = steady
    .filter(({ id, class: given }) => given !== 'notComparable' && severityOf(id, severities) === 'none')
    .map(({ id }) => id);
  const told = steady.flatMap((one) => weighed(one, severities));
  return {
    format: 1,
    left: left.side,
    right: right.side,
    compared,
    counts: countsOf(told),
    groups: grouped(told),
    unsteady: [...moving].toSorted(),
    hidden: [...new Set(hidden)].toSorted(),
    notes: [
      ...notesOn(left, right),
      ...idlePatterns(severities, [...idsOf(left), ...idsOf(right)]).map(
        (pattern) => `--severities: nothing in these runs is called ${pattern}`,
      ),
    ],
  };
}

function compare(left: ComparableRun, right: ComparableRun): Compared {
  const settings = { sampling: samplingOf(left, right), isOfTools: isOfTools(left, right) };
  const parts = [
    compareVerdicts(left, right),
    compareFacts(left, right, settings),
    compareAnswers(left.answers, right.answers, settings),
    compareLag(left.lag, right.lag),
  ];
  return {
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}

/** A tool that records traffic may leave headers out: that one is gone then says nothing about the server. */
function isOfTools(left: ComparableRun, right: ComparableRun): boolean {
  return left.kind === 'capture' || right.kind === 'capture';
}

/** One seed and one budget make one traffic: then a value that is new is no chance, unless reads lag behind writes. */
function samplingOf(left: ComparableRun, right: ComparableRun): Sampling {
  const isSame = isSameExtent(left, right);
  const made = ({ side: { suiteVersion, seed, apiVersion } }: ComparableRun): string =>
    JSON.stringify([suiteVersion, seed, apiVersion]);
  const isPrompt = left.lag === 'none' && right.lag === 'none';
  if (isSame && isPrompt && left.isCounted && right.isCounted && made(left) === made(right)) return 'sameTraffic';
  if (left.isCounted && right.isCounted) return 'counted';
  return isSame && right.isCounted ? 'asOften' : 'uncounted';
}

function idsOf({ verdicts, observations, unseen, answers }: ComparableRun): readonly string[] {
  return [
    ...verdicts.map(({ requirement }) => requirement),
    ...observations.map((row) => identified(row).id),
    ...unseen.map(({ id }) => id),
    ...answers.map((row) => `answers/${answerKey(row)}`),
    'lag',
  ];
}

function changedIds({ differences }: Compared): readonly string[] {
  return differences.filter((one) => one.class !== 'notComparable').map(({ id }) => id);
}

function weighed(difference: RunDifference, severities: Severities): readonly RunDifference[] {
  const given = severityOf(difference.id, severities);
  if (given === undefined) return [difference];
  return given === 'none' ? [] : [{ ...difference, class: given, because: 'set by --severities' }];
}

function countsOf(differences: readonly { readonly class: DifferenceClass }[]): Diff['counts'] {
  const of = (wanted: DifferenceClass): number => differences.filter((one) => one.class === wanted).length;
  return Object.fromEntries(differenceClasses.map((name) => [name, of(name)])) as Record<DifferenceClass, number>;
}

function grouped(differences: readonly RunDifference[]): readonly DifferenceGroup[] {
  const groups = new Map<string, DifferenceGroup & { places: { id: string; subject: string }[] }>();
  for (const { id, subject, ...change } of differences) {
    const key = JSON.stringify([change.class, changeOf(change), change.because, change.isOfRights === true]);
    const group = groups.get(key) ?? { ...change, places: [] };
    group.places.push({ id, subject });
    groups.set(key, group);
  }
  const rank = ({ class: given, isOfRights }: DifferenceGroup): number =>
    differenceClasses.indexOf(given) - (isOfRights === true ? 0.5 : 0);
  return [...groups.values()].toSorted(
    (one, other) => rank(one) - rank(other) || other.places.length - one.places.length,
  );
}

/** A change of the status is one change, whichever codes come with it; what only one run saw is told once. */
function changeOf({ class: given, from, to }: Pick<RunDifference, 'class' | 'from' | 'to'>): string {
  if (given === 'notComparable') return from === notSeen || from === 'no verdict' ? 'second' : 'first';
  const statuses = [from, to].map((text) => /^(\d{3})\b/.exec(text)?.[1]);
  const isOfStatus = statuses.every((one) => one !== undefined) && statuses[0] !== statuses[1];
  return isOfStatus ? statuses.join(' ') : `${from}\n${to}`;
}
