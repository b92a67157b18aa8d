import type { DifferenceClass } from './difference-class.ts';
import type { Severities } from './difference.ts';

/** What somebody decided about a difference; the longest pattern that fits is the most exact one. */
export function severityOf(id: string, severities: Severities): DifferenceClass | 'none' | undefined {
  const [pattern] = [...severities.keys()]
    .filter((one) => fits(one, id))
    .toSorted((one, other) => other.length - one.length);
  return pattern === undefined ? undefined : severities.get(pattern);
}

/** The patterns that fit nothing of what two runs saw: they may be slips. */
export function idlePatterns(severities: Severities, ids: readonly string[]): readonly string[] {
  return [...severities.keys()].filter((pattern) => !ids.some((id) => fits(pattern, id)));
}

/** A pattern without a slash stands for a requirement, and for every fact that belongs to it. */
function fits(pattern: string, id: string): boolean {
  const [requirement = ''] = id.split('/', 1);
  return matches(pattern, id) || (!pattern.includes('/') && matches(pattern, requirement));
}

/** Whether a text fits a pattern with `*`, in any letter case. */
export function matches(pattern: string, text: string): boolean {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\?]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i').test(text);
}
