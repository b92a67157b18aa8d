import type { Json } from '../traffic/json.ts';

/** What goes out, before it is written. Plain data, so that a fault can change it. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Content;
}

type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly value: Json }
  /** Text as it stands, with its own media type; only faults answer so. */
  | { readonly kind: 'text'; readonly type: string; readonly text: string };

export function jsonReply(status: number, value: Json): Reply {
  return { status, headers: {}, content: { kind: 'json', value } };
}

export const noContent: Reply = { status: 204, headers: {}, content: { kind: 'none' } };
