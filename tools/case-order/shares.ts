import { affordable } from './greedy.ts';
import type { MeasuredCase } from './measured-case.ts';
import { tellingOrder } from './order.ts';

/** Which share of the defects the cases show that a budget affords: from 0 to 1. */
export interface Share {
  readonly requests: number;
  /** Of those that the order was made from. */
  readonly chosen: number;
  /** Of those that had no part in it: each third is held out once. */
  readonly heldOut: number;
}

const budgets = [25, 50, 150, 300, 430, 600, 1200] as const;
const parts = 3;

/** Whether an order that is made from some defects is as good for others. */
export function sharesOf(cases: readonly MeasuredCase[]): readonly Share[] {
  const all = [...new Set(cases.flatMap(({ defects }) => defects))];
  const chosenOrder = tellingOrder(cases);
  const folds = Array.from({ length: parts }, (_, part) => {
    const held = new Set(all.filter((id) => partOf(id) === part));
    return { held, order: tellingOrder(cases, (id) => !held.has(id)) };
  });
  const showing = new Map(cases.map(({ name, defects }) => [name, defects]));
  return budgets.map((requests) => {
    const shown = (order: ReturnType<typeof tellingOrder>, of: ReadonlySet<string>): number => {
      const names = affordable(order, requests).map(({ name }) => name);
      return new Set(names.flatMap((name) => showing.get(name) ?? []).filter((id) => of.has(id))).size;
    };
    const heldOut = folds.reduce((sum, { held, order }) => sum + shown(order, held), 0);
    const share = (count: number): number => Number((count / all.length).toFixed(4));
    return { requests, chosen: share(shown(chosenOrder, new Set(all))), heldOut: share(heldOut) };
  });
}

/** Neither the place in the catalogue nor the theme decides, and a new defect moves no other. */
function partOf(id: string): number {
  const sum = [...id].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return sum % parts;
}
