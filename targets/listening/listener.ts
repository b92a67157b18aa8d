import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Headers } from '../../traffic/exchange.ts';
import type { Certificate } from './certificate.ts';
import type { ReceivedRequest } from './received-request.ts';

/** What a listener answers. */
export interface ListenerAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface ListenerOptions {
  /** Serves TLS with it; plain HTTP otherwise. */
  readonly certificate?: Certificate;
  /** Milliseconds; what times of arrival are told in. */
  readonly clock?: () => number;
}

/** A server on a free port of the loopback interface that answers as it is told. */
export interface Listener {
  readonly port: number;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

/** A request larger than this is cut off: nothing that a time card needs. */
const largestRequest = 64 * 1024 * 1024;

/** Starts a server on loopback that hands every request to `answer`, whole and as it came. */
export async function listen(
  answer: (request: ReceivedRequest) => ListenerAnswer,
  { certificate, clock = () => performance.now() }: ListenerOptions = {},
): Promise<Listener> {
  const connections = new WeakMap<Socket, number>();
  let connected = 0;
  const onRequest: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestRequest) request.destroy();
      else chunks.push(chunk);
    });
    request.on('error', () => undefined);
    request.on('end', () => {
      const known = connections.get(request.socket);
      const connection = known ?? (connected += 1);
      connections.set(request.socket, connection);
      send(response, answer(receivedFrom(request, Buffer.concat(chunks), connection, clock())));
    });
  };
  // Long enough that a client which waits before it repeats still finds its connection.
  const patience = { keepAliveTimeout: 120_000 };
  const server =
    certificate === undefined
      ? createServer(patience, onRequest)
      : createTlsServer({ ...patience, ...certificate }, onRequest);
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve());
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

function receivedFrom(request: IncomingMessage, raw: Buffer, connection: number, arrivedAt: number): ReceivedRequest {
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    headers: pairs(request.rawHeaders),
    raw,
    httpVersion: request.httpVersion,
    connection,
    arrivedAt,
  };
}

/** Names and values, which Node gives by turns. */
function pairs(flat: readonly string[]): Headers {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? ''] as const] : []));
}

function send(response: ServerResponse, { status, headers, text }: ListenerAnswer): void {
  response.on('error', () => undefined);
  const length: Headers = status === 204 ? [] : [['Content-Length', String(Buffer.byteLength(text))]];
  response.writeHead(status, [...headers, ...length].flat());
  response.end(status === 204 ? undefined : text);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
