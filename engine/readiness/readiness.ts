import { sameId } from '../../checks/assertions.ts';
import type { Actor } from '../../specs/actor.ts';
import type { Exchange } from '../../specs/exchange.ts';
import type { Json } from '../../specs/json.ts';
import { at } from '../../specs/pointer.ts';
import type { Target } from '../../targets/target.ts';
import { bodyOf, statusOf, textAt } from './answer.ts';
import type { ReadinessLine } from './line.ts';
import { clockLine, scheduleLines } from './schedule-lines.ts';
import { nextLinkOf, sameOrigin } from '../answers.ts';

/** More pages than a team has. */
const mostPages = 200;

/**
 * Looks at a team and its schedule with reads only, so that what would go wrong later is known before anything is written.
 * @param effort `whole` reads the list to its end and counts the cards of others; `quick` looks for open cards only
 */
export async function readReadiness(target: Target, effort: 'whole' | 'quick'): Promise<readonly ReadinessLine[]> {
  const look = new Look(target);
  const schedule = await look.get('/schedule');
  if (schedule.outcome.kind === 'transport') return [connectionLine(schedule.outcome.detail, target.baseUrl)];
  return [
    ...scheduleLines(schedule, target.people.teamId),
    ...(await look.members(effort)),
    ...(await look.cards(effort)),
    clockLine(schedule),
  ];
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

class Look {
  readonly #target: Target;
  readonly #team: string;

  constructor(target: Target) {
    this.#target = target;
    this.#team = `/teams/${encodeURIComponent(target.people.teamId)}`;
  }

  get(path: string, actor: Actor = 'caller'): Promise<Exchange> {
    const isList = path.startsWith('/schedule/timeCards') || path.startsWith('http');
    return this.#target.send({
      operation: isList ? 'list' : 'unknown',
      method: 'GET',
      path: path.startsWith('http') ? path : `${this.#team}${path}`,
      actor,
      headers: {},
      purpose: 'preflight',
    });
  }

  /** Who belongs to the team only a token with more rights can see; that whoever is asked may read the cards is enough. */
  async members(effort: 'whole' | 'quick'): Promise<readonly ReadinessLine[]> {
    const { people, actors } = this.#target;
    const lines: ReadinessLine[] = [];
    const wanted = [people.callerId, ...(people.onBehalfOfUserId === undefined ? [] : [people.onBehalfOfUserId])];
    if (effort === 'whole') {
      const exchange = await this.get('/members');
      const members = statusOf(exchange) === 200 ? at(bodyOf(exchange), '/value') : undefined;
      if (Array.isArray(members)) {
        const ids = (members as readonly Json[]).map((member) => at(member, '/userId'));
        const missing = wanted.filter((id) => !ids.some((member) => sameId(member, id)));
        const is =
          missing.length === 0 ? `all ${wanted.length} in the team` : `${missing.join(' and ')} not in the team`;
        lines.push({
          what: 'users in the team',
          state: missing.length === 0 ? 'ready' : 'missing',
          is,
          needed: 'every user of liveTenant.userIds, the first as an owner',
          ...(missing.length === 0 ? {} : { remedy: 'add them to the team' }),
        });
      } else
        lines.push({
          what: 'users in the team',
          state: 'unknown',
          is: `cannot be seen (${statusOf(exchange)}; that takes TeamMember.Read.All, which no run needs)`,
          needed: 'every user of liveTenant.userIds, the first as an owner',
        });
    }
    if (actors.has('secondUser')) {
      const status = statusOf(await this.get('/schedule/timeCards', 'secondUser'));
      lines.push({
        what: 'access of the second user',
        state: status === 200 ? 'ready' : 'missing',
        is: `the list of time cards is answered ${status}`,
        needed: '200',
        ...(status === 200
          ? {}
          : { remedy: 'add the second user to the team, and give consent to Schedule.ReadWrite.All' }),
      });
    }
    return lines;
  }

  async cards(effort: 'whole' | 'quick'): Promise<readonly ReadinessLine[]> {
    const first = await this.get('/schedule/timeCards');
    const status = statusOf(first);
    if (status !== 200)
      return [
        {
          what: 'time cards',
          state: 'missing',
          is: `the list is answered ${status}`,
          needed: '200',
          remedy:
            'check the permission Schedule.ReadWrite.All, the licence of the caller for Teams, and liveTenant.teamId',
        },
      ];
    const quick = effort === 'quick' ? await this.#openOnes(first) : undefined;
    const cards = quick ?? (await this.#walk(first));
    const { callerId, onBehalfOfUserId } = this.#target.people;
    const isOurs = (card: Json): boolean =>
      sameId(at(card, '/userId'), callerId) ||
      (onBehalfOfUserId !== undefined && sameId(at(card, '/userId'), onBehalfOfUserId));
    const open = cards.filter((card) => isOurs(card) && at(card, '/state') !== 'clockedOut');
    const lines: ReadinessLine[] = [
      {
        what: 'open time cards of these users',
        state: open.length === 0 ? 'ready' : 'missing',
        is:
          open.length === 0
            ? 'none'
            : open.map((card) => `${textAt(card, '/id')} of ${textAt(card, '/userId')}`).join(', '),
        needed: 'none, since a user has one at most',
        ...(open.length === 0 ? {} : { remedy: 'clock out in Teams, or run cleanup if an earlier run left them' }),
      },
    ];
    if (quick !== undefined) return lines;
    const foreign = cards.filter((card) => !isOurs(card)).length;
    const others = `${cards.length - foreign} of these users, ${foreign} of others`;
    return [
      ...lines,
      { what: 'time cards of the team', state: 'ready', is: others, needed: 'any; those of others are never touched' },
    ];
  }

  /** Only the open ones, where the list is long and the server tells them apart; undefined where it does not. */
  async #openOnes(first: Exchange): Promise<readonly Json[] | undefined> {
    if (nextLinkOf(first) === undefined) return cardsIn(first);
    const found: Json[] = [];
    for (const state of ['clockedIn', 'onBreak']) {
      const page = await this.get(`/schedule/timeCards?$filter=state%20eq%20'${state}'`);
      const cards = cardsIn(page);
      if (statusOf(page) !== 200 || cards.some((card) => at(card, '/state') !== state)) return undefined;
      found.push(...(await this.#walk(page)));
    }
    return found;
  }

  async #walk(first: Exchange): Promise<readonly Json[]> {
    const cards = [...cardsIn(first)];
    let page = first;
    for (let pages = 1; pages < mostPages; pages += 1) {
      const link = nextLinkOf(page);
      if (link === undefined || !sameOrigin(link, this.#target.baseUrl)) break;
      page = await this.get(link);
      cards.push(...cardsIn(page));
    }
    return cards;
  }
}

function cardsIn(exchange: Exchange): readonly Json[] {
  const items = statusOf(exchange) === 200 ? at(bodyOf(exchange), '/value') : undefined;
  return Array.isArray(items) ? (items as readonly Json[]) : [];
}
