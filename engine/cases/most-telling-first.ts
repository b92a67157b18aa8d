import type { Case } from './case.ts';
import type { PhasePlan } from './phase-plan.ts';

/**
 * The same cases, those that are named before all others and in the order of their names. A case that waits for what a run
 * has left open stays where it is.
 */
export function mostTellingFirst(plans: readonly PhasePlan[], names: readonly string[]): readonly PhasePlan[] {
  const movable = new Map(movableIn(plans).map((testCase) => [testCase.name, testCase]));
  const first = names.flatMap((name) => movable.get(name) ?? []);
  const moved = new Set(first);
  const rest = plans.map((plan) =>
    plan.kind === 'generated' ? plan : { ...plan, cases: plan.cases.filter((one) => !moved.has(one)) },
  );
  return [...inPhases(first), ...rest];
}

/** Races stay together, at the end: what they leave behind is chance. */
export function movableIn(plans: readonly PhasePlan[]): readonly Case[] {
  return plans
    .flatMap((plan) => (plan.kind === 'listed' ? plan.cases : []))
    .filter(({ phase, settles }) => phase !== 'races' && settles === undefined);
}

/** Neighbours of one phase together, in their order. */
function inPhases(cases: readonly Case[]): readonly PhasePlan[] {
  const plans: { readonly phase: Case['phase']; readonly kind: 'listed'; readonly cases: Case[] }[] = [];
  for (const testCase of cases) {
    const last = plans.at(-1);
    if (last?.phase === testCase.phase) last.cases.push(testCase);
    else plans.push({ phase: testCase.phase, kind: 'listed', cases: [testCase] });
  }
  return plans;
}
