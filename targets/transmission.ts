import http from 'node:http';
import https from 'node:https';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Headers, TransportFault } from '../traffic/exchange.ts';
import { headerValue } from '../traffic/headers.ts';
import { receivedAnswer, tooLarge } from './received-answer.ts';
import type { Wire, WireOutcome, WireRequest } from './wire.ts';

export interface TransmissionSettings {
  /** Milliseconds from sending to the last byte of the answer. */
  readonly timeout: number;
  /** Bytes of an answer's body, before and after decoding. */
  readonly maxResponseSize: number;
  /** PEM of additional certificate authorities. */
  readonly ca?: string;
}

/** How long a request that is under way may still take once a run is to end, and each one of its clean-up. Milliseconds. */
const lastMoment = 500;
const hurriedTimeout = 2000;

/**
 * Sends one request over node:http. Not fetch: fetch hides repeated headers, half bodies and the reason of a failure,
 * takes no certificate authority, and costs two to three times as much per request. The module is imported as one
 * object: names that are imported from it would not change when nock takes its place, and a replay would reach the network.
 */
export class Transmission implements Wire {
  readonly #settings: TransmissionSettings;
  readonly #http = new http.Agent({ keepAlive: true, maxSockets: 32 });
  readonly #https: https.Agent;
  readonly #underWay = new Set<(after: number) => void>();
  #timeout: number;

  constructor(settings: TransmissionSettings) {
    this.#settings = settings;
    this.#timeout = settings.timeout;
    this.#https = new https.Agent({
      keepAlive: true,
      maxSockets: 32,
      ...(settings.ca === undefined ? {} : { ca: settings.ca }),
    });
  }

  async send(request: WireRequest): Promise<WireOutcome> {
    const first = await this.#attempt(request);
    // A server may close an idle connection just as we reuse it. Whether it read the request before is not known, so only
    // what may be sent twice is sent again (RFC 9110, 9.2.2): a second clockIn could make a second card.
    if (first.staleConnection && request.method !== 'POST') return (await this.#attempt(request)).outcome;
    return first.outcome;
  }

  hurry(): void {
    this.#timeout = Math.min(this.#timeout, hurriedTimeout);
    for (const hurry of this.#underWay) hurry(lastMoment);
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  #attempt(request: WireRequest): Promise<{ outcome: WireOutcome; staleConnection: boolean }> {
    return new Promise((resolve) => {
      const secure = /^https:/i.test(request.url);
      const outgoing = (secure ? https : http).request(request.url, {
        method: request.method,
        path: pathAsWritten(request.url),
        agent: secure ? this.#https : this.#http,
        headers: outgoingHeaders(request),
      });
      let settled = false;
      const settle = (outcome: WireOutcome, staleConnection = false): void => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        this.#underWay.delete(endAfter);
        resolve({ outcome, staleConnection });
      };
      const timeout = this.#timeout;
      let timer: NodeJS.Timeout | undefined;
      const endAfter = (milliseconds: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          settle({ kind: 'transport', fault: 'timeout', detail: `no whole answer within ${milliseconds} ms` });
          outgoing.destroy();
        }, milliseconds);
      };
      endAfter(timeout);
      this.#underWay.add(endAfter);
      let whole: http.IncomingMessage | undefined;
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        // Bytes after a whole answer, such as a body after a 204, spoil the connection and not the answer.
        if (whole?.complete === true) return;
        const code = isNotTls(error) ? notTls : (error.code ?? error.message);
        settle(
          { kind: 'transport', fault: faultOf(code), detail: code },
          outgoing.reusedSocket && code === 'ECONNRESET',
        );
      });
      outgoing.on('response', (incoming) => {
        whole = incoming;
        this.#receive(incoming, settle, () => outgoing.destroy());
      });
      // Without a listener, node ends the connection and says only that it was reset.
      outgoing.on('upgrade', (incoming, socket) => {
        socket.destroy();
        settle({ kind: 'transport', fault: 'reset', detail: `${incoming.statusCode ?? 101}, another protocol` });
      });
      void write(outgoing, request);
    });
  }

  #receive(incoming: http.IncomingMessage, settle: (outcome: WireOutcome) => void, abort: () => void): void {
    const chunks: Buffer[] = [];
    let size = 0;
    const truncated: WireOutcome = {
      kind: 'transport',
      fault: 'truncated',
      detail: 'the connection ended within the body',
    };
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > this.#settings.maxResponseSize) {
        settle(tooLarge(this.#settings.maxResponseSize));
        abort();
      } else chunks.push(chunk);
    });
    incoming.on('aborted', () => settle(truncated));
    incoming.on('error', () => settle(truncated));
    incoming.on('end', () => {
      const headers = pairs(incoming.rawHeaders);
      const status = incoming.statusCode ?? 0;
      decode(Buffer.concat(chunks), incoming.headers['content-encoding'], this.#settings.maxResponseSize).then(
        (text) => settle(receivedAnswer(status, headers, text)),
        (error: NodeJS.ErrnoException) => settle(undecodable(error, this.#settings.maxResponseSize)),
      );
    });
  }
}

