import type { Exchange } from '../specs/exchange.ts';
import type { Target } from '../targets/target.ts';
import { nextLinkOf, sameOrigin, textOf } from './answers.ts';

/** Most pages of a list that are followed. */
const mostPages = 50;

/** Longer ones would not fit into the request line of most servers. Characters. */
const longestLink = 8000;

/** The last page that can be reached from the first, each by the link of the one before. */
export async function lastPage(
  first: Exchange,
  target: Pick<Target, 'baseUrl' | 'remaining'>,
  follow: (link: string) => Promise<Exchange>,
): Promise<Exchange> {
  let last = first;
  const seen = new Set<string>();
  for (let page = 1; page < mostPages && target.remaining() > 0; page += 1) {
    const link = nextLinkOf(last);
    if (link === undefined || link.length > longestLink || !sameOrigin(link, target.baseUrl)) break;
    last = await follow(link);
    // A page that was there before goes on as it did before.
    if (seen.size === seen.add(`${link} ${textOf(last)}`).size) break;
  }
  return last;
}
