import type { Reply } from '../../reference/reply.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';

/** An error as the reference server writes it, for an answer that a defect refuses. */
export function errorIn({ headers }: Reply, code: string, message: string): JsonObject {
  const ids = { 'request-id': headers['request-id'] ?? '', 'client-request-id': headers['client-request-id'] ?? '' };
  return { error: { code, message, innerError: { date: '2025-01-07T21:35:36', ...ids } } };
}

/** The error object of an answer, if it is one. */
export function errorOf({ content }: Reply): JsonObject | undefined {
  const error = content.kind === 'json' && isJsonObject(content.value) ? content.value['error'] : undefined;
  return isJsonObject(error) ? error : undefined;
}
