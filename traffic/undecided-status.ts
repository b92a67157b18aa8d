/** True for "not now": the same request may be done later. Source: concepts/throttling (429), concepts/errors (503). */
export function isThrottling(status: number): boolean {
  return status === 429 || status === 503;
}

/**
 * True for an answer after which nobody knows whether a write was done: 408, 429, or 5xx, of which 501 alone says that it was
 * not. Source: concepts/errors; of 429 staff of Microsoft (learn Q&A 5529013, 2025-08-21).
 */
export function leavesInDoubt(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501);
}
