import type { Headers } from '../../../traffic/exchange.ts';
import { listOf, membersOf, textOf } from '../members.ts';

/** Headers as an object whose members are the names, each with a text or with a list of them. */
export function headersByName(value: unknown): Headers {
  return Object.entries(membersOf(value) ?? {}).flatMap(([name, content]) =>
    (listOf(content) ?? [content]).flatMap((one) => {
      const text = typeof one === 'number' ? String(one) : textOf(one);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}
