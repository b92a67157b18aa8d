/** How long a run searches. A limit of requests is a wall beside it: what that cuts off is left open. */
export const efforts = ['quick', 'normal', 'thorough'] as const;
export type Effort = (typeof efforts)[number];

/** Random cases of a phase, where nobody says how many. A quick run makes none. */
export const numRunsAt: Readonly<Record<Effort, number>> = { quick: 25, normal: 25, thorough: 500 };

/** True where a run of that effort makes what the other effort begins with. */
export function includes(effort: Effort, least: Effort): boolean {
  return efforts.indexOf(least) <= efforts.indexOf(effort);
}

/** A run and another, by the effort that each says it had; a normal one where it says nothing. */
export function searchesLess(
  one: { readonly effort?: Effort | undefined },
  other: { readonly effort?: Effort | undefined },
): boolean {
  return efforts.indexOf(one.effort ?? 'normal') < efforts.indexOf(other.effort ?? 'normal');
}