/** Chunks go out one by one, with time between them, so that a server has to wait for the last one. */
async function write(outgoing: http.ClientRequest, request: WireRequest): Promise<void> {
  if (!isChunked(request)) return void outgoing.end(request.text);
  for (const chunk of chunksOf(Buffer.from(request.text ?? ''))) {
    outgoing.write(chunk);
    await setImmediate();
  }
  outgoing.end();
}

/** Three parts, of which one border lies within a character, if there is one of several bytes: HTTP cuts wherever it likes. */
function chunksOf(bytes: Buffer): readonly Buffer[] {
  const third = Math.ceil(bytes.length / 3);
  const within = bytes.findIndex((byte) => isInCharacter(byte));
  const cuts = [...new Set([third, within === -1 ? 2 * third : within])].toSorted((one, other) => one - other);
  return [0, ...cuts].map((cut, index) => bytes.subarray(cut, cuts[index])).filter((chunk) => chunk.length > 0);
}

/** UTF-8: the bytes of a character behind its first. */
function isInCharacter(byte: number): boolean {
  return byte >> 6 === 0b10;
}

function isChunked({ headers, text }: WireRequest): boolean {
  return text !== undefined && /^chunked$/i.test(headerValue(headers, 'transfer-encoding') ?? '');
}

function outgoingHeaders(request: WireRequest): http.OutgoingHttpHeaders {
  const headers: http.OutgoingHttpHeaders = Object.fromEntries(request.headers);
  if (isChunked(request)) return headers;
  if (request.text !== undefined) headers['content-length'] = Buffer.byteLength(request.text);
  else if (request.method !== 'GET') headers['content-length'] = 0;
  return headers;
}

/** What is told of a server that answers the first message of TLS in another language, such as HTTP. */
export const notTls = 'the server does not speak TLS';

/** OpenSSL takes the beginning of an answer in HTTP for a version of TLS, or for a length. */
function isNotTls({ code = '', message }: NodeJS.ErrnoException): boolean {
  return (
    /^(EPROTO|ERR_SSL_)/.test(code) &&
    /wrong.version.number|packet.length.too.long|http.request/i.test(`${code} ${message}`)
  );
}

function faultOf(code: string): TransportFault {
  return /^(ECONNRESET|EPIPE|HPE_|ERR_HTTP|ECONNABORTED|Parse Error)/.test(code) ? 'reset' : 'refused';
}

function undecodable({ code }: NodeJS.ErrnoException, limit: number): WireOutcome {
  if (code === 'ERR_BUFFER_TOO_LARGE') return tooLarge(limit);
  return { kind: 'transport', fault: 'truncated', detail: 'the compressed body could not be decoded' };
}

/** Path and query as they are written, so that a link goes back unchanged; what no request line may hold is escaped. */
export function pathAsWritten(url: string): string {
  const written = /^[a-z]+:\/\/[^/?#]*([^#]*)/i.exec(url)?.[1] ?? '';
  if (/^\/[\x21-\x7e]*$/.test(written)) return written;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

function pairs(raw: readonly string[]): Headers {
  const headers: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) headers.push([raw[index] ?? '', raw[index + 1] ?? '']);
  return headers;
}

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

async function decode(body: Buffer, encoding: string | undefined, maxOutputLength: number): Promise<string> {
  const name = encoding?.trim().toLowerCase();
  if (name === undefined || body.length === 0 || !Object.hasOwn(decoders, name)) return body.toString('utf8');
  const decoded = await decoders[name as keyof typeof decoders](body, { maxOutputLength });
  return decoded.toString('utf8');
}
