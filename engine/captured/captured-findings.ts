import type { Exchange } from '../../specs/exchange.ts';
import type { CapturedFinding } from '../../specs/finding.ts';
import type { Violated } from '../../specs/judgement.ts';
import { requirement as rowOf } from '../../specs/requirements/index.ts';
import { EvidenceRoom } from '../evidence.ts';
import type { Tallies } from '../tally.ts';
import { cardOf } from './sightings.ts';

/** More of the past of a card than this helps nobody to see what went wrong. */
const mostBefore = 8;

/** One finding for each requirement that was violated, MUST first. */
export function capturedFindings(
  tallies: Tallies,
  exchanges: readonly Exchange[],
  file: string,
): readonly CapturedFinding[] {
  const room = new EvidenceRoom();
  const rank = { MUST: 0, SHOULD: 1, MAY: 2, OBSERVE: 3 } as const;
  return tallies
    .violated()
    .toSorted(([left], [right]) => rank[rowOf(left).level] - rank[rowOf(right).level])
    .map(([requirement, { violation }]) => {
      const seen = tallies.seen(requirement);
      const decisive = exchanges.find(({ sequence }) => sequence === violation.evidence.at(-1));
      const kept = room.keep(whatLedTo(violation, exchanges), violation);
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

/** The evidence, and before it the last accepted writes to the cards that it speaks of. */
function whatLedTo({ evidence }: Violated, exchanges: readonly Exchange[]): readonly Exchange[] {
  const last = evidence.at(-1) ?? 0;
  const shown = new Set(evidence);
  const cards = new Set(exchanges.filter(({ sequence }) => shown.has(sequence)).flatMap((one) => cardOf(one) ?? []));
  const before = exchanges.filter((one) => {
    const card = cardOf(one);
    return (
      one.sequence < last && !shown.has(one.sequence) && isAcceptedWrite(one) && card !== undefined && cards.has(card)
    );
  });
  for (const { sequence } of before.slice(-mostBefore)) shown.add(sequence);
  return exchanges.filter(({ sequence }) => shown.has(sequence));
}

function isAcceptedWrite({ request, outcome }: Exchange): boolean {
  return request.method !== 'GET' && outcome.kind === 'response' && outcome.status < 300;
}
