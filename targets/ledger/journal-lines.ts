import type { ApiVersion } from '../../traffic/operation.ts';
import type { OwnCard } from './ledger.ts';
import type { ProcessIdentity } from '../process-identity.ts';

/** Version of the form in which journals are written. */
export const journalFormat = 1;

/** The first line of a journal: whose run it is, and where its cards are. */
export interface JournalHeader {
  readonly kind: 'run';
  readonly format: typeof journalFormat;
  /** Without the version. */
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  readonly teamId: string;
  readonly otherTeamId?: string;
  /** ISO date-time. */
  readonly startedAt: string;
  readonly process: ProcessIdentity;
}

/** A request that can make a card, written down before it is sent. */
export interface AnnouncedRequest {
  readonly kind: 'intent';
  /** From 1. */
  readonly number: number;
  /** Milliseconds since the epoch, by our clock. */
  readonly at: number;
  /** How far the server's clock is ahead, in milliseconds, as far as it is known. */
  readonly clockOffset?: number;
  readonly operation: 'create' | 'clockIn';
  readonly teamId: string;
  /** Whose card it may be; absent where it is not known. */
  readonly owners?: readonly string[];
  /** The user who sends it; absent where it is not known. */
  readonly sender?: string;
  /** The body as it is sent. */
  readonly text?: string;
}

export type JournalLine =
  | JournalHeader
  /** Ids of others that answers have shown before the request for a card that follows. */
  | { readonly kind: 'before'; readonly ids: readonly string[] }
  | AnnouncedRequest
  /** The answer named the card, and it is ours. */
  | { readonly kind: 'made'; readonly number: number; readonly teamId: string; readonly card: OwnCard }
  /** The request was refused: it has made no card. */
  | { readonly kind: 'none'; readonly number: number }
  /** Nobody can tell from the answer whether there is a card, or which. It came at this time, by our clock. */
  | { readonly kind: 'unclear'; readonly number: number; readonly at: number }
  | { readonly kind: 'gone'; readonly id: string }
  /** The run came to its end. */
  | { readonly kind: 'end' };
