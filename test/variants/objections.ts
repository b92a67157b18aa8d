import type { Behaviour } from '../../reference/behaviour.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { requirement } from '../../specs/requirements/index.ts';
import { runVariant, type VariantSettings } from './run-variant.ts';

/**
 * What speaks against the verdict `conforming`: findings, but for the rows that the server gives up, and rows that stay
 * open. So does a variant that made no difference, as it says nothing, and a card that was left behind.
 */
export async function objections(
  ways: readonly Behaviour[],
  settings: VariantSettings,
  { warns = [], leavesOpen, keepsCards }: Pick<Variant, 'warns' | 'leavesOpen' | 'keepsCards'> = {},
): Promise<readonly string[]> {
  const { end, verdict, accusations, idle } = await runVariant(ways, settings);
  const warned = new Set(end.verdicts.filter(({ kind }) => kind === 'warned').map((one) => one.requirement));
  const open = end.verdicts.filter(
    (one) => one.kind === 'inconclusive' && requirement(one.requirement).level === 'MUST',
  );
  return [
    ...accusations.filter((one) => !warns.some((id) => one.startsWith(id))),
    ...warns.filter((id) => !warned.has(id)).map((id) => `${id} is not given up at all`),
    ...(verdict === 'inconclusive' &&
    !open.some(({ because = '' }) => [leavesOpen ?? []].flat().some((words) => because.includes(words)))
      ? open.map(({ requirement: id, because }) => `${id} stays open: ${because}`)
      : []),
    ...(verdict === 'nonconforming' ? ['the verdict is nonconforming'] : []),
    ...idle.map((part) => `${part} made no difference`),
    ...(keepsCards === true ? [] : end.leftBehind.map((id) => `${id} was left behind`)),
    ...(end.stopped === undefined ? [] : [end.stopped]),
  ];
}
