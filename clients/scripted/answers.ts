import type { Json, JsonObject } from '../../traffic/json.ts';
import type { ListenerAnswer } from '../../targets/listening/listener.ts';
import type { Draw } from './draw.ts';

const graphJson = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** An answer with a JSON body, as Graph names its type. */
export function jsonAnswer(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): ListenerAnswer {
  return {
    status,
    headers: [['Content-Type', graphJson], ...Object.entries(headers)],
    text: JSON.stringify(body),
  };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): ListenerAnswer {
  return { status, headers: Object.entries(headers), text: '' };
}

/** An error in the shape of Graph. Source: concepts/errors.md, "Error resource type". */
export function refusal(
  status: number,
  code: string,
  draw: Draw,
  headers: Readonly<Record<string, string>> = {},
): ListenerAnswer {
  const ids = { 'request-id': draw.guid(), 'client-request-id': draw.guid() };
  const innerError = { date: '2025-01-07T21:35:36', ...ids };
  return jsonAnswer(status, { error: { code, message: `Made up for a test: ${draw.guid()}.`, innerError } }, headers);
}

/** An open card as the example of clockIn answers it. Source: clockIn, v1.0, Example response. */
export function openCard(draw: Draw, changes: JsonObject = {}): JsonObject {
  const userId = draw.guid();
  const by = { application: null, device: null, user: { id: userId, displayName: 'Alice Bradford' } };
  const dateTime = draw.instant();
  const clockInEvent = { dateTime, isAtApprovedLocation: true, notes: null };
  return {
    id: draw.cardId(),
    createdDateTime: dateTime,
    lastModifiedDateTime: dateTime,
    userId,
    state: 'clockedIn',
    confirmedBy: 'none',
    clockOutEvent: null,
    notes: null,
    createdBy: by,
    lastModifiedBy: by,
    clockInEvent,
    breaks: [],
    originalEntry: { clockInEvent, clockOutEvent: null, breaks: [] },
    ...changes,
  };
}

/** A card that was clocked out, with notes and a break. */
export function closedCard(draw: Draw, changes: JsonObject = {}): JsonObject {
  const event = (): JsonObject => ({ dateTime: draw.instant(), isAtApprovedLocation: false, notes: null });
  return openCard(draw, {
    state: 'clockedOut',
    clockOutEvent: event(),
    notes: { contentType: 'text', content: draw.text() },
    breaks: [{ breakId: draw.cardId(), notes: null, start: event(), end: event() }],
    ...changes,
  });
}
