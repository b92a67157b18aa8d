import { changesBetween } from '../changes-between.ts';
import { requirements, type Requirement } from './index.ts';

/** The requirements whose id fits: an id, or a glob with `*` and `?`, in any case. */
export function requirementsMatching(pattern: string): readonly Requirement[] {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 'i');
  return requirements.filter(({ id }) => expression.test(id));
}

/** The requirement whose id takes the fewest changes of one character. */
export function nearestRequirement(text: string): Requirement {
  const [first, ...others] = requirements;
  if (first === undefined) throw new Error('There are no requirements.');
  const wanted = text.toUpperCase();
  let nearest = { row: first, changes: changesBetween(wanted, first.id) };
  for (const row of others) {
    const changes = changesBetween(wanted, row.id);
    if (changes < nearest.changes) nearest = { row, changes };
  }
  return nearest.row;
}
