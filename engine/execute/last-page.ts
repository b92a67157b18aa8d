import type { Exchange } from '../../traffic/exchange.ts';
import type { Target } from '../../targets/target.ts';
import { cardIdsIn, sameOrigin, answerText } from './answers.ts';
import { nextLinkOf } from '../../traffic/next-link.ts';
import { Crowd } from './crowd.ts';
import { allOf } from './sent.ts';

/** Most pages of a list that are followed. */
const mostPages = 50;

/** Most pages of one that goes on past others. */
const mostPastOthers = 12;

/** Longer ones would not fit into the request line of most servers. Characters. */
const longestLink = 8000;

/** A list of which the first page is there. */
interface ListToRead {
  readonly first: Exchange;
  /** Goes on where pages show cards of others only, for some pages. */
  readonly passesOthers?: boolean;
  readonly follow: (link: string) => Promise<Exchange>;
}

/**
 * The last page that can be reached from each of the first, each by the link of the one before: page by page, the second
 * pages of all lists together, then the third.
 */
export async function lastPages(
  lists: readonly ListToRead[],
  target: Pick<Target, 'baseUrl' | 'remaining' | 'owns'>,
  crowd: Crowd = new Crowd(),
): Promise<readonly Exchange[]> {
  const isLimited = target.remaining() < Infinity;
  const walks = lists.map(
    (list) => new Walk(list, target.baseUrl, isLimited ? { crowd, owns: (id) => target.owns(id) } : undefined),
  );
  for (let page = 1; page < mostPages; page += 1) {
    const onward = walks.filter(({ link }) => link !== undefined);
    if (onward.length === 0 || target.remaining() < onward.length) break;
    await allOf(onward.map((walk) => walk.goOn()));
  }
  return walks.map(({ last }) => last);
}

/** Whose cards lists show. */
interface Beside {
  readonly crowd: Crowd;
  readonly owns: (id: string) => boolean;
}

/** One list that is read page by page. */
class Walk {
  readonly #baseUrl: string;
  readonly #follow: ListToRead['follow'];
  readonly #seen = new Set<string>();
  #last: Exchange;
  #isOver = false;
  readonly #beside: Beside | undefined;
  #foreignPages = 0;
  #foreignCards = 0;
  readonly #passesOthers: boolean;

  /** @param beside absent where no page is too many */
  constructor({ first, follow, passesOthers = false }: ListToRead, baseUrl: string, beside?: Beside) {
    this.#last = first;
    this.#passesOthers = passesOthers;
    this.#follow = follow;
    this.#baseUrl = baseUrl;
    this.#beside = beside;
    this.#countForeign();
  }

  get last(): Exchange {
    return this.#last;
  }

  /** Undefined where there is no next page, or none that is to be asked for. */
  get link(): string | undefined {
    const link = nextLinkOf(this.#last);
    if (this.#isOver || link === undefined || link.length > longestLink) return undefined;
    return sameOrigin(link, this.#baseUrl) ? link : undefined;
  }

  async goOn(): Promise<void> {
    const { link } = this;
    if (link === undefined) return;
    this.#last = await this.#follow(link);
    // A page that was there before goes on as it did before.
    this.#isOver = this.#seen.size === this.#seen.add(`${link} ${answerText(this.#last)}`).size;
    this.#countForeign();
  }

  #countForeign(): void {
    if (this.#beside === undefined) return;
    const { crowd, owns } = this.#beside;
    const ids = cardIdsIn(this.#last);
    this.#foreignCards += ids.filter((id) => !owns(id)).length;
    this.#foreignPages = ids.some(owns) ? 0 : this.#foreignPages + 1;
    const isCrowdedOut = crowd.endsWalk(this.#foreignPages, this.#foreignCards);
    this.#isOver ||= this.#passesOthers ? this.#foreignPages >= mostPastOthers : isCrowdedOut;
  }
}
