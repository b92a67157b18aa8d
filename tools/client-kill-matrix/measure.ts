import { clientCases } from '../../clients/cases/index.ts';
import { judgeClient } from '../../clients/client-outcome.ts';
import type { ClientDefect, ClientVariant } from '../../clients/faulty/client-defect.ts';
import type { ClientCase } from '../../clients/scripted/client-case.ts';
import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { performInProcess } from '../../test/clients/in-process.ts';

export const seeds = [1, 2, 3] as const;

/** What runs with each seed make of one defect. */
export interface MeasuredClientDefect {
  readonly id: string;
  /** What catches it with the first seed. */
  readonly caughtBy: readonly RequirementId[];
  /** The cases in which the first of those that it names shows it. */
  readonly cases: readonly string[];
  /** The seeds with which a requirement that it names catches it. */
  readonly declaredIn: readonly number[];
}

export interface MeasuredClientVariant {
  readonly id: string;
  /** In words; none where it is not accused. */
  readonly accusations: readonly string[];
}

export interface ClientMeasurement {
  readonly defects: readonly MeasuredClientDefect[];
  readonly variants: readonly MeasuredClientVariant[];
}

/** The findings of one run: what is violated, and in which cases. */
export async function findingsOf(
  entry: ClientDefect | ClientVariant | undefined,
  seed: number,
  cases?: readonly ClientCase[],
) {
  const performance = await performInProcess({
    seed,
    plain: true,
    ...(entry === undefined ? {} : { seams: entry.start() }),
    ...(cases === undefined ? {} : { cases }),
  });
  return judgeClient(performance).findings;
}

export async function measureDefect(defect: ClientDefect): Promise<MeasuredClientDefect> {
  const declaredIn: number[] = [];
  let first: Awaited<ReturnType<typeof findingsOf>> | undefined;
  for (const seed of seeds) {
    const findings = await findingsOf(defect, seed);
    first ??= findings;
    if (findings.some(({ requirement: id }) => defect.caughtBy.includes(id))) declaredIn.push(seed);
  }
  const telling = (first ?? []).find(({ requirement: id }) => defect.caughtBy.includes(id));
  return {
    id: defect.id,
    caughtBy: (first ?? []).map(({ requirement: id }) => id),
    cases: telling?.client.cases ?? [],
    declaredIn,
  };
}

export async function measureVariant(variant: ClientVariant): Promise<MeasuredClientVariant> {
  const accusations = new Set<string>();
  for (const seed of seeds)
    for (const { requirement: id, violation, client } of await findingsOf(variant, seed))
      accusations.add(
        `${id} ${requirement(id).level} in ${client.case}: ${violation.pointer} ${JSON.stringify(violation.actual)}`,
      );
  return { id: variant.id, accusations: [...accusations] };
}

/** The cases of these names, and the ones that they are compared with. */
export function withControls(names: readonly string[]): readonly ClientCase[] {
  const wanted = new Set(names);
  for (const { id, control } of clientCases.toReversed())
    if (wanted.has(id) && control !== undefined) wanted.add(control);
  for (const { id, control } of clientCases.toReversed())
    if (wanted.has(id) && control !== undefined) wanted.add(control);
  return clientCases.filter(({ id }) => wanted.has(id));
}
