import type { JudgeContext } from '../checks/context.ts';
import { judge } from '../checks/judge.ts';
import { checks } from '../checks/index.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Judged } from '../judgements/judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { context, traffic } from './exchanges.ts';

/** What the check of a requirement says of a traffic, each in a few words: `holds`, `violated: /id is 7`, `observed: 200`. */
export function answersOf(
  requirement: RequirementId,
  exchanges: readonly Exchange[],
  changes: Partial<JudgeContext> = {},
): readonly string[] {
  return judged(requirement, exchanges, changes).map(inWords);
}

/** Of what the check of a requirement observes something in a traffic. */
export function subjects(requirement: RequirementId, exchanges: readonly Exchange[]): readonly string[] {
  return judged(requirement, exchanges).flatMap((one) => (one.kind === 'observed' ? one.observation.subject : []));
}

function judged(
  requirement: RequirementId,
  exchanges: readonly Exchange[],
  changes: Partial<JudgeContext> = {},
): readonly Judged['judgement'][] {
  const its = checks.filter((one) => one.requirement === requirement);
  return judge(traffic(exchanges), { ...context, ...changes }, its).map(({ judgement }) => judgement);
}

function inWords(judgement: Judged['judgement']): string {
  switch (judgement.kind) {
    case 'violated':
      return `violated: ${judgement.pointer} is ${JSON.stringify(judgement.actual)}`;
    case 'observed':
      return `observed: ${String(judgement.observation.value)}`;
    case 'unseen':
      return `unseen: ${judgement.subject}`;
    case 'undecided':
      return `undecided: ${judgement.because}`;
    case 'holds':
      return judgement.kind;
  }
}
