/** Something that can be chosen: what it costs, and which goals it reaches. */
export interface Choice {
  readonly name: string;
  readonly cost: number;
  readonly reaches: readonly string[];
}

/** What a goal is still worth each time it was reached: what one choice shows, another shows from another side. */
const decay = 0.2;

/**
 * All choices in a greedy order: next comes whatever is worth most for its cost, after all that come before it.
 *
 * @param first the name of the choice that begins
 */
export function greedyOrder(
  choices: readonly Choice[],
  weightOf: (goal: string) => number,
  first: string,
): readonly Choice[] {
  const left = new Set(choices);
  const worth = new Map<string, number>();
  const worthOf = (goal: string): number => worth.get(goal) ?? weightOf(goal);
  const perRequest = ({ cost, reaches }: Choice): number =>
    reaches.reduce((sum, goal) => sum + worthOf(goal), 0) / cost;
  const order: Choice[] = [];
  let next = choices.find(({ name }) => name === first) ?? choices[0];
  while (next !== undefined) {
    left.delete(next);
    order.push(next);
    for (const goal of next.reaches) worth.set(goal, worthOf(goal) * decay);
    next = best([...left], perRequest);
  }
  return order;
}

/** The first of those that are worth most. */
function best(choices: readonly Choice[], worthOf: (choice: Choice) => number): Choice | undefined {
  let found: { readonly choice: Choice; readonly worth: number } | undefined;
  for (const choice of choices) {
    const worth = worthOf(choice);
    if (found === undefined || worth > found.worth) found = { choice, worth };
  }
  return found?.choice;
}

/** How many of an order come first and together reach all that can be reached. */
export function untilAllReached(order: readonly Choice[]): number {
  const left = new Set(order.flatMap(({ reaches }) => reaches));
  const last = order.findIndex(({ reaches }) => {
    for (const goal of reaches) left.delete(goal);
    return left.size === 0;
  });
  return last === -1 ? 0 : last + 1;
}

/** Those that a budget affords, one after the other; what is too dear is left out, as a run with a limit does it. */
export function affordable(order: readonly Choice[], budget: number): readonly Choice[] {
  let left = budget;
  return order.filter(({ cost }) => {
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}
