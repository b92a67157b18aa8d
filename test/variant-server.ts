import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startReferenceServer, type ReferenceServer } from '../reference/server.ts';
import type { Json } from '../specs/json.ts';

/** A request on its way to the reference server. */
export interface PassingRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface PassingAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

export type Forward = (request: PassingRequest) => Promise<PassingAnswer>;

/** Stands between client and reference server. Hands on the very object that it was given where it changes nothing. */
export type Variation = (request: PassingRequest, forward: Forward) => Promise<PassingAnswer>;

/** How an answer goes over the wire. */
export type Delivery = 'whole' | 'chunked' | 'gzip' | 'closing' | 'undated';

export interface Variant {
  /** The first meets the client. Each is called once for a server, so that it can count and remember. */
  readonly vary?: readonly ((server: ReferenceServer) => Variation)[];
  readonly delivery?: Delivery;
  /** The server's clock. */
  readonly now?: () => number;
  /** Path below which everything lies. */
  readonly prefix?: string;
}

export interface VariantServer {
  readonly url: string;
  readonly reference: ReferenceServer;
  /** How many of the variations have changed nothing so far. */
  idle(): number;
  close(): Promise<void>;
}

/** Starts a reference server and, in front of it, one that differs from it where the documents leave freedom. */
export async function startVariantServer(variant: Variant): Promise<VariantServer> {
  const { delivery = 'whole', prefix = '', now } = variant;
  const reference = await startReferenceServer(now === undefined ? {} : { now });
  const agent = new Agent({ keepAlive: true });
  const variations = (variant.vary ?? []).map((start) => start(reference));
  const idle = new Set(variations);
  const answer = variations.reduceRight<Forward>(
    (next, variation) => async (request) => {
      let handedOn: PassingAnswer | undefined;
      const given = await variation(request, async (changed) => (handedOn = await next(changed)));
      if (given !== handedOn) idle.delete(variation);
      return given;
    },
    (request) => send(reference.url, agent, request),
  );
  const server = createServer((incoming, response) => {
    receive(incoming, prefix)
      .then(answer)
      .then((given) => deliver(response, prefix === '' ? given : below(prefix, given), delivery))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    reference,
    idle: () => idle.size,
    close: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await reference.close();
    },
  };
}

async function receive(incoming: IncomingMessage, prefix: string): Promise<PassingRequest> {
  const { method = '', url = '' } = incoming;
  return {
    method,
    url: url.startsWith(prefix) ? url.slice(prefix.length) : '/outside',
    headers: headersOf(incoming),
    text: await textOf(incoming),
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Keeps the Host that the client sent, so that links lead back to the variant and not past it. */
function send(origin: string, agent: Agent, { method, url, headers, text }: PassingRequest): Promise<PassingAnswer> {
  return new Promise((resolve, reject) => {
    const { 'content-length': _, 'transfer-encoding': __, ...kept } = headers;
    const length = text === '' ? {} : { 'content-length': String(Buffer.byteLength(text)) };
    const outgoing = httpRequest(`${origin}${url}`, { method, agent, headers: { ...kept, ...length } });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => resolve(answerIn(incoming)));
    outgoing.end(text);
  });
}

async function answerIn(incoming: IncomingMessage): Promise<PassingAnswer> {
  const text = await textOf(incoming);
  return {
    status: incoming.statusCode ?? 0,
    headers: headersOf(incoming),
    body: text === '' ? undefined : (JSON.parse(text) as Json),
  };
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Links lead to where the client came in. */
function below(prefix: string, answer: PassingAnswer): PassingAnswer {
  if (answer.body === undefined) return answer;
  const text = JSON.stringify(answer.body).replaceAll(/("@odata\.nextLink":"http:\/\/[^/"]+)\//g, `$1${prefix}/`);
  return { ...answer, body: JSON.parse(text) as Json };
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

function deliver(response: ServerResponse, { status, headers, body }: PassingAnswer, delivery: Delivery): void {
  response.sendDate = false;
  for (const [name, value] of Object.entries(headers)) {
    if (!hopByHop.has(name) && !(delivery === 'undated' && name === 'date')) response.setHeader(name, value);
  }
  if (delivery === 'closing') response.setHeader('connection', 'close');
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  const content = Buffer.from(JSON.stringify(body));
  if (delivery === 'gzip') {
    response.writeHead(status, { 'content-encoding': 'gzip' }).end(gzipSync(content));
  } else if (delivery === 'chunked') {
    response.writeHead(status).write(content.subarray(0, 7));
    response.write(content.subarray(7, 40));
    response.end(content.subarray(40));
  } else response.writeHead(status, { 'content-length': content.length }).end(content);
}
