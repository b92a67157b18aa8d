import type { Entry, Trace } from '../trace/trace.ts';

/** In order; never empty, as the last one is there. */
export type Pages = readonly [first: Entry, ...others: Entry[]];

const walkOfLastPage = new WeakMap<Entry, Pages>();

/** The pages that lead to the last one, link by link, and that one. Asked by many checks, and found once. */
export function walkEndingWith(last: Entry, trace: Trace): Pages {
  const known = walkOfLastPage.get(last);
  if (known !== undefined) return known;
  const previous = pageBefore(last, trace);
  const pages: Pages = previous === undefined ? [last] : [...walkEndingWith(previous, trace), last];
  walkOfLastPage.set(last, pages);
  return pages;
}

/** The latest answer before it that links to it. */
export function pageBefore({ exchange, sequence }: Entry, trace: Trace): Entry | undefined {
  return trace.linkingTo(exchange.request.url, sequence);
}
