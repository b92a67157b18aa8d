import type { RunReport } from '../report.ts';
import { compareAnswers } from './answers.ts';
import {
  differenceClasses,
  type Diff,
  type Difference,
  type DifferenceClass,
  type DifferenceGroup,
  type Severities,
  type Side,
} from './difference.ts';
import { compareFacts, type Compared } from './facts.ts';
import { compareVerdicts } from './verdicts.ts';

export interface DiffOptions {
  /** Further runs of the first server: what differs among them moves by itself. */
  readonly noise?: readonly RunReport[];
  readonly severities?: Severities;
}

/** What changed in behaviour from one run to another: grouped by the change itself, the worst first. Pure. */
export function diffReports(left: RunReport, right: RunReport, options: DiffOptions = {}): Diff {
  const moving = new Set((options.noise ?? []).flatMap((other) => changedIds(compare(left, other))));
  const { compared, differences } = compare(left, right);
  const steady = differences.filter(({ id, class: given }) => given === 'notComparable' || !moving.has(id));
  const told = steady.flatMap((one) => weighed(one, options.severities ?? new Map()));
  return {
    format: 1,
    left: sideOf(left),
    right: sideOf(right),
    compared,
    counts: countsOf(told),
    groups: grouped(told),
    unsteady: [...moving].toSorted(),
    notes: notesOn(left, right),
  };
}

function compare(left: RunReport, right: RunReport): Compared {
  const parts = [
    compareVerdicts(left, right),
    compareFacts(left.observations, right.observations, isSameTraffic(left, right)),
    compareAnswers(left.answers ?? [], right.answers ?? []),
  ];
  return {
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
    differences: parts.flatMap((part) => part.differences),
  };
}

/** One seed and one budget make one traffic: then a value that is new is no chance, unless reads lag behind writes. */
function isSameTraffic(
  { header: left, footer: before }: RunReport,
  { header: right, footer: after }: RunReport,
): boolean {
  const made = ({ suiteVersion, seed, numRuns, apiVersion, budget = {}, suites, requirements, actors }: typeof left) =>
    JSON.stringify([suiteVersion, seed, numRuns, apiVersion, budget, suites, requirements, [...actors].toSorted()]);
  const isPrompt = before.longestLag === 0 && after.longestLag === 0;
  return isPrompt && left.capture === undefined && right.capture === undefined && made(left) === made(right);
}

function changedIds({ differences }: Compared): readonly string[] {
  return differences.filter((one) => one.class !== 'notComparable').map(({ id }) => id);
}

/** The longest pattern that fits is the most exact one. */
function weighed(difference: Difference, severities: Severities): readonly Difference[] {
  const [pattern] = [...severities.keys()]
    .filter((one) => fits(one, difference.id))
    .toSorted((one, other) => other.length - one.length);
  const given = pattern === undefined ? undefined : severities.get(pattern);
  if (given === undefined) return [difference];
  return given === 'none' ? [] : [{ ...difference, class: given, because: 'so it was set' }];
}

function fits(pattern: string, id: string): boolean {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\?]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i').test(id);
}

function countsOf(differences: readonly Difference[]): Diff['counts'] {
  const of = (wanted: DifferenceClass): number => differences.filter((one) => one.class === wanted).length;
  return Object.fromEntries(differenceClasses.map((name) => [name, of(name)])) as Record<DifferenceClass, number>;
}

function grouped(differences: readonly Difference[]): readonly DifferenceGroup[] {
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
function changeOf({ class: given, from, to }: Pick<Difference, 'class' | 'from' | 'to'>): string {
  if (given === 'notComparable') return from === 'not seen' || from === 'no verdict' ? 'second' : 'first';
  const statuses = [from, to].map((text) => /^(\d{3})\b/.exec(text)?.[1]);
  const isOfStatus = statuses.every((one) => one !== undefined) && statuses[0] !== statuses[1];
  return isOfStatus ? statuses.join(' ') : `${from}\n${to}`;
}

function sideOf({ header, footer }: RunReport): Side {
  const { suiteVersion, apiVersion, seed, startedAt, client, capture, target } = header;
  return {
    target: client === undefined ? (capture?.file ?? target.baseUrl) : `${client.name} ${client.version}`,
    suiteVersion,
    apiVersion,
    seed,
    startedAt,
    ...(footer.stopped === undefined ? {} : { stopped: footer.stopped }),
  };
}

function notesOn({ header: left, footer: before }: RunReport, { header: right, footer: after }: RunReport): string[] {
  const differs = (what: (header: typeof left) => unknown): boolean =>
    JSON.stringify(what(left)) !== JSON.stringify(what(right));
  return [
    ...(differs(({ apiVersion }) => apiVersion)
      ? [`${left.apiVersion} against ${right.apiVersion}: beta may differ, so that nothing here fails`]
      : []),
    ...(differs(({ suiteVersion }) => suiteVersion)
      ? [`the suites are ${left.suiteVersion} and ${right.suiteVersion}: rows may have changed in between`]
      : []),
    ...(differs(({ seed, numRuns }) => [seed, numRuns])
      ? ['the seeds or numbers of runs differ: what only one run saw may be chance']
      : []),
    ...(differs(({ budget = {}, suites, requirements }) => [budget, suites, requirements])
      ? ['the budgets or choices differ: only what both runs came to is compared']
      : []),
    ...(differs(({ actors }) => [...actors].toSorted()) ? ['the runs had tokens for different actors'] : []),
    ...(before.stopped === undefined ? [] : [`the first run did not go to its end: ${before.stopped}`]),
    ...(after.stopped === undefined ? [] : [`the second run did not go to its end: ${after.stopped}`]),
  ];
}
