import type { ObservedOutcome } from '../../judgements/observed-fact.ts';
import { classOfFact, classOfList, keepsAll, listedNames, type FactValue } from './class-of-fact.ts';
import { disputedCodes, type Classed } from './class-of-outcome.ts';
import type { ComparableRun } from './comparable-run.ts';
import type { Compared, RunDifference } from './difference.ts';
import { factsOf, type Fact } from './fact.ts';
import { isSeen, oneSided } from './one-sided.ts';
import { mayBeChance, type CompareSettings, type Sampling } from './sampling.ts';

/** Compares what two runs saw of undocumented behaviour. How often something was seen is chance, and no difference. */
export function compareFacts(
  left: Pick<ComparableRun, 'observations' | 'unseen'>,
  right: Pick<ComparableRun, 'observations' | 'unseen'>,
  settings: CompareSettings,
): Compared {
  const before = factsOf(left.observations, left.unseen);
  const after = factsOf(right.observations, right.unseen);
  const ids = new Set([...before.keys(), ...after.keys()]);
  let compared = 0;
  const differences = [...ids].flatMap((id) => {
    const [from, to] = [before.get(id), after.get(id)];
    if (!isSeen(from) || !isSeen(to)) {
      const found = oneSided(id, from, to, settings);
      if (found.every((one) => one.class !== 'notComparable')) compared += 1;
      return found;
    }
    compared += 1;
    return ofOneKind(from, to).flatMap(([one, other]) => differencesIn(id, one, other, settings));
  });
  return { compared, differences };
}

/** One subject may have a status and an effect: where both runs show both, each is compared with its like. */
function ofOneKind(from: Fact, to: Fact): readonly (readonly [Fact, Fact])[] {
  const parts = [true, false].map((ofStatus) => [partOf(from, ofStatus), partOf(to, ofStatus)] as const);
  return parts.every(([one, other]) => one.values.size > 0 && other.values.size > 0) ? parts : [[from, to]];
}

function partOf({ values, ...fact }: Fact, ofStatus: boolean): Fact {
  const isStatus = (outcome: ObservedOutcome | undefined): boolean =>
    outcome?.status !== undefined || outcome?.effect === 'accepted';
  return { ...fact, values: new Map([...values].filter(([, { outcome }]) => isStatus(outcome) === ofStatus)) };
}

function differencesIn(
  id: string,
  from: Fact,
  to: Fact,
  { sampling, isOfTools }: CompareSettings,
): readonly RunDifference[] {
  const gone = [...from.values.keys()].filter((value) => !to.values.has(value));
  const come = [...to.values.keys()].filter((value) => !from.values.has(value));
  if (gone.length === 0 && come.length === 0) return [];
  if (isOfTools && from.requirement === 'TC-GEN-023') return ofHeaders(id, from, to);
  const isOther = gone.length === from.values.size && come.length === to.values.size;
  if (!isOther) {
    const certain = come.filter((value) => !isChance(value, from, to, sampling));
    return [
      ...recoded(id, from, to, gone, come),
      ...split(
        id,
        from,
        certain.filter((value) => !hasStatusOf(value, to, gone, from)),
      ),
    ];
  }
  const [before, after] = [mostSeen(from), mostSeen(to)];
  const classed = classOfFact(from.requirement, valueOf(from, before), valueOf(to, after));
  return [{ id, subject: to.subject, from: before, to: after, ...classed, ...rightsOf(to.subject, classed) }];
}

/** A value that stands beside the old one now: told only where chance alone does not explain it. */
function split(id: string, from: Fact, come: readonly string[]): readonly RunDifference[] {
  return come.map((value) => ({
    id,
    class: 'risky',
    subject: from.subject,
    from: mostSeen(from),
    to: `${mostSeen(from)} or ${value}`,
    because: 'what was always the same no longer is',
    ...(from.requirement === 'TC-GEN-022' ? disputedCodes : {}),
  }));
}

/** Among several values one has another code now: that is a change of the code, and nothing new. */
function recoded(
  id: string,
  from: Fact,
  to: Fact,
  gone: readonly string[],
  come: readonly string[],
): readonly RunDifference[] {
  return come.flatMap((value) => {
    const former = gone.find((one) => hasStatusOf(value, to, [one], from));
    return former === undefined ? [] : [{ id, subject: from.subject, from: former, to: value, ...disputedCodes }];
  });
}

function hasStatusOf(value: string, { values }: Fact, others: readonly string[], { values: before }: Fact): boolean {
  const status = values.get(value)?.outcome?.status;
  return typeof status === 'number' && others.some((other) => before.get(other)?.outcome?.status === status);
}

/** That a value was not seen before, though it is as frequent as it is now: with other traffic, that may be chance. */
function isChance(value: string, from: Fact, to: Fact, sampling: Sampling): boolean {
  return mayBeChance(sampling, to.values.get(value)?.count ?? 0, totalOf(to), totalOf(from));
}

function totalOf({ values }: Fact): number {
  return [...values.values()].reduce((sum, { count }) => sum + count, 0);
}

function mostSeen({ values }: Fact): string {
  return [...values].toSorted(([a, left], [b, right]) => right.count - left.count || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

function valueOf({ values }: Fact, text: string): FactValue {
  return { text, outcome: values.get(text)?.outcome };
}

/** Of headers that a tool recorded, only that one is new says something: the tool may have left out any other. */
function ofHeaders(id: string, from: Fact, to: Fact): readonly RunDifference[] {
  const [before, after] = [from, to].map(({ values }) =>
    [...new Set([...values.keys()].flatMap(listedNames))].toSorted().join(', '),
  );
  if (before === undefined || after === undefined || before === after) return [];
  const classed: Classed = keepsAll(before, after)
    ? classOfList(before, after)
    : { class: 'notComparable', because: 'a tool that records traffic may leave headers out' };
  return [{ id, subject: to.subject, from: before || 'none', to: after || 'none', ...classed }];
}

/** Who may do more than before matters more than that something is accepted. */
function rightsOf(subject: string, { class: given }: Classed): Pick<RunDifference, 'isOfRights'> {
  const isOther = /second user|application|another user|not in the team/.test(subject);
  return given === 'loosened' && isOther ? { isOfRights: true } : {};
}
