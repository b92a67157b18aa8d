import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Json } from '../traffic/json.ts';
import type { Decisions } from './policy.ts';
import type { Reply } from './reply.ts';

/** What of the request and its time matters for how the answer is written. */
export interface Delivery {
  /** The headers that tell the time. */
  readonly dated: Readonly<Record<string, string>>;
  /** Accept-Encoding, as it came. */
  readonly accepts: string | undefined;
}

/** Writes a reply as HTTP. */
export function deliver(response: ServerResponse, reply: Reply, delivery: Delivery, decisions: Decisions): void {
  const { status, headers, content } = reply;
  const common: Record<string, string> = {
    ...delivery.dated,
    ...(decisions.on('connections') === 'closed' ? { connection: 'close' } : {}),
  };
  response.sendDate = false;
  if (content.kind === 'none') {
    response.writeHead(status, { ...common, ...headers }).end();
    return;
  }
  const type = content.kind === 'json' ? decisions.on('mediaType') : content.type;
  const text = content.kind === 'json' ? written(content.value, decisions) : content.text;
  const { bytes, coding } = coded(Buffer.from(text, 'utf8'), delivery.accepts, decisions);
  const described = { ...common, 'content-type': type, ...coding };
  const length = { 'content-length': String(bytes.length) };
  if (status === 204) {
    if (text === '') response.writeHead(status, { ...described, ...length, ...headers }).end();
    else writeByHand(response, status, { ...described, ...length, ...headers }, text);
  } else if (decisions.on('framing') === 'pieces') {
    response.writeHead(status, { ...described, ...headers });
    for (let start = 0; start < bytes.length; start += 31) response.write(bytes.subarray(start, start + 31));
    response.end();
  } else response.writeHead(status, { ...described, ...length, ...headers }).end(bytes);
}

function written(value: Json, decisions: Decisions): string {
  if (decisions.on('layout') === 'compact') return JSON.stringify(value);
  const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, null, '\t').replaceAll(/[^\x20-\x7e\t\n]/g, escaped)}\n`;
}

/** Source: RFC 9110, 12.5.3: a client that names no coding takes any. */
function coded(bytes: Buffer, accepts: string | undefined, decisions: Decisions) {
  const taken = accepts === undefined || accepts.includes('gzip');
  if (decisions.on('coding') === 'none' || !taken) return { bytes, coding: {} };
  return { bytes: gzipSync(bytes), coding: { 'content-encoding': 'gzip' } };
}

/** node:http rightly withholds the body of a 204; a server that sends one is imitated by a fault. */
function writeByHand(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  response.socket?.end(`HTTP/1.1 ${status} No Content\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
}
