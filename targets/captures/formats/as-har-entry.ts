import type { Headers } from '../../../traffic/exchange.ts';

/** A body as a tool keeps it. */
export type KeptBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'base64'; readonly text: string }
  | { readonly kind: 'none' }
  /** There may have been one. */
  | { readonly kind: 'notKept' };

/** What the exports of tools have in common, whatever they call it. */
export interface KeptExchange {
  readonly method: unknown;
  readonly url: unknown;
  readonly requestHeaders: Headers;
  readonly sent: KeptBody;
  readonly status: unknown;
  readonly responseHeaders: Headers;
  readonly came: KeptBody;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | undefined;
  /** In milliseconds. */
  readonly duration: number;
  /** Why there was no answer. */
  readonly failure?: string;
}

/** As an entry of a HAR file, so that all that is known of how tools spoil bodies holds for every format. */
export function asHarEntry(kept: KeptExchange): object {
  const { sent, came, startedAt, failure } = kept;
  return {
    ...(startedAt === undefined || !Number.isFinite(startedAt)
      ? {}
      : { startedDateTime: new Date(startedAt).toISOString() }),
    time: kept.duration,
    request: {
      method: kept.method,
      url: kept.url,
      headers: named(kept.requestHeaders),
      bodySize: sent.kind === 'notKept' ? 1 : sent.kind === 'none' ? 0 : -1,
      ...(sent.kind === 'text' || sent.kind === 'base64' ? { postData: contentOf(sent) } : {}),
    },
    response: {
      status: failure === undefined ? kept.status : 0,
      headers: named(kept.responseHeaders),
      content: came.kind === 'notKept' ? {} : came.kind === 'none' ? { size: 0 } : contentOf(came),
      ...(failure === undefined ? {} : { _error: failure }),
    },
  };
}

function contentOf({ kind, text }: Extract<KeptBody, { readonly text: string }>): object {
  if (text === '') return { size: 0, text };
  return kind === 'base64' ? { text, encoding: 'base64' } : { text };
}

function named(headers: Headers): readonly object[] {
  return headers.map(([name, value]) => ({ name, value }));
}
