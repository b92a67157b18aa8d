import type { Judged } from '../specs/judgement.ts';

/**
 * The requirements that a read violates only together with what came before it: it may show an old state. Another card
 * than the one asked for is no old state of it, so that is not waited for.
 */
export function suspectsOf(judged: readonly Judged[]): readonly Judged['requirement'][] {
  const violations = judged.flatMap(({ requirement, judgement }) =>
    judgement.kind === 'violated' && judgement.evidence.length > 1 ? [{ requirement, judgement }] : [],
  );
  return violations.some(({ judgement }) => judgement.pointer === '/id')
    ? []
    : violations.map(({ requirement }) => requirement);
}
