import { randomUUID } from 'node:crypto';
import type { Operation } from '../traffic/operation.ts';
import type { Call } from './call.ts';
import { readAction, readCard } from './card-body.ts';
import { readText, required } from './body-readers.ts';
import type { Cards, CardStore, PlacedCard } from './card-store.ts';
import type { FaultHooks } from './fault.ts';
import { pageOf, readListQuery, writeMark, type PageMark } from './list-query.ts';
import { manages, memberOf, refuseForeignCard } from './permissions.ts';
import type { Decisions } from './policy.ts';
import { presentCard } from './presentation.ts';
import { Refusal } from './refusal.ts';
import { jsonReply, noContent, type Reply } from './reply.ts';
import * as timeClock from './time-clock.ts';
import type { Held, Stamp } from './time-clock.ts';

/** Where an operation does its work. */
interface Workplace {
  readonly cards: CardStore;
  readonly hooks: FaultHooks;
  readonly decisions: Decisions;
  /** The server's time, in milliseconds since the epoch. */
  readonly time: number;
}

type Handler = (call: Call, at: Workplace) => Reply;

/** Every operation with the answer that its page documents. */
export const handlers: Readonly<Record<Operation, Handler>> = {
  list: (call, at) => {
    const query = readListQuery(call.received.query, at.decisions, call.version);
    const page = pageOf(seen(call, at).all(), query);
    const value = page.items.map(({ card }) => presentCard(card, call.version));
    return jsonReply(200, page.next ? { '@odata.nextLink': nextLink(call, page.next), value } : { value });
  },

  get: (call, at) => jsonReply(200, presentCard(cardOf(call, seen(call, at)).card, call.version)),

  create: (call, at) => {
    const input = readCard(call.body, call.version);
    const userId = ownerFor(call, at, input.userId);
    return created(call, at, timeClock.create(newCardId(), userId, input, newBreakId, stampFor(call, at)));
  },

  clockIn: (call, at) => {
    if (at.decisions.on('timeClock') === 'off')
      throw new Refusal('Conflict', 'The time clock of this schedule is off.');
    const input = readAction(call.body, call.version);
    const userId = ownerFor(call, at, input.onBehalfOfUserId);
    const open = at.cards.openCardOf(userId);
    const second = open === undefined ? 'anotherCard' : at.decisions.on('secondClockIn');
    if (second === 'refused') throw new Refusal('Conflict', 'The user is already clocked in.');
    if (open !== undefined && second === 'openCardAgain') return jsonReply(200, presentCard(open.card, call.version));
    if (open !== undefined && second === 'closesTheOpenOne') {
      const none = { isAtApprovedLocation: null, notes: null, onBehalfOfUserId: null };
      store(call, at, open, timeClock.clockOut(open, none, stampFor(call, at, open)));
    }
    return created(call, at, timeClock.clockIn(newCardId(), userId, input, stampFor(call, at)));
  },

  clockOut: (call, at) =>
    changed(call, at, (held, stamp) => timeClock.clockOut(held, readAction(call.body, call.version), stamp)),

  startBreak: (call, at) =>
    changed(call, at, (held, stamp) =>
      timeClock.startBreak(held, newBreakId(), readAction(call.body, call.version), stamp),
    ),

  endBreak: (call, at) =>
    changed(call, at, (held, stamp) => timeClock.endBreak(held, readAction(call.body, call.version), stamp)),

  replace: (call, at) => {
    const input = readCard(call.body, call.version);
    return changed(call, at, (held, stamp) => {
      const userId = input.userId === null ? held.card.userId : ownerFor(call, at, input.userId);
      return timeClock.replace(held, userId, input, newBreakId, stamp);
    });
  },

  delete: (call, at) => {
    const held = writableCardOf(call, at);
    store(call, at, held, undefined);
    return noContent;
  },

  /** Source: confirm page, caution: application permissions only together with the header. */
  confirm: (call, at) => {
    const { user } = call;
    if (user === undefined && at.decisions.on('confirmByApplication') === 'refused')
      throw new Refusal('Forbidden', 'MS-APP-ACTS-AS header needs to be set to confirm as an application.');
    return changed(call, at, (held, stamp) => timeClock.confirm(held, confirmerOf(call, at, held, user), stamp));
  },

  /** Source: beta confirmForUser page: application permission only, userId required, 200 with the card. */
  confirmForUser: (call, at) => {
    if (call.principal.kind === 'user') throw new Refusal('Forbidden', 'Delegated permissions are not supported.');
    const user = memberOf(call.team, required(call.body, 'userId', readText));
    const asUser: Call = { ...call, user };
    changed(asUser, at, (held, stamp) => timeClock.confirm(held, confirmerOf(call, at, held, user), stamp));
    return jsonReply(200, presentCard(cardOf(call, at.cards).card, call.version));
  },
};

