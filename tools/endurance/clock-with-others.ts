import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMadeUp } from '../../traffic/made-up.ts';
import type { Json, JsonObject } from '../../traffic/json.ts';

/** A card as the server holds it. Whose it is follows from who asked for it, and not from what it says. */
export interface HeldCard {
  id: string | number;
  readonly madeBy: 'us' | 'others';
  card: { [name: string]: Json };
}

/** How a server differs from one that gives each new card an id of its own and answers with that card. */
export interface Habit {
  /** The id of the next card. */
  readonly nextId?: (clock: ClockWithOthers) => string | number;
  /** The card that a request for a new one is answered with, if not a new one. */
  readonly instead?: (clock: ClockWithOthers, userId: string, operation: 'create' | 'clockIn') => HeldCard | undefined;
  /** The text of an answer, if not its JSON. */
  readonly write?: (card: Json, clock: ClockWithOthers) => string;
  readonly isListed?: (held: HeldCard) => boolean;
  /** What others do when a card of ours was deleted, before the answer goes out. */
  readonly afterDelete?: (id: string | number, clock: ClockWithOthers) => void;
  /** What others do before each request. */
  readonly meanwhile?: (clock: ClockWithOthers) => void;
  /** A page of the list, instead of all cards. */
  readonly page?: (clock: ClockWithOthers, url: string) => Json;
  /** Milliseconds before a request is looked at; a little by itself, so that requests can meet. */
  readonly delay?: (clock: ClockWithOthers) => number;
  /** New cards are answered without their id. */
  readonly namesNoIds?: true;
  readonly refusesDeletes?: true;
}

export const people = {
  teamId: '871dbd5c-3a6a-4392-bfe1-042452793a50',
  caller: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2',
  colleague: 'e2c1d0b9-a8f7-4e6d-b5c4-a39281706f5e',
  stranger: 'f3d2e1c0-b9a8-4f7e-86d5-b4a392817060',
} as const;

/** A time clock that others use as well, with a log of every write that went where it should not. */
export class ClockWithOthers {
  /** Writes to what we did not make, each as a sentence. */
  readonly trespasses: string[] = [];
  readonly cards: HeldCard[] = [];
  readonly freed: (string | number)[] = [];
  writes = 0;
  requests = 0;
  made = 0;
  readonly #habit: Habit;
  #random: number;

  constructor(habit: Habit, seed: number) {
    this.#habit = habit;
    this.#random = seed * 7919 + 17;
    // What was there before: cards of the caller, of a colleague and of somebody whom nobody named, one of each still open.
    for (const userId of [people.caller, people.colleague, people.stranger]) {
      this.addTheirs(userId, 3 * hour, true);
      this.addTheirs(userId, 26 * hour, false);
    }
  }

  /** From 0 to 1, the same for the same seed. */
  random(): number {
    this.#random = (this.#random * 1103515245 + 12345) % 2 ** 31;
    return this.#random / 2 ** 31;
  }

  /** A card that somebody else makes. */
  addTheirs(userId: string, age: number, isOpen: boolean, id?: string | number): HeldCard {
    return this.#add('others', id ?? this.#nextId(), userId, {}, age, isOpen);
  }

  open(userId: string): HeldCard | undefined {
    return this.cards.find(({ card }) => card['userId'] === userId && card['state'] !== 'clockedOut');
  }

