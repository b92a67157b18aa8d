import type { Check } from '../../checks/check.ts';
import type { JudgeContext } from '../../checks/context.ts';
import { Judge, prepareChecks } from '../../checks/judge.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Judged } from '../../judgements/judgement.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { isThrottling } from '../../traffic/undecided-status.ts';
import { OfferedOperations } from '../execute/offered-operations.ts';
import { tookWrongWrite } from '../sent-wrong.ts';
import { Tallies } from '../tally.ts';
import { uncertaintyOf, type Uncertainty } from './doubts.ts';
import { CardAppearances } from './sightings.ts';
import type { Ticks } from './ticks.ts';

/** What the judgement of a capture came to. */
export interface CapturedJudgement {
  readonly tallies: Tallies;
  /** The requirements that seemed violated, and why that was not believed. */
  readonly doubts: ReadonlyMap<RequirementId, Uncertainty>;
}

/**
 * Judges traffic that others made. A read that seems to show a violation soon after a write is taken for one that lags,
 * and counts for nothing; the next one then stands in its place, as in a run that repeats it.
 *
 * @param onJudged is told of each exchange when it is judged, while its bodies are at hand
 */
export function judgeCaptured(
  exchanges: readonly Exchange[],
  context: JudgeContext,
  wanted: readonly Check[],
  ticks: Ticks,
  onJudged: (exchange: Exchange) => void = () => undefined,
): CapturedJudgement {
  const judge = new Judge(
    context,
    prepareChecks(
      context,
      wanted.filter((one) => isShownByOthers(one, ticks)),
    ),
  );
  const sightings = new CardAppearances(exchanges);
  const tallies = new Tallies();
  const doubts = new Map<RequirementId, Uncertainty>();
  // A requirement that was violated for as long as a run would wait is believed from then on.
  const believed = new Set<RequirementId>();
  let wrongWrite: Exchange | undefined;
  for (const exchange of exchanges) {
    const judged = judge.add(exchange);
    const kept: Judged[] = [];
    let lags = false;
    for (const one of isThrottled(exchange) ? [] : judged) {
      const { requirement, judgement } = one;
      const doubt = judgement.kind === 'violated' ? uncertaintyOf(judgement, exchange, sightings, ticks) : undefined;
      if (doubt === undefined || (doubt === 'lag' && believed.has(requirement))) {
        if (judgement.kind === 'violated' && isAcross(exchange, judgement.evidence)) believed.add(requirement);
        kept.push(one);
        continue;
      }
      doubts.set(requirement, doubt);
      lags ||= doubt === 'lag';
    }
    if (lags) judge.withdraw();
    const rest = lags ? kept.filter(isOfOneExchange) : kept;
    if (wrongWrite === undefined && tookWrongWrite(exchange)) wrongWrite = exchange;
    tallies.add(
      `${exchange.entry ?? exchange.sequence}`,
      'examples',
      rest,
      shownBy(rest, exchange, sightings, wrongWrite),
    );
    onJudged(exchange);
  }
  const offer = new OfferedOperations();
  offer.add(exchanges);
  tallies.areThere(offer.accepted());
  return { tallies, doubts };
}

/** Of times that are too coarse nobody knows what was under way together. */
function isShownByOthers({ requirement, scope }: Check, ticks: Ticks): boolean {
  return scope.needsMadeTraffic !== true && (ticks.size === 0 || !requirement.startsWith('TC-RACE-'));
}

/** What the judgements on an exchange rest on, that exchange included, and what may have spoiled the card before. */
function shownBy(
  judged: readonly Judged[],
  exchange: Exchange,
  sightings: CardAppearances,
  wrongWrite: Exchange | undefined,
): readonly Exchange[] {
  // Of what holds nobody asks what was before it.
  if (!judged.some(({ judgement }) => judgement.kind === 'violated')) return [exchange];
  const evidence = judged.flatMap(({ judgement }) => (judgement.kind === 'violated' ? judgement.evidence : []));
  const shown = [...new Set(evidence)].flatMap((sequence) => sightings.at(sequence) ?? []);
  const all = new Set([...(wrongWrite === undefined ? [] : [wrongWrite]), ...shown, exchange]);
  return [...all].toSorted((left, right) => left.sequence - right.sequence);
}

/** A read that shows something together with what was before it, and long enough after: nothing lagged. */
function isAcross({ request }: Exchange, evidence: readonly number[]): boolean {
  return request.method === 'GET' && evidence.length > 1;
}

/** An answer that says "not now" is never judged; a run waits it out. */
function isThrottled({ outcome }: Exchange): boolean {
  return outcome.kind === 'response' && isThrottling(outcome.status);
}

/** Of a read that may show an old state, what it says by itself. */
function isOfOneExchange({ judgement }: Judged): boolean {
  return judgement.kind !== 'violated' || judgement.evidence.length === 1;
}
