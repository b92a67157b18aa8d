import { withoutByteOrderMark } from '../../traffic/byte-order-mark.ts';
import type { Body } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';

/** So many are kept taken apart: whoever judges an exchange asks for its body again and again, and seldom for one of long ago. */
const mostKept = 64;
const recent = new Map<string, Json>();

/**
 * The same body, its JSON taken apart whenever somebody asks for it: of a long capture the text alone is kept, which takes
 * a fraction of the memory.
 */
export function onDemand(body: Body): Body {
  if (body.kind !== 'json') return body;
  const { text } = body;
  return {
    kind: 'json',
    get value() {
      return valueOf(text);
    },
    text,
  };
}

function valueOf(text: string): Json {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const value = JSON.parse(withoutByteOrderMark(text)) as Json;
  const [oldest] = recent.keys();
  if (recent.size >= mostKept && oldest !== undefined) recent.delete(oldest);
  recent.set(text, value);
  return value;
}