  async listen(): Promise<{ readonly url: string; readonly close: () => void }> {
    const server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        this.requests += 1;
        setTimeout(() => this.#answer(request, text, response), this.#habit.delay?.(this) ?? this.random() * 3);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      close: () => {
        server.closeAllConnections();
        server.close();
      },
    };
  }

  #answer({ method = '', url = '', headers }: IncomingMessage, text: string, response: ServerResponse): void {
    this.#habit.meanwhile?.(this);
    const place = placeOf(url);
    if (method !== 'GET') this.#watch(method, url, place, text, headers['ms-app-acts-as']);
    const reply = (status: number, body?: Json): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      const isCard = typeof body === 'object' && body !== null && 'id' in body;
      response.end(
        body === undefined
          ? ''
          : isCard
            ? (this.#habit.write?.(body, this) ?? JSON.stringify(body))
            : JSON.stringify(body),
      );
    };
    const sent = parsed(text);
    if (place.kind === 'elsewhere') return reply(404, { error: { code: 'NotFound', message: 'no such place' } });
    const address = `http://${headers.host ?? ''}${url.split('?')[0] ?? ''}`;
    if (place.kind === 'collection') return this.#onCollection(method, place.action, sent, reply, address);
    const held = this.cards.find(({ id }) => String(id) === place.id);
    if (held === undefined) return reply(404, { error: { code: 'NotFound', message: 'no such card' } });
    this.#onCard(held, method, place.action, sent, reply);
  }

  #onCollection(
    method: string,
    action: string | undefined,
    sent: JsonObject | undefined,
    reply: (status: number, body?: Json) => void,
    address: string,
  ): void {
    if (method === 'GET' && action === undefined) {
      if (this.#habit.page !== undefined) return reply(200, this.#habit.page(this, address));
      const isListed = this.#habit.isListed ?? (() => true);
      return reply(200, { value: this.cards.filter(isListed).map(({ card }) => card) });
    }
    if (method !== 'POST') return reply(405, { error: { code: 'MethodNotAllowed', message: 'no' } });
    if (sent === undefined) return reply(400, { error: { code: 'BadRequest', message: 'no JSON' } });
    const operation = action === undefined ? 'create' : 'clockIn';
    const named = sent[operation === 'create' ? 'userId' : 'onBehalfOfUserId'];
    const userId = typeof named === 'string' ? named : people.caller;
    const held =
      this.#habit.instead?.(this, userId, operation) ??
      this.#add(
        'us',
        this.#nextId(),
        userId,
        operation === 'create' ? sent : clockedIn(sent),
        0,
        operation === 'clockIn',
      );
    const { id: _, ...rest } = held.card;
    reply(201, this.#habit.namesNoIds === true ? rest : held.card);
  }

  #onCard(
    held: HeldCard,
    method: string,
    action: string | undefined,
    sent: JsonObject | undefined,
    reply: (status: number, body?: Json) => void,
  ): void {
    if (method === 'GET') return reply(200, held.card);
    if (method === 'DELETE' && action === undefined) {
      if (this.#habit.refusesDeletes === true)
        return reply(405, { error: { code: 'MethodNotAllowed', message: 'no' } });
      this.cards.splice(this.cards.indexOf(held), 1);
      this.freed.push(held.id);
      this.#habit.afterDelete?.(held.id, this);
      return reply(204);
    }
    if (method === 'PUT') Object.assign(held.card, sent ?? {}, { id: held.id });
    if (action === 'clockout') held.card['state'] = 'clockedOut';
    reply(204);
  }

  /** What a server makes of a path that takes it apart before it decodes it, or after. */
  #watch(method: string, url: string, place: Place, text: string, actsAs: string | string[] | undefined): void {
    this.writes += 1;
    const named = new Set<string>([people.caller, people.colleague]);
    for (const user of [...usersIn(text), ...[actsAs ?? []].flat()])
      if (user !== '' && !named.has(user.toLowerCase()) && !isMadeUp(user))
        this.trespasses.push(`${method} ${url} speaks of the user ${user}`);
    if (place.kind === 'elsewhere') this.trespasses.push(`${method} ${url} leads out of the time cards`);
    if (place.kind !== 'card') return;
    const held = this.cards.find(({ id }) => String(id) === place.id);
    if (held?.madeBy === 'others') this.trespasses.push(`${method} ${url} is about a card that others made`);
  }

  #nextId(): string | number {
    this.made += 1;
    return this.#habit.nextId?.(this) ?? `TCK_${this.made}-${Math.floor(this.random() * 1e9)}`;
  }

  #add(
    madeBy: HeldCard['madeBy'],
    id: string | number,
    userId: string,
    sent: JsonObject,
    age: number,
    isOpen: boolean,
  ): HeldCard {
    const time = new Date(Date.now() - age).toISOString();
    const event = { dateTime: time, isAtApprovedLocation: null, notes: null };
    const held: HeldCard = {
      id,
      madeBy,
      card: {
        id,
        userId,
        createdDateTime: time,
        lastModifiedDateTime: time,
        state: isOpen ? 'clockedIn' : 'clockedOut',
        clockInEvent: sent['clockInEvent'] ?? event,
        clockOutEvent: sent['clockOutEvent'] ?? (isOpen ? null : event),
        notes: null,
        breaks: [],
      },
    };
    this.cards.push(held);
    return held;
  }
}

const hour = 3_600_000;

/** What a clockIn says of a card: its notes, and where it was. */
function clockedIn({ notes = null, isAtApprovedLocation = null }: JsonObject): JsonObject {
  return { clockInEvent: { dateTime: new Date().toISOString(), notes, isAtApprovedLocation } };
}

type Place =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'collection'; readonly action: string | undefined }
  | { readonly kind: 'card'; readonly id: string; readonly action: string | undefined };

/** As careless servers find their way: everything is decoded first, `..` leads up, blanks at the ends are cut off. */
function placeOf(url: string): Place {
  const segments: string[] = [];
  for (const segment of decoded(url.split('?')[0] ?? '').split(/[/\\]/)) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment.trim());
  }
  const [version, teams, team, schedule, cards, first, second, ...rest] = segments;
  const isTeam = team === people.teamId || isMadeUp(team ?? '');
  if (version !== 'v1.0' || teams !== 'teams' || !isTeam || schedule !== 'schedule' || rest.length > 0)
    return { kind: 'elsewhere' };
  if (cards?.toLowerCase() !== 'timecards') return { kind: 'elsewhere' };
  if (first === undefined) return { kind: 'collection', action: undefined };
  const action = (name: string): string => name.toLowerCase().replace('microsoft.graph.', '');
  if (second === undefined && action(first) === 'clockin') return { kind: 'collection', action: 'clockin' };
  return { kind: 'card', id: first, action: second === undefined ? undefined : action(second) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text === '' ? '{}' : text) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

function usersIn(text: string): readonly string[] {
  const found = [...text.matchAll(/"(?:userId|onBehalfOfUserId)"\s*:\s*("[^"]*")/gi)];
  return found.map(([, id = '""']) => JSON.parse(id) as string);
}
