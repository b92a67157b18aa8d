import type { Exchange } from '../../specs/exchange.ts';
import type { Json } from '../../specs/json.ts';
import { at } from '../../specs/pointer.ts';

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
