import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';

/** The text at a place of a body; empty where there is none. */
export function textAt(value: Json, pointer: string): string {
  const found = at(value, pointer);
  return typeof found === 'string' ? found : '';
}

/** 0 where no answer came. */
export function statusOf({ outcome }: Exchange): number {
  return outcome.kind === 'response' ? outcome.status : 0;
}

export function bodyOf({ outcome }: Exchange): Json | undefined {
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? outcome.body.value : undefined;
}

/** What is in the answer to a list; undefined for what is no such answer. */
export function itemsIn(exchange: Exchange): readonly Json[] | undefined {
  const items = statusOf(exchange) === 200 ? at(bodyOf(exchange) ?? null, '/value') : undefined;
  return Array.isArray(items) ? (items as readonly Json[]) : undefined;
}
