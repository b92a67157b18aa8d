/** More cards of others than that on one walk are many. */
const many = 100;
/** So many pages in a row without a card of ours are followed until it is known how many cards others have, and then. */
const [pagesAtFirst, pagesLater] = [3, 1];

/**
 * What is known of the cards of others. On a busy team the walks through lists would take all requests of a limited run, so that a
 * walk ends there where pages show nothing of ours. What was not reached stays open, and is not judged.
 */
export class Crowd {
  #isDense = false;

  /** True once there were many on one walk. */
  get isDense(): boolean {
    return this.#isDense;
  }

  /** So many pages in a row that show no card of ours end a walk that has met so many cards of others. */
  endsWalk(pages: number, cards: number): boolean {
    const most = this.#isDense ? pagesLater : pagesAtFirst;
    this.#isDense ||= cards > many;
    return this.#isDense && pages >= most;
  }
}
