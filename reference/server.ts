import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Answering, largestBody, type AnsweringOptions } from './answering.ts';
import { deliver } from './delivery.ts';
import { caller, otherTeamId, secondUser, teamId } from './identities.ts';
import type { Reply } from './reply.ts';
import { tokens, type TokenHolder } from './tokens.ts';

/** What a request was and what came of it, without tokens and bodies. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface ReferenceOptions extends AnsweringOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Loopback only, unless asked otherwise. */
  readonly host?: string;
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

/** Starts an honest time clock in memory, or one with a fault, a variant or both. Rejects where the port cannot be had. */
export async function startReferenceServer(options: ReferenceOptions = {}): Promise<ReferenceServer> {
  const { port = 0, host = '127.0.0.1', tls } = options;
  const answering = new Answering(options);
  const onArrival = (request: IncomingMessage, response: ServerResponse): void =>
    void serve(request, response, answering, options);
  const server =
    tls === undefined
      ? createServer({ keepAliveTimeout: 60_000 }, onArrival)
      : createTlsServer({ keepAliveTimeout: 60_000, ...tls }, onArrival);
  await listen(server, port, host);
  return {
    url: `http${tls === undefined ? '' : 's'}://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}${answering.basePath}`,
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
  answering: Answering,
  { onRequest, onServed }: ReferenceOptions,
): Promise<void> {
  const body = await readBody(request);
  if (body === 'aborted') return;
  const arrivedAt = performance.now();
  const { method = '', url: target = '' } = request;
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const { reply, written } = await answering.answer({ method, target, headers, body, origin: originOf(request) });
  deliver(response, written);
  onRequest?.({ method, path: target, status: reply.status });
  onServed?.({ request, body: body === 'tooLarge' ? Buffer.alloc(0) : body, reply, arrivedAt });
}

function originOf({ headers, socket }: IncomingMessage): string {
  return `${'encrypted' in socket ? 'https' : 'http'}://${headers.host ?? `${socket.localAddress}:${socket.localPort}`}`;
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
