import type { Exchange } from '../../traffic/exchange.ts';
import type { CapturedFinding } from '../../judgements/finding.ts';
import type { Violated } from '../../judgements/judgement.ts';
import { requirement as rowOf } from '../../specs/requirements/index.ts';
import { EvidenceRoom } from '../shrink/evidence.ts';
import type { Tallies } from '../tally.ts';
import { cardOf } from './card-appearances.ts';

/** More of the past of a card than this helps nobody to see what went wrong. */
const mostBefore = 8;

/** One finding for each requirement that was violated, MUST first. */
export function capturedFindings(
  tallies: Tallies,
  exchanges: readonly Exchange[],
  file: string,
): readonly CapturedFinding[] {
  const room = new EvidenceRoom();
  const history = new PastWrites(exchanges);
  const rank = { MUST: 0, SHOULD: 1, MAY: 2, OBSERVE: 3 } as const;
  return tallies
    .violated()
    .toSorted(([left], [right]) => rank[rowOf(left).level] - rank[rowOf(right).level])
    .map(([requirement, { violation }]) => {
      const seen = tallies.seen(requirement);
      const decisive = history.at(violation.evidence.at(-1));
      const kept = room.keep(history.whatLedTo(violation), violation);
      return {
        requirement,
        violation,
        seen,
        stability: { failed: seen.violated, of: seen.exercised },
        reproduction: kept.exchanges,
        ...(kept.omitted === 0 ? {} : { omitted: kept.omitted }),
        minimal: true,
        place: { file, entry: decisive?.entry ?? decisive?.sequence ?? 0 },
      };
    });
}

/** The exchanges by their number, and the accepted writes by their card. */
class PastWrites {
  readonly #bySequence: ReadonlyMap<number, Exchange>;
  #byCard: ReadonlyMap<string, readonly Exchange[]> | undefined;

  constructor(exchanges: readonly Exchange[]) {
    this.#bySequence = new Map(exchanges.map((exchange) => [exchange.sequence, exchange]));
  }

  at(sequence: number | undefined): Exchange | undefined {
    return sequence === undefined ? undefined : this.#bySequence.get(sequence);
  }

  /** The evidence, and before it the last accepted writes to the cards that it speaks of. */
  whatLedTo({ evidence }: Violated): readonly Exchange[] {
    const last = evidence.at(-1) ?? 0;
    const shown = new Set(evidence);
    const cards = new Set([...shown].flatMap((sequence) => cardOfKnown(this.at(sequence)) ?? []));
    this.#byCard ??= acceptedWrites(this.#bySequence.values());
    const before = [...cards]
      .flatMap((card) => this.#byCard?.get(card) ?? [])
      .filter(({ sequence }) => sequence < last && !shown.has(sequence))
      .toSorted((left, right) => left.sequence - right.sequence);
    for (const { sequence } of before.slice(-mostBefore)) shown.add(sequence);
    return [...shown].toSorted((left, right) => left - right).flatMap((sequence) => this.at(sequence) ?? []);
  }
}

function cardOfKnown(exchange: Exchange | undefined): string | undefined {
  return exchange === undefined ? undefined : cardOf(exchange);
}

function acceptedWrites(exchanges: Iterable<Exchange>): ReadonlyMap<string, readonly Exchange[]> {
  const writes = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const card = isAcceptedWrite(exchange) ? cardOf(exchange) : undefined;
    if (card === undefined) continue;
    const known = writes.get(card);
    if (known === undefined) writes.set(card, [exchange]);
    else known.push(exchange);
  }
  return writes;
}

function isAcceptedWrite({ request, outcome }: Exchange): boolean {
  return request.method !== 'GET' && outcome.kind === 'response' && outcome.status < 300;
}
