import { seededGuid } from '../engine/cases/seeded.ts';
import type { Exchange } from '../traffic/exchange.ts';
import { locate } from '../traffic/location.ts';
import { runAgainst } from './run-against.ts';
import type { Habit, StrangeAnswer } from './foreign-servers.ts';

/** What an honest server answered in a run, each with the operation that asked for it. */
export interface Recorded {
  readonly operation: string;
  readonly answer: StrangeAnswer;
}

/** The answers of a short run against the honest server. */
export async function recordAnswers(): Promise<readonly Recorded[]> {
  const { exchanges } = await runAgainst(undefined, { numRuns: 2 }, { maxRequests: 500 });
  return exchanges.flatMap((exchange) => {
    const answer = answerOf(exchange);
    return answer === undefined ? [] : [{ operation: operationOf(exchange.request), answer }];
  });
}

/** Answers with what was recorded, in an order that has nothing to do with what is asked. */
export function outOfOrder(recorded: readonly Recorded[], seed: number): Habit {
  const shuffled = shuffle(recorded, seed);
  let next = 0;
  return () => shuffled[next++ % shuffled.length]?.answer ?? { status: 500 };
}

/** Answers each operation with what was recorded of it, but out of order. */
export function outOfOrderByOperation(recorded: readonly Recorded[], seed: number): Habit {
  const shuffled = shuffle(recorded, seed);
  const next = new Map<string, number>();
  return ({ method, path }) => {
    const operation = operationOf({ method, url: path });
    const answers = shuffled.filter((one) => one.operation === operation);
    const position = next.get(operation) ?? 0;
    next.set(operation, position + 1);
    return answers[position % answers.length]?.answer ?? { status: 404, body: {} };
  };
}

function answerOf({ outcome }: Exchange): StrangeAnswer | undefined {
  if (outcome.kind !== 'response') return undefined;
  const { status, body } = outcome;
  if (body.kind === 'empty') return { status };
  return { status, body: body.kind === 'json' ? body.value : body.text };
}

function operationOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return locate(method, url)?.operation ?? 'unknown';
}

/**
 * An order that follows from the seed and from nothing else. The first answer keeps its place: it is that to the question
 * whether there is a time clock at all.
 */
function shuffle([first, ...others]: readonly Recorded[], seed: number): readonly Recorded[] {
  const shuffled = others
    .map((one, index) => [seededGuid(seed, index), one] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, one]) => one);
  return first === undefined ? [] : [first, ...shuffled];
}
