import type { EntryFault } from '../../judgements/capture-summary.ts';
import { headerValue } from '../../traffic/headers.ts';
import { readBody } from '../body.ts';
import { interactionOf } from '../recording/definition.ts';
import { entryFault } from '../recording/entry-shape.ts';
import { inertScope, type Definition, type Interaction, type RecordingHeader } from '../recording/format.ts';
import { NoCapture, type Capture, type CapturedExchange } from './capture.ts';
import { membersOf } from './members.ts';

/**
 * Reads the interactions of a recording as what anybody could have sent: who asked counts, and what for does not. One that
 * is malformed costs no other, as nothing is replayed here.
 * @throws NoCapture for a list that does not begin with the header of a recording
 */
export function readRecordedExchanges(entries: readonly unknown[]): Capture {
  const header = headerIn(entries[0]);
  if (header === undefined)
    throw new NoCapture(
      'is a JSON list that does not begin with the header of a recording; "timecard-conformance record" makes one',
    );
  const exchanges: CapturedExchange[] = [];
  const faults: EntryFault[] = [];
  const zero = Date.parse(header.startedAt);
  let interactions = 0;
  for (const [index, value] of entries.entries()) {
    if (membersOf(value)?.['scope'] === inertScope) continue;
    interactions += 1;
    const fault = entryFault(value);
    if (fault === undefined) exchanges.push(captured(interactionOf(value as Definition, zero), index + 1));
    else faults.push({ entry: index + 1, fault });
  }
  const { callerId, onBehalfOfUserId } = header.people;
  return {
    format: 'recording',
    entries: interactions,
    exchanges,
    faults,
    ...(header.capabilities.includes('callerIdentity') ? { callerId } : {}),
    ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId }),
  };
}

function headerIn(entry: unknown): RecordingHeader | undefined {
  const members = membersOf(entry);
  if (members?.['scope'] !== inertScope || entryFault(entry) !== undefined) return undefined;
  const recording = members['recording'] as { readonly kind?: unknown } | undefined;
  return recording?.kind === 'header' ? (recording as RecordingHeader) : undefined;
}

function captured({ request, outcome, startedAt, endedAt, asked }: Interaction, entry: number): CapturedExchange {
  const came =
    outcome.kind === 'transport'
      ? outcome
      : {
          kind: 'response' as const,
          status: outcome.status,
          headers: outcome.headers,
          body: readBody(outcome.text, headerValue(outcome.headers, 'content-type')),
        };
  return {
    exchange: {
      sequence: entry,
      entry,
      operation: 'unknown',
      actor: asked?.actor ?? 'unknown',
      request: {
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: readBody(request.text ?? '', headerValue(request.headers, 'content-type')),
      },
      outcome: came,
      startedAt,
      endedAt,
      throttledAttempts: 0,
    },
  };
}
