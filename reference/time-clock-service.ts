import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { routes } from '../traffic/operation.ts';
import { authenticate } from './authentication.ts';
import type { Call, CallSoFar, Received } from './call.ts';
import { CardStore } from './card-store.ts';
import { decodedContent } from './content-coding.ts';
import type { FaultHooks, Understood } from './fault.ts';
import { teams } from './identities.ts';
import { handlers } from './operations.ts';
import { actingUser, hasScopeFor } from './permissions.ts';
import { Decisions } from './policy.ts';
import { errorBody, Refusal, traceHeaders, type RequestTrace } from './refusal.ts';
import { jsonReply, type Reply } from './reply.ts';
import { route } from './routing.ts';
import { scheduleOf, teamOfSchedule } from './schedule.ts';

/** The time clock from request to reply, without a socket. */
export class TimeClockService {
  readonly #hooks: FaultHooks;
  readonly #decisions: Decisions;
  readonly #cards = new Map([...teams.keys()].map((id) => [id, new CardStore()]));

  constructor(hooks: FaultHooks = {}, decisions = new Decisions()) {
    this.#hooks = hooks;
    this.#decisions = decisions;
  }

  /** Milliseconds that go by between a request and its answer. */
  get answersAfter(): number {
    return this.#hooks.answersAfter ?? 0;
  }

  answer(received: Received, trace: RequestTrace): Reply {
    const call: CallSoFar = { received };
    const { headers, ...rest } = this.#honestAnswer(received, trace, call);
    const reply = { ...rest, headers: { ...traceHeaders(trace), ...headers } };
    return this.#hooks.reply ? this.#hooks.reply(reply, call) : reply;
  }

  #honestAnswer(honest: Received, trace: RequestTrace, soFar: object): Reply {
    try {
      const received = this.#hooks.receive ? this.#hooks.receive(honest) : honest;
      const scheduled = teamOfSchedule(received.method, received.path);
      if (scheduled !== undefined) return this.#schedule(received, scheduled);
      const call = this.#understand(received, soFar);
      const cards = this.#cards.get(call.team.id);
      if (cards === undefined) throw new Refusal('NotFound', 'Sorry, the team was not found.');
      return handlers[call.operation](call, {
        cards,
        hooks: this.#hooks,
        decisions: this.#decisions,
        time: trace.time,
      });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : unexpected(error);
      return { ...jsonReply(refusal.status, errorBody(refusal, trace)), headers: refusal.headers };
    }
  }

  #schedule(received: Received, teamId: string): Reply {
    this.#identify(received);
    if (!teams.has(teamId))
      throw new Refusal('NotFound', 'Sorry, the team was not found, or you may not have access to it.');
    return jsonReply(200, scheduleOf(teamId, this.#decisions));
  }

  /** Who, where, what, may they, with what: each refused in this order. Notes in `soFar` how far it came. */
  #understand(received: Received, soFar: object): Call {
    const principal = this.#identify(received);
    const address = route(received.method, received.path);
    const understood = { received, ...address, principal };
    Object.assign(soFar, understood);
    this.#permit(understood);
    const team = teams.get(address.teamId);
    if (team === undefined)
      throw new Refusal('NotFound', 'Sorry, the team was not found, or you may not have access to it.');
    const user = actingUser(principal, received.headers['ms-app-acts-as'], team);
    const body = this.#readBody(understood);
    return Object.assign(soFar, { ...understood, team, user, body });
  }

  #identify(received: Received): Call['principal'] {
    const honest = authenticate(received.headers['authorization'], received.origin.startsWith('http:'));
    const found = honest instanceof Refusal ? undefined : honest;
    const principal = this.#hooks.identify ? this.#hooks.identify(found) : found;
    if (principal !== undefined) return principal;
    throw honest instanceof Refusal
      ? honest
      : new Refusal('InvalidAuthenticationToken', 'Access token validation failure.');
  }

  #permit(call: Understood): void {
    const honest = hasScopeFor(call.principal, call.operation);
    const permitted = this.#hooks.permit ? this.#hooks.permit(honest, call) : honest;
    if (!permitted) throw new Refusal('Forbidden', 'Missing scope permissions on the request.');
  }

  /** Source: pages, "Content-type: application/json. Required."; the startBreak example has none, so none is let pass. */
  #readBody(call: Understood): JsonObject {
    const { received } = call;
    const { body: documented, action } = routes[call.operation];
    if (!documented) return {};
    const type = received.headers['content-type'];
    if (type !== undefined && type.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
      throw new Refusal('UnsupportedMediaType', 'A body must be sent as application/json.');
    }
    const content = decodedContent(received.body, received.headers['content-encoding']);
    // Every parameter of an action is nullable (CSDL), so that no body says the same as an empty object.
    if (content.length === 0 && action !== undefined) return {};
    const parsed = parse(content);
    const body = this.#hooks.read ? this.#hooks.read(parsed, call) : parsed;
    if (!isJsonObject(body)) throw new Refusal('BadRequest', 'The body must be a JSON object.');
    return body;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(body: Buffer): Json {
  try {
    return JSON.parse(utf8.decode(body)) as Json;
  } catch {
    throw new Refusal(
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

function unexpected(error: unknown): Refusal {
  return new Refusal('InternalServerError', error instanceof Error ? error.message : String(error));
}
