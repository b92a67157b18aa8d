import type { Actor } from '../../traffic/actor.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { LimitReached } from '../../targets/limits.ts';
import type { Target } from '../../targets/target.ts';
import { sameOrigin } from '../execute/answers.ts';
import { nextLinkOf } from '../../traffic/next-link.ts';
import { itemsIn } from './answer.ts';
import { countLine, openCardsLine } from './card-lines.ts';
import type { ReadinessLine } from './line.ts';
import { membersLine, secondUserLine } from './people-lines.ts';
import { refusedRead, theApplication } from './refused-read.ts';
import { clockLine, scheduleLines } from './schedule-lines.ts';

/** More pages than a team has. */
const mostPages = 200;

/** Who is asked, and about whom. */
type Asked = Pick<Target, 'send' | 'people' | 'actors' | 'baseUrl'>;

/**
 * Looks at a team and its schedule with reads only, so that what would go wrong later is known before anything is written.
 * @param effort `whole` reads the list to its end and counts the cards of others; `quick` looks for open cards only
 */
export async function readReadiness(target: Asked, effort: 'whole' | 'quick'): Promise<readonly ReadinessLine[]> {
  const lines: ReadinessLine[] = [];
  try {
    for await (const line of new Look(target, effort).lines()) lines.push(line);
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    lines.push({
      what: 'service',
      state: 'missing',
      is: error.message,
      needed: 'answers',
      remedy: 'wait so long, then run doctor again',
    });
  }
  return lines;
}

class Look {
  readonly #target: Asked;
  readonly #effort: 'whole' | 'quick';
  readonly #team: string;

  constructor(target: Asked, effort: 'whole' | 'quick') {
    this.#target = target;
    this.#effort = effort;
    this.#team = `/teams/${encodeURIComponent(target.people.teamId)}`;
  }

  /** Whose token reads. */
  get #who(): string {
    return this.#target.actors.has('caller') ? 'the caller' : theApplication;
  }

  async *lines(): AsyncGenerator<ReadinessLine> {
    const { people, actors, baseUrl } = this.#target;
    const schedule = await this.#get('/schedule');
    if (schedule.outcome.kind === 'transport') return void (yield connectionLine(schedule.outcome.detail, baseUrl));
    yield* scheduleLines(schedule, people.teamId, this.#who);
    if (this.#effort === 'whole') {
      const first = await this.#get('/members');
      const { items } = await this.#walk(first);
      yield membersLine(first, itemsIn(first) === undefined ? undefined : items, people, this.#who);
    }
    const hasToken = actors.has('secondUser');
    if (this.#effort === 'whole' || hasToken)
      yield secondUserLine(hasToken ? await this.#get('/schedule/timeCards', 'secondUser') : undefined, people);
    yield* this.#cards();
    yield clockLine(schedule);
  }

  async *#cards(): AsyncGenerator<ReadinessLine> {
    const { people } = this.#target;
    const first = await this.#get('/schedule/timeCards');
    if (itemsIn(first) === undefined) {
      const { is, remedy } = refusedRead(first, this.#who);
      return void (yield { what: 'time cards', state: 'missing', is: `the list is ${is}`, needed: 'a list', remedy });
    }
    const quick = this.#effort === 'quick' ? await this.#openOnes(first) : undefined;
    const { items, isWhole } = quick ?? (await this.#walk(first));
    yield openCardsLine(items, people);
    if (quick === undefined) yield countLine(items, people, isWhole);
  }

  /** Only the open ones, where the list is long and the server tells them apart; undefined where it does not. */
  async #openOnes(first: Exchange): Promise<Walked | undefined> {
    if (nextLinkOf(first) === undefined) return { items: itemsIn(first) ?? [], isWhole: true };
    const found: Json[] = [];
    for (const state of ['clockedIn', 'onBreak']) {
      const page = await this.#get(`/schedule/timeCards?$filter=state%20eq%20'${state}'`);
      const cards = itemsIn(page);
      if (cards === undefined || cards.some((card) => at(card, '/state') !== state)) return undefined;
      found.push(...(await this.#walk(page)).items);
    }
    return { items: found, isWhole: true };
  }

  async #walk(first: Exchange): Promise<Walked> {
    const items = [...(itemsIn(first) ?? [])];
    let page = first;
    for (let pages = 1; pages < mostPages; pages += 1) {
      const link = nextLinkOf(page);
      if (link === undefined) return { items, isWhole: true };
      if (!sameOrigin(link, this.#target.baseUrl)) break;
      page = await this.#get(link);
      const more = itemsIn(page);
      if (more === undefined) break;
      items.push(...more);
    }
    return { items, isWhole: false };
  }

  #get(path: string, actor: Actor = 'caller'): Promise<Exchange> {
    const isLink = /^https?:/i.test(path);
    return this.#target.send({
      operation: isLink || path.startsWith('/schedule/timeCards') ? 'list' : 'unknown',
      method: 'GET',
      path: isLink ? path : `${this.#team}${path}`,
      actor,
      headers: {},
      purpose: 'preflight',
    });
  }
}

interface Walked {
  readonly items: readonly Json[];
  /** False where a page is missing. */
  readonly isWhole: boolean;
}

/** Where nothing comes back nothing is known of permissions, licences or people. */
function connectionLine(detail: string, baseUrl: string): ReadinessLine {
  return {
    what: 'connection',
    state: 'missing',
    is: `${baseUrl} cannot be reached (${detail})`,
    needed: 'an answer',
    remedy: 'check the network; behind a proxy that opens TLS give its certificate as --ca',
  };
}
