import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Received } from './call.ts';
import type { Fault } from './fault.ts';
import { caller, otherTeamId, secondUser, teamId } from './identities.ts';
import { errorBody, Refusal, traceHeaders, type Trace } from './refusal.ts';
import { json, jsonType, type Reply } from './reply.ts';
import { TimeClockService } from './time-clock-service.ts';
import { tokens, type TokenHolder } from './tokens.ts';

/** What a request was and what came of it, without tokens and bodies. */
export interface SeenRequest {
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
  /** The server's time, in milliseconds since the epoch. */
  readonly now?: () => number;
  readonly onRequest?: (seen: SeenRequest) => void;
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

/** Starts an honest time clock in memory, or one with a fault. Rejects where the port cannot be had. */
export async function startReferenceServer(options: ReferenceOptions = {}): Promise<ReferenceServer> {
  const { port = 0, host = '127.0.0.1', now = Date.now, onRequest } = options;
  const service = new TimeClockService(options.fault?.start());
  const clock = steady(now);
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void serve(request, response, service, clock, onRequest);
  });
  await listen(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    teamId,
    otherTeamId,
    users: { caller: caller.id, secondUser: secondUser.id },
    tokens,
    close: () => close(server),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  service: TimeClockService,
  clock: () => number,
  onRequest: ReferenceOptions['onRequest'],
): Promise<void> {
  const body = await readBody(request);
  if (body === 'aborted') return;
  const trace = traceOf(request, clock());
  const reply = body === 'tooLarge' ? tooLarge(trace) : service.answer(receivedOf(request, body), trace);
  write(response, reply, trace);
  onRequest?.({ method: request.method ?? '', path: request.url ?? '', status: reply.status });
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

function receivedOf(request: IncomingMessage, body: Buffer): Received {
  const [path = '', ...query] = (request.url ?? '').split('?');
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { localAddress, localPort } = request.socket;
  const origin = `http://${request.headers.host ?? `${localAddress}:${localPort}`}`;
  return { method: request.method ?? '', path, query: query.join('?'), origin, headers, body };
}

/** Like Graph, makes the id of the request stand for that of a client that sent none. */
function traceOf(request: IncomingMessage, time: number): Trace {
  const requestId = randomUUID();
  const sent = request.headers['client-request-id'];
  return { requestId, clientRequestId: typeof sent === 'string' && sent !== '' ? sent : requestId, time };
}

function tooLarge(trace: Trace): Reply {
  const refusal = new Refusal('RequestEntityTooLarge', `The body is larger than ${largestBody} bytes.`);
  return { ...json(refusal.status, errorBody(refusal, trace)), headers: traceHeaders(trace) };
}

function write(response: ServerResponse, { status, headers, content }: Reply, trace: Trace): void {
  const type = content.kind === 'json' ? jsonType : content.kind === 'text' ? content.type : undefined;
  const text = content.kind === 'json' ? JSON.stringify(content.value) : content.kind === 'text' ? content.text : '';
  const all = {
    date: new Date(trace.time).toUTCString(),
    ...(type === undefined ? {} : { 'content-type': type, 'content-length': String(Buffer.byteLength(text)) }),
    ...headers,
  };
  if (status === 204 && text !== '') writeByHand(response, status, all, text);
  else response.writeHead(status, all).end(text);
}

/** node:http rightly withholds the body of a 204; a server that sends one is imitated by a fault. */
function writeByHand(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  response.socket?.end(`HTTP/1.1 ${status} No Content\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
}

/** A clock that never steps back, so that times within one card keep their order. */
function steady(now: () => number): () => number {
  let last = 0;
  return () => (last = Math.max(last, now()));
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
