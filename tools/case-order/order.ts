import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { greedyOrder, untilAllReached, type Choice } from './greedy.ts';
import { goalsOf, type MeasuredCase } from './measured-case.ts';

/** The cases of the listed phases by the effort that they begin with. */
export type CaseOrder = Readonly<Record<'quick' | 'normal' | 'thorough', readonly string[]>>;

/** What a run begins with: the documents' own example shows which operations there are. */
const first = 'a whole life as documented';

/** Requests of a quick run. */
const quickRequests = 150;

/** A run is inconclusive until every MUST was judged; a defect is one of many that could be thought of. */
const weights = { MUST: 5, otherRow: 0.5, rowOfVariant: 0.05, defect: 1 } as const;

/** The cases in the order in which they tell most, for the rows that they let be judged and the defects that they show. */
export function tellingOrder(
  cases: readonly MeasuredCase[],
  counts: (defect: string) => boolean = () => true,
): readonly Choice[] {
  const choices = cases.map(({ name, requests, rows, defects }): Choice => ({
    name,
    cost: requests,
    reaches: goalsOf({ rows, defects: defects.filter(counts) }),
  }));
  return greedyOrder(choices, weightOf, first);
}

function weightOf(goal: string): number {
  const [server, id] = goal.split(' ');
  if (id === undefined) return weights.defect;
  if (!apiVersions.some((version) => version === server)) return weights.rowOfVariant;
  return requirement(id as RequirementId).level === 'MUST' ? weights.MUST : weights.otherRow;
}

/**
 * A normal run makes as many as are needed to show all that any of them shows; what comes behind shows the same again.
 */
export function caseOrderOf(cases: readonly MeasuredCase[]): CaseOrder {
  const order = tellingOrder(cases);
  const names = order.map(({ name }) => name);
  let sum = 0;
  const quick = order.findIndex(({ cost }) => (sum += cost) > quickRequests);
  const needed = untilAllReached(order);
  return { quick: names.slice(0, quick), normal: names.slice(quick, needed), thorough: names.slice(needed) };
}
