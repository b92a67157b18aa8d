import { checkCapture, type CheckedCapture, type CaptureCheckSettings } from '../../engine/captured/check-capture.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { CapturedExchange } from '../../targets/captures/capture.ts';

/** An exchange that somebody else made, sent so long after the first one; who asked is unknown unless there is a token. */
export function at(
  milliseconds: number,
  { request, outcome, operation, startedAt: from, endedAt: to, serverClockOffset }: Exchange,
  more: Partial<CapturedExchange> = {},
): CapturedExchange {
  const startedAt = start + milliseconds;
  return {
    exchange: {
      sequence: 0,
      entry: 0,
      operation,
      actor: 'unknown',
      request,
      outcome,
      startedAt,
      endedAt: startedAt + (to - from),
      ...(serverClockOffset === undefined ? {} : { serverClockOffset }),
      throttledAttempts: 0,
    },
    ...more,
  };
}

const start = Date.parse('2025-01-07T21:35:36.271Z');

/** What is said of such traffic, in the order in which it is given. */
export function checked(
  exchanges: readonly CapturedExchange[],
  settings: Partial<CaptureCheckSettings> = {},
): CheckedCapture {
  const numbered = exchanges.map((captured, index) => {
    return { ...captured, exchange: { ...captured.exchange, sequence: index + 1, entry: index + 1 } };
  });
  const found = checkCapture(
    { format: 'har', entries: numbered.length, exchanges: numbered, faults: [] },
    { file: 'some.har', ...settings },
  );
  if (!('verdicts' in found)) throw new Error('there is no request for time cards');
  return found;
}

/** The requirements that do not hold. */
export function accused({ findings }: CheckedCapture): readonly RequirementId[] {
  return findings.map(({ requirement }) => requirement).toSorted();
}

export function verdictOn(id: RequirementId, { verdicts }: CheckedCapture): string {
  const found = verdicts.find(({ requirement }) => requirement === id);
  if (found === undefined) throw new Error(`there is no verdict on ${id}`);
  return found.because === undefined ? found.kind : `${found.kind}: ${found.because}`;
}
