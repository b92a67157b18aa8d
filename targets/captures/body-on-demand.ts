import { withoutByteOrderMark } from '../../traffic/byte-order-mark.ts';
import type { Body } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';

type JsonBody = Extract<Body, { readonly kind: 'json' }>;

/** So many are kept taken apart: whoever judges an exchange asks for its body again and again, and seldom for one of long ago. */
const mostKept = 64;
const recent: (BodyOnDemand | undefined)[] = Array.from({ length: mostKept });
let next = 0;

/**
 * The same body, its JSON taken apart whenever somebody asks for it: of a long capture the text alone is kept, which takes
 * a fraction of the memory.
 */
export function onDemand(body: Body): Body {
  return body.kind === 'json' ? new BodyOnDemand(body.text) : body;
}

class BodyOnDemand implements JsonBody {
  readonly kind = 'json';
  readonly text: string;
  #value: Json | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get value(): Json {
    if (this.#value !== undefined) return this.#value;
    const oldest = recent[next];
    if (oldest !== undefined) oldest.#value = undefined;
    recent[next] = this;
    next = (next + 1) % mostKept;
    return (this.#value = JSON.parse(withoutByteOrderMark(this.text)) as Json);
  }

  /** As it is written: with its value, which is no member of the object itself. */
  toJSON(): JsonBody {
    const { kind, value, text } = this;
    return { kind, value, text };
  }
}
