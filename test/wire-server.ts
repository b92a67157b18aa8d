import { createServer, type Socket } from 'node:net';
import { unclaimedPort } from './unclaimed-port.ts';

/** One request as it came over the wire. */
export interface SeenOnWire {
  /** Method and target, as in `GET /v1.0/teams`. */
  readonly line: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** A byte for each character; a body in chunks with what stands between them. */
  readonly text: string;
}

/** What goes back: bytes that are written as they are, or something that is done to the connection. */
export type WireAnswer = string | Buffer | ((socket: Socket) => void);

export interface WireServer {
  readonly url: string;
  readonly port: number;
  /** Every request, in order. */
  readonly seen: readonly SeenOnWire[];
  /** How many connections were opened. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** A server that answers by the byte, so that it can break every rule of HTTP. */
export async function startWireServer(
  answer: (seen: SeenOnWire, count: number) => WireAnswer,
  wanted?: number,
): Promise<WireServer> {
  const seen: SeenOnWire[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    let received = '';
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const request = requestIn(received);
      if (request === undefined) return;
      received = '';
      seen.push(request);
      const given = answer(request, seen.length);
      if (typeof given === 'function') given(socket);
      else socket.write(given);
    });
  });
  // A test that closes this server and goes on asking must not reach the server of another test.
  const port = wanted ?? (await unclaimedPort());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** The request, once all of it is there. */
function requestIn(received: string): SeenOnWire | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [first = '', ...lines] = received.slice(0, end).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  );
  const text = received.slice(end + 4);
  if (text.length < Number(headers['content-length'] ?? 0)) return undefined;
  if (headers['transfer-encoding'] === 'chunked' && !text.endsWith('0\r\n\r\n')) return undefined;
  return { line: first.replace(/ HTTP\/1\.1$/, ''), headers, text };
}

/** A whole answer, its length told. */
export function answerOf(
  status: number,
  headers: readonly (readonly [string, string])[] = [],
  body: string | Buffer = '',
): Buffer {
  const content = Buffer.from(body);
  const length = status === 204 ? [] : [`content-length: ${content.length}`];
  const lines = [`HTTP/1.1 ${status} Told`, ...headers.map(([name, value]) => `${name}: ${value}`), ...length];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), content]);
}
