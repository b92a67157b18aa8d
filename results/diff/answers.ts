import type { AnswerRow } from '../../judgements/answer-row.ts';
import { classOfOutcome } from './class-of-outcome.ts';
import type { Compared, RunDifference } from './difference.ts';
import { mayBeChance, type CompareSettings, type Sampling } from './sampling.ts';

/** Fewer answers of a kind may be chance: what was there to be asked for follows from the seed. */
export const enough = 3;

/** Compares what two servers take and refuse, and from whom. Only what is without exception counts: the rest is chance. */
export function compareAnswers(
  left: readonly AnswerRow[],
  right: readonly AnswerRow[],
  { sampling, isOfTools }: CompareSettings = { sampling: 'counted', isOfTools: false },
): Compared {
  const after = new Map(right.map((row) => [answerKey(row), row]));
  let compared = 0;
  const differences = left.flatMap((from) => {
    const to = after.get(answerKey(from));
    if (
      to === undefined ||
      isUntold(from) ||
      isUntold(to) ||
      (isOfTools && (hasUnknown(from) || hasUnknown(to))) ||
      totalOf(from) < enough ||
      totalOf(to) < enough
    )
      return [];
    compared += 1;
    // Even the same requests meet a card in another state at times.
    const weighs = sampling === 'sameTraffic' ? 'counted' : sampling;
    const found = differenceOf(withoutBusy(from), withoutBusy(to), weighs);
    return isOfTools ? found.map(ofOthers) : found;
  });
  return { compared, differences };
}

/** Nobody says what traffic of others was meant to be: what is refused there may be refused rightly. */
function ofOthers(difference: RunDifference): RunDifference {
  if (difference.class !== 'breaking' || Number.parseInt(difference.to, 10) < 400) return difference;
  return { ...difference, class: 'unknown', because: 'in traffic of others, a request may be refused rightly' };
}

/** The tool kept the request, and not what it was answered with. */
function hasUnknown({ answers }: AnswerRow): boolean {
  return answers['none'] !== undefined;
}

export function answerKey({ operation, actor, intent }: AnswerRow): string {
  return `${operation}/${actor}/${intent}`;
}

function totalOf({ answers }: AnswerRow): number {
  return Object.values(answers).reduce((sum, count) => sum + count, 0);
}

function differenceOf(from: AnswerRow, to: AnswerRow, sampling: Sampling): readonly RunDifference[] {
  const [before, after] = [statusesOf(from), statusesOf(to)];
  const pair = onlyOf(before, after) ?? successes(before, after);
  if (pair === undefined || pair[0] === pair[1]) return refusedAtTimes(from, to, sampling);
  const { operation, actor, intent } = from;
  const [was, is] = pair.map((status) => ({ status: status === 'none' ? null : Number(status) }));
  if (was === undefined || is === undefined) return [];
  const classed = classOfOutcome(was, is);
  const isTightened = classed.class === 'breaking' && intent !== 'plain' && Number(pair[1]) >= 400;
  return [
    {
      id: `answers/${answerKey(from)}`,
      subject: `${operation} by ${actor}${intent === 'plain' ? '' : `, ${intent}`}`,
      from: pair[0],
      to: pair[1],
      ...classed,
      ...(isTightened
        ? { class: 'risky' as const, because: 'a request with a deliberate defect was accepted, and is refused' }
        : {}),
      ...(classed.class === 'loosened' && actor !== 'caller' ? { isOfRights: true as const } : {}),
    },
  ];
}

/**
 * What says nothing of what a server takes: that it is busy, that a gateway stands before it, that a cache had the answer, or
 * that no answer was recorded.
 */
const busy = new Set(['304', '429', '502', '503', '504', 'none']);

function isUntold(row: AnswerRow): boolean {
  const statuses = statusesOf(row);
  // A token that has ended refuses whatever is asked.
  const hasEnded = row.intent === 'plain' && row.actor === 'caller' && statuses.every((status) => status === '401');
  return hasEnded || statuses.every((status) => busy.has(status));
}

function withoutBusy(row: AnswerRow): AnswerRow {
  return { ...row, answers: Object.fromEntries(Object.entries(row.answers).filter(([status]) => !busy.has(status))) };
}

/** Some of what was always accepted is refused now, and more often than chance explains. */
function refusedAtTimes(from: AnswerRow, to: AnswerRow, sampling: Sampling): readonly RunDifference[] {
  const [of, among] = [totalOf(from), totalOf(to)];
  if (from.intent !== 'plain') return [];
  return (
    Object.entries(to.answers)
      .filter(([status]) => Number(status) >= 400 && !busy.has(status) && from.answers[status] === undefined)
      // A lock does not hold what only the state of a card decides.
      .filter(([status]) => sampling === 'counted' || (status !== '404' && status !== '409'))
      .filter(([, count]) => !mayBeChance(sampling, count, among, of))
      .map(([status]) => ({
        id: `answers/${answerKey(from)}`,
        class: 'breaking',
        subject: `${from.operation} by ${from.actor}`,
        from: statusesOf(from).join(' or '),
        to: `${status} at times`,
        because: 'some of what was accepted is refused',
      }))
  );
}

function statusesOf({ answers }: AnswerRow): readonly string[] {
  return Object.keys(answers);
}

/** Each has one status without exception. */
function onlyOf(before: readonly string[], after: readonly string[]): readonly [string, string] | undefined {
  const [from, to] = [before[0], after[0]];
  return before.length === 1 && after.length === 1 && from !== undefined && to !== undefined ? [from, to] : undefined;
}

/** What is accepted has one status without exception, whatever is refused beside it. */
function successes(before: readonly string[], after: readonly string[]): readonly [string, string] | undefined {
  const taken = (statuses: readonly string[]): readonly string[] => statuses.filter((status) => Number(status) < 400);
  const [from, to] = [taken(before), taken(after)];
  if (from.length > 0 && to.length === 0 && after.length === 1) return onlyOf(from.slice(0, 1), after);
  return onlyOf(from, to);
}
