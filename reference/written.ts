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

/** An answer as it goes out over HTTP. */
export interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WrittenBody;
}

type WrittenBody =
  | { readonly kind: 'none' }
  /** The bytes as they are sent; in pieces, without a length. */
  | { readonly kind: 'bytes'; readonly text: string; readonly bytes: Buffer; readonly inPieces: boolean };

/** How a reply is written: its headers, its JSON, its coding. */
export function writtenReply({ status, headers, content }: Reply, delivery: Delivery, decisions: Decisions): Written {
  const common: Record<string, string> = {
    ...delivery.dated,
    ...(decisions.on('connections') === 'closed' ? { connection: 'close' } : {}),
  };
  if (content.kind === 'none') return { status, headers: { ...common, ...headers }, body: { kind: 'none' } };
  const type = content.kind === 'json' ? decisions.on('mediaType') : content.type;
  const text = content.kind === 'json' ? laidOut(content.value, decisions) : content.text;
  const { bytes, coding } = coded(Buffer.from(text, 'utf8'), delivery.accepts, decisions);
  const inPieces = status !== 204 && decisions.on('framing') === 'pieces';
  const length = inPieces ? {} : { 'content-length': String(bytes.length) };
  const all = { ...common, 'content-type': type, ...coding, ...length, ...headers };
  return { status, headers: all, body: { kind: 'bytes', text, bytes, inPieces } };
}

function laidOut(value: Json, decisions: Decisions): string {
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
