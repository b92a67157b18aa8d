import type { BodyGap, CaptureFormat, EntryFault } from '../../judgements/capture-summary.ts';
import type { Exchange } from '../../traffic/exchange.ts';

/** One exchange of others, as far as a file tells it. */
export interface CapturedExchange {
  /** Its sequence is its entry; without an intent, and its actor unknown unless the file names it. */
  readonly exchange: Exchange & { readonly entry: number };
  /** What stood in the Authorization header; the exchange shows it no more. */
  readonly credential?: string;
  /** The file tells that something was sent, and not what. */
  readonly bodyUnknown?: true;
  /** Why the body of the answer is unknown; absent where it is known. */
  readonly gap?: BodyGap;
  /** The id that the server gave the request, where its answer is not kept otherwise. */
  readonly requestId?: string;
  /** The id that it has in the $batch with which it was sent. */
  readonly part?: string;
  /** Made by a browser itself, so that no server answered. */
  readonly madeByBrowser?: true;
  /** How finely the file tells when it was sent, in milliseconds; absent for the usual one. */
  readonly tick?: number;
  /** Answered by a cache, so that the server never saw it. */
  readonly cached?: true;
}

/** What a file of traffic holds. */
export interface Capture {
  readonly format: CaptureFormat;
  /** All of them, those that could not be read included. */
  readonly entries: number;
  readonly exchanges: readonly CapturedExchange[];
  readonly faults: readonly EntryFault[];
  /** The user id of the caller, where the file tells it. */
  readonly callerId?: string;
  /** A second user that the file tells. */
  readonly onBehalfOfUserId?: string;
}

/** A file that holds no traffic: one sentence that says what it is instead, without the file's name. */
export class NoCapture extends Error {
  override readonly name = 'NoCapture';
}
