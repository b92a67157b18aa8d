import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Behaviour } from './behaviour.ts';
import type { Received } from './call.ts';
import { dates } from './dates.ts';
import { deliver } from './delivery.ts';
import type { Fault } from './fault.ts';
import { caller, otherTeamId, secondUser, teamId } from './identities.ts';
import { layered } from './layers.ts';
import { Decisions, type Question } from './policy.ts';
import { errorBody, Refusal, traceHeaders, type RequestTrace } from './refusal.ts';
import { jsonReply, type Reply } from './reply.ts';
import { TimeClockService } from './time-clock-service.ts';
import { tokens, type TokenHolder } from './tokens.ts';

/** What a request was and what came of it, without tokens and bodies. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface ReferenceOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Loopback only, unless asked otherwise. */
  readonly host?: string;
  readonly fault?: Fault;
  /** What the server does otherwise where the documents leave it free; a fault acts within that. */
  readonly variant?: Behaviour;
  /** Told whenever the variant decides something, and what. */
  readonly onFreedom?: (question: Question) => void;
  /** The server's time, in milliseconds since the epoch. */
  readonly now?: () => number;
  /** Waits so many milliseconds by the server's time, where an answer comes late. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  readonly onRequest?: (seen: LoggedRequest) => void;
  /** Told of every request with its answer, as they went over the wire. */
  readonly onServed?: (served: Served) => void;
  /** Serves TLS with this certificate and key, as PEM; plain HTTP without. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** A request and the answer to it. */
export interface Served {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly reply: Reply;
  /** When the whole request was in, in milliseconds on a clock that never steps back. */
  readonly arrivedAt: number;
}

export interface ReferenceServer {
  /** Without the API version. */
  readonly url: string;
  readonly teamId: string;
  readonly otherTeamId: string;
  readonly users: { readonly caller: string; readonly secondUser: string };
  readonly tokens: Readonly<Record<TokenHolder, string>>;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

const largestBody = 1024 * 1024;

/** Starts an honest time clock in memory, or one with a fault, a variant or both. Rejects where the port cannot be had. */
export async function startReferenceServer(options: ReferenceOptions = {}): Promise<ReferenceServer> {
  const { port = 0, host = '127.0.0.1', now = Date.now, pause = sleep, fault, variant, tls } = options;
  const { onRequest, onServed, onFreedom } = options;
  const decisions = new Decisions(variant?.policy, onFreedom);
  const service = new TimeClockService(layered(variant?.start?.() ?? {}, fault?.start() ?? {}), decisions);
  const clock = apart(
    steady(() => ticking(now(), decisions)),
    decisions,
  );
  const place: Place = {
    service,
    decisions,
    clock,
    dated: dates(decisions),
    lateBy: pauses(decisions),
    pause,
    onRequest,
    onServed,
    waiting: 0,
  };
  const onArrival = (request: IncomingMessage, response: ServerResponse): void => void serve(request, response, place);
  const server =
    tls === undefined
      ? createServer({ keepAliveTimeout: 60_000 }, onArrival)
      : createTlsServer({ keepAliveTimeout: 60_000, ...tls }, onArrival);
  await listen(server, port, host);
  return {
    url: `http${tls === undefined ? '' : 's'}://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}${decisions.on('basePath')}`,
    teamId,
    otherTeamId,
    users: { caller: caller.id, secondUser: secondUser.id },
    tokens,
    close: () => close(server),
  };
}

/** What a request is served with. */
interface Place {
  readonly service: TimeClockService;
  readonly decisions: Decisions;
  readonly clock: () => number;
  readonly dated: ReturnType<typeof dates>;
  readonly lateBy: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly onRequest: ReferenceOptions['onRequest'];
  readonly onServed: ReferenceOptions['onServed'];
  /** Requests that are in and not answered yet. */
  waiting: number;
}

async function serve(request: IncomingMessage, response: ServerResponse, place: Place): Promise<void> {
  const { service, decisions, clock, dated, lateBy, pause, onRequest, onServed } = place;
  const body = await readBody(request);
  if (body === 'aborted') return;
  const arrivedAt = performance.now();
  place.waiting += 1;
  const delay = service.answersAfter;
  if (delay > 0) await sleep(delay);
  const trace = traceOf(request, clock());
  const reply =
    body === 'tooLarge' ? tooLarge(trace) : service.answer(receivedOf(request, body, trace.time, place), trace);
  place.waiting -= 1;
  const late = lateBy();
  if (late > 0) await pause(late);
  deliver(response, reply, { dated: dated(trace.time), accepts: request.headers['accept-encoding'] }, decisions);
  onRequest?.({ method: request.method ?? '', path: request.url ?? '', status: reply.status });
  onServed?.({ request, body: body === 'tooLarge' ? Buffer.alloc(0) : body, reply, arrivedAt });
}

/** Reads to the end even what is too large, without keeping it: a client that still writes would not see the answer. */
function readBody(request: IncomingMessage): Promise<Buffer | 'tooLarge' | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
    });
    request.on('end', () => resolve(size > largestBody ? 'tooLarge' : Buffer.concat(chunks)));
    request.on('error', () => resolve('aborted'));
    request.on('close', () => resolve('aborted'));
  });
}

function receivedOf(
  request: IncomingMessage,
  body: Buffer,
  time: number,
  { decisions, waiting: underWay }: Place,
): Received {
  const [whole = '', ...query] = (request.url ?? '').split('?');
  const base = decisions.on('basePath');
  const path = whole.startsWith(base) ? whole.slice(base.length) : `/outside${whole}`;
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { localAddress, localPort } = request.socket;
  const scheme = 'encrypted' in request.socket ? 'https' : 'http';
  const origin = `${scheme}://${request.headers.host ?? `${localAddress}:${localPort}`}${base}`;
  return { method: request.method ?? '', path, query: query.join('?'), origin, headers, body, time, underWay };
}

/** Like Graph, makes the id of the request stand for that of a client that sent none. */
function traceOf(request: IncomingMessage, time: number): RequestTrace {
  const requestId = randomUUID();
  const sent = request.headers['client-request-id'];
  return { requestId, clientRequestId: typeof sent === 'string' && sent !== '' ? sent : requestId, time };
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve(server.removeListener('error', reject) && undefined));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
