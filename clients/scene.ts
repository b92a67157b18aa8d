import type { Body, Headers } from '../traffic/exchange.ts';
import type { LibraryCall, CallAnswer, LibraryName } from './protocol/messages.ts';

/** Where a library believes the service to be. */
export const hosts = ['loopback', 'loopback-tls', 'graph'] as const;
export type Host = (typeof hosts)[number];

/** What a host is called in results and transcripts: ports differ from run to run, and say nothing. */
export const originOf: Readonly<Record<Host, string>> = {
  loopback: 'http://127.0.0.1',
  'loopback-tls': 'https://127.0.0.1',
  graph: 'https://graph.microsoft.com',
};

/** A request of a client, with its answer. */
export interface SeenRequest {
  /** Position in the scene, from 1. */
  readonly sequence: number;
  /** Number of the call during which it came, from 1; 0 where nobody told of any calls. */
  readonly call: number;
  readonly method: string;
  /** Path and query as they stood on the request line, without what the suite put in front. */
  readonly target: string;
  /** The host as the client addressed it. */
  readonly host: string;
  readonly headers: Headers;
  readonly body: Body;
  /** Set where the body is not coded as Content-Encoding says. */
  readonly wronglyCoded?: string;
  readonly httpVersion: string;
  readonly connection: number;
  /** Milliseconds on the clock of the scene. */
  readonly arrivedAt: number;
  readonly answer: { readonly status: number; readonly headers: Headers; readonly body: Body };
}

/** A call that was made, and what the driver said. */
export interface MadeCall {
  readonly call: LibraryCall;
  /** What was asked for first, and why the library has no such call, where this one stands in for it. */
  readonly insteadOf?: { readonly op: string; readonly because: string };
  readonly answer: CallAnswer;
}

/** All that was seen of a library in one case, or of a program that was watched. */
export interface Scene {
  readonly case: string;
  /** Which of several fresh clients it was, from 1. */
  readonly client: number;
  readonly host: Host;
  readonly calls: readonly MadeCall[];
  readonly requests: readonly SeenRequest[];
}

/** What was seen of a library as a whole. */
export interface Performance {
  readonly library: LibraryName;
  readonly host: Host;
  readonly seed: number;
  /** The paths that the driver shows and sets, each with why it does not where it fails. */
  readonly echoes: ReadonlyMap<string, Echo>;
  readonly scenes: readonly Scene[];
  /** Why it did not go to its end. */
  readonly stopped?: string;
}

/** Whether a driver shows what was set at a path. */
export type Echo =
  | { readonly kind: 'shown' }
  | { readonly kind: 'lost'; readonly because: string }
  | { readonly kind: 'unsupported'; readonly because: string };
