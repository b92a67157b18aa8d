import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour } from './behaviour.ts';
import { dates } from './dates.ts';
import type { Fault } from './fault.ts';
import { layered } from './layers.ts';
import { Decisions, type Question } from './policy.ts';
import { errorBody, Refusal, traceHeaders, type RequestTrace } from './refusal.ts';
import { jsonReply, type Reply } from './reply.ts';
import { TimeClockService } from './time-clock-service.ts';
import { writtenReply, type Written } from './written.ts';

/** How the time clock behaves, and by what time. */
export interface AnsweringOptions {
  readonly fault?: Fault;
  /** What the server does otherwise where the documents leave it free; a fault acts within that. */
  readonly variant?: Behaviour;
  /** Told whenever the variant decides something, and what. */
  readonly onFreedom?: (question: Question) => void;
  /** The server's time, in milliseconds since the epoch. */
  readonly now?: () => number;
  /** Waits so many milliseconds by the server's time, where an answer comes late. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/** A whole request, whatever carried it. */
export interface Arrived {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer | 'tooLarge';
  /** Scheme, host and port that the caller used. */
  readonly origin: string;
}

/** The largest body that is read, in bytes. */
export const largestBody = 1024 * 1024;

/** The time clock from a request that is in to an answer that can go out, without a socket. */
export class Answering {
  readonly #service: TimeClockService;
  readonly #clock: () => number;
  readonly #dated: ReturnType<typeof dates>;
  readonly #lateBy: () => number;
  readonly #pause: (milliseconds: number) => Promise<unknown>;
  readonly #decisions: Decisions;
  /** Requests that are in and not answered yet. */
  #waiting = 0;

  constructor({ now = Date.now, pause = sleep, fault, variant, onFreedom }: AnsweringOptions) {
    const decisions = new Decisions(variant?.policy, onFreedom);
    this.#decisions = decisions;
    this.#service = new TimeClockService(layered(variant?.start?.() ?? {}, fault?.start() ?? {}), decisions);
    this.#clock = apart(
      steady(() => ticking(now(), decisions)),
      decisions,
    );
    this.#dated = dates(decisions);
    this.#lateBy = pauses(decisions);
    this.#pause = pause;
  }

  /** The path below which all lies. */
  get basePath(): string {
    return this.#decisions.on('basePath');
  }

  async answer(arrived: Arrived): Promise<{ readonly reply: Reply; readonly written: Written }> {
    this.#waiting += 1;
    const delay = this.#service.answersAfter;
    if (delay > 0) await sleep(delay);
    const trace = traceOf(arrived, this.#clock());
    const reply = this.#reply(arrived, trace);
    this.#waiting -= 1;
    const late = this.#lateBy();
    if (late > 0) await this.#pause(late);
    const delivery = { dated: this.#dated(trace.time), accepts: arrived.headers['accept-encoding'] };
    return { reply, written: writtenReply(reply, delivery, this.#decisions) };
  }

  #reply({ method, target, headers, body, origin }: Arrived, trace: RequestTrace): Reply {
    if (body === 'tooLarge') return tooLarge(trace);
    const [whole = '', ...query] = target.split('?');
    const base = this.basePath;
    const path = whole.startsWith(base) ? whole.slice(base.length) : `/outside${whole}`;
    const { time } = trace;
    return this.#service.answer(
      {
        method,
        path,
        query: query.join('?'),
        origin: `${origin}${base}`,
        headers,
        body,
        time,
        underWay: this.#waiting,
      },
      trace,
    );
  }
}

/** Like Graph, makes the id of the request stand for that of a client that sent none. */
function traceOf({ headers }: Arrived, time: number): RequestTrace {
  const requestId = randomUUID();
  const sent = headers['client-request-id'] ?? '';
  return { requestId, clientRequestId: sent === '' ? requestId : sent, time };
}

function tooLarge(trace: RequestTrace): Reply {
  const refusal = new Refusal('RequestEntityTooLarge', `The body is larger than ${largestBody} bytes.`);
  return { ...jsonReply(refusal.status, errorBody(refusal, trace)), headers: traceHeaders(trace) };
}

/** A clock that never steps back, so that times within one card keep their order. */
function steady(now: () => number): () => number {
  let last = 0;
  return () => (last = Math.max(last, now()));
}

/** One machine after the other answers. */
function apart(clock: () => number, decisions: Decisions): () => number {
  let answers = 0;
  return () => clock() + ((answers += 1) % 2) * decisions.on('clockSpread');
}

function ticking(time: number, decisions: Decisions): number {
  const tick = decisions.on('clockTick');
  return Math.floor((time + decisions.on('clockError')) / tick) * tick;
}

/** How long each answer waits, in turn. */
function pauses(decisions: Decisions): () => number {
  let answers = 0;
  return () => {
    const { every, milliseconds } = decisions.on('slowAnswers');
    return (answers += 1) % every === 0 ? milliseconds : 0;
  };
}