/** Whose card it is to be. An application has no time card of its own. */
function ownerFor(call: Call, { decisions }: Workplace, named: string | null): string {
  const userId = named ?? call.user?.id;
  if (userId === undefined) throw new Refusal('BadRequest', 'An application must say for which user.');
  const member = memberOf(call.team, userId);
  refuseForeignCard(call.principal, call.team, member.id, decisions);
  return member.id;
}

/** Source: members of confirmedBy: the user of the card, or a manager. */
function confirmerOf(call: Call, at: Workplace, { card }: Held, user: Call['user']): 'user' | 'manager' {
  if (user?.id === card.userId) return 'user';
  if (user === undefined || manages(call.team, user.id, at.decisions)) return 'manager';
  throw new Refusal('Forbidden', 'Only the user of a time card or a manager may confirm it.');
}

/** The cards that a read shows. */
function seen(call: Call, { cards, hooks }: Workplace): Cards {
  return hooks.look ? hooks.look(cards, call) : cards;
}

function cardOf(call: Call, cards: Cards): PlacedCard {
  const held = cards.get(call.cardId);
  if (held === undefined) throw new Refusal('NotFound', 'Sorry, the time card was not found.');
  return held;
}

function writableCardOf(call: Call, at: Workplace): PlacedCard {
  const held = cardOf(call, at.cards);
  refuseForeignCard(call.principal, call.team, held.card.userId, at.decisions);
  return held;
}

function created(call: Call, at: Workplace, held: Held): Reply {
  const card = store(call, at, undefined, held) ?? held.card;
  return jsonReply(201, presentCard(card, call.version));
}

function changed(call: Call, at: Workplace, step: (held: Held, stamp: Stamp) => Held): Reply {
  const held = writableCardOf(call, at);
  store(call, at, held, step(held, stampFor(call, at, held)));
  return noContent;
}

/** Keeps what a write leaves behind, and tells what that is. */
function store(call: Call, { cards, hooks }: Workplace, before: Held | undefined, after: Held | undefined) {
  const honest = after?.card;
  const card = hooks.store ? hooks.store({ before: before?.card, after: honest, call, cards }) : honest;
  if (card === undefined) cards.delete(call.cardId);
  else cards.put({ origin: (after ?? before)?.origin ?? 'clocked', card });
  return card;
}

/** lastModifiedDateTime never goes back, whatever the machine's clock does. */
function stampFor({ principal, user }: Call, { time, decisions }: Workplace, held?: Held): Stamp {
  const application = principal.kind === 'application' ? principal.identity : null;
  const by = { application, device: null, user: user ?? null };
  return { by, time: held ? Math.max(time, Date.parse(held.card.lastModifiedDateTime)) : time, decisions };
}

/** Source: concepts/paging.md: absolute, with what was asked for and where to go on. */
function nextLink({ received }: Call, mark: PageMark): string {
  const asked = [...new URLSearchParams(received.query)].filter(([name]) => name.toLowerCase() !== '$skiptoken');
  const options = [...asked, ['$skiptoken', writeMark(mark)] as const];
  const query = options.map((option) => option.map(encodeOption).join('=')).join('&');
  return `${received.origin}${received.path}?${query}`;
}

function encodeOption(text: string): string {
  return encodeURIComponent(text).replaceAll('%24', '$');
}

function newCardId(): string {
  return `TCK_${randomUUID()}`;
}

function newBreakId(): string {
  return `BRK_${randomUUID()}`;
}
