import type { RequirementId } from '../../specs/requirements/index.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import { goalsOf, type MeasuredCase } from './measured-case.ts';
import type { ShowingCase } from './showing-cases.ts';

/** The cases of one run. */
export interface ShownCases {
  readonly server:
    | { readonly kind: 'honest'; readonly apiVersion: ApiVersion }
    | { readonly kind: 'variant' | 'defect'; readonly id: string };
  readonly cases: readonly ShowingCase[];
}

/** On a variant so few cases let a requirement be judged that none of them may be left out unseen. */
const fewCases = 3;
/** What more cases than this show needs no record: whatever comes first shows it. */
const manyCases = 40;

/** What is known of each case, put together from all runs. Those of the honest servers say which cases there are. */
export function combined(runs: readonly ShownCases[]): readonly MeasuredCase[] {
  const requests = new Map<string, number>();
  const rows = new Map<string, Map<string, RequirementId[]>>();
  const defects = new Map<string, Set<string>>();
  const common = new Set<RequirementId>();
  const note = (name: string, server: string, ids: readonly RequirementId[]): void => {
    const known = rows.get(name) ?? new Map<string, RequirementId[]>();
    rows.set(name, known);
    known.set(server, [...new Set([...(known.get(server) ?? []), ...ids])].toSorted());
  };
  for (const { server, cases } of runs) {
    if (server.kind !== 'honest') continue;
    for (const [id, names] of namesByRow(cases)) if (names.size > fewCases) common.add(id);
    for (const one of cases) {
      requests.set(one.name, Math.max(requests.get(one.name) ?? 0, one.requests));
      note(one.name, server.apiVersion, one.held);
    }
  }
  for (const { server, cases } of runs) {
    switch (server.kind) {
      case 'honest':
        break;
      case 'defect':
        for (const { name, violated } of cases)
          if (violated.length > 0) defects.set(name, (defects.get(name) ?? new Set()).add(server.id));
        break;
      case 'variant':
        for (const [id, names] of namesByRow(cases))
          if (names.size <= fewCases && common.has(id)) for (const name of names) note(name, server.id, [id]);
    }
  }
  return [...requests].map(([name, most]) => ({
    name,
    requests: most,
    rows: Object.fromEntries(rows.get(name) ?? []),
    defects: [...(defects.get(name) ?? [])].toSorted(),
  }));
}

function namesByRow(cases: readonly ShowingCase[]): ReadonlyMap<RequirementId, ReadonlySet<string>> {
  const names = new Map<RequirementId, Set<string>>();
  for (const { name, held } of cases) for (const id of held) names.set(id, (names.get(id) ?? new Set()).add(name));
  return names;
}

/** Without what so many cases show that it decides nothing. */
export function decisive(cases: readonly MeasuredCase[]): readonly MeasuredCase[] {
  const counts = new Map<string, number>();
  for (const goal of cases.flatMap(goalsOf)) counts.set(goal, (counts.get(goal) ?? 0) + 1);
  const isRare = (goal: string): boolean => (counts.get(goal) ?? 0) <= manyCases;
  return cases.map(({ rows, defects, ...rest }) => ({
    ...rest,
    rows: Object.fromEntries(
      Object.entries(rows).map(([server, ids]) => [server, ids.filter((id) => isRare(`${server} ${id}`))]),
    ),
    defects: defects.filter(isRare),
  }));
}
