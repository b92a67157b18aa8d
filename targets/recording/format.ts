import type { Actor, Capability } from '../../traffic/actor.ts';
import type { Headers, TransportFault } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import type { ApiVersion } from '../../traffic/operation.ts';
import type { OwnershipChange } from '../ledger/ownership.ts';
import type { Asides } from '../wire.ts';
import type { People } from '../target.ts';
import type { Asked, WireOutcome } from '../wire.ts';
import type { RecordingProvenance } from './provenance.ts';

/** Version of the form in which recordings are written. */
export const recordingFormat = 1;

/** What shaped the traffic, as far as a target does not say it. Names are those of the flags. */
export interface RecordedSettings {
  readonly seed: number;
  /** Absent in recordings of 0.1.0, which were of a normal run. */
  readonly effort?: string;
  readonly numRuns: number;
  readonly suites: readonly string[];
  /** The requirements that were chosen; all without it. */
  readonly requirements?: readonly string[];
  /** The requirements that were not judged, each with the reason. */
  readonly excluded?: Readonly<Partial<Record<string, string>>>;
  readonly path?: string;
  readonly bail: boolean;
  readonly strict: boolean;
  readonly maxRequests?: number;
  /** Milliseconds. */
  readonly maxTime?: number;
  /** Requests per second. */
  readonly rate?: number;
  /** Milliseconds. */
  readonly requestTimeout: number;
  /** Bytes. */
  readonly maxResponseSize: number;
}

/** What a recording says of itself, in its first entry. All that identifies anybody is a pseudonym. */
export interface RecordingHeader {
  readonly kind: 'header';
  readonly format: typeof recordingFormat;
  readonly suiteVersion: string;
  readonly provenance: RecordingProvenance;
  /** Without the version, as it was called. */
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  /** When the run began, in ISO 8601 with milliseconds: its "today", and the zero of all times in the recording. */
  readonly startedAt: string;
  /** Version of the redaction that was applied; 0 for none, where there was nothing to redact. */
  readonly redaction: number;
  readonly people: People;
  readonly actors: readonly Actor[];
  readonly capabilities: readonly Capability[];
  readonly settings: RecordedSettings;
}

/** A moment at which the time limit was asked: after so many requests, for the nth time since. */
export interface Moment {
  readonly afterRequests: number;
  readonly question: number;
}

/** The last entry. A recording without it is not whole. */
export interface RecordingEnd {
  readonly kind: 'end';
  readonly interactions: number;
  readonly timeOver?: Moment;
  /** Waits that the server asked for, and that the time left did not allow. */
  readonly waitsRefused?: readonly Moment[];
}

/** One request that went over the wire and what came of it, pseudonyms throughout. Repeated attempts are interactions of their own. */
export interface Interaction {
  /** From 1, in the order in which the requests were sent. */
  readonly number: number;
  readonly request: {
    readonly method: string;
    /** Absolute. */
    readonly url: string;
    readonly headers: Headers;
    /** Undefined where no body was sent. */
    readonly text: string | undefined;
  };
  /** Without its times, which stand beside it. */
  readonly outcome: WireOutcome;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Absent in a recording that nobody sent, such as the documented examples. */
  readonly asked?: Asked;
  readonly ownership?: OwnershipChange;
  readonly asides?: Asides;
}

/** A whole recording, read. */
export interface Recording {
  readonly header: RecordingHeader;
  /** In order of sending. */
  readonly interactions: readonly Interaction[];
  readonly end: RecordingEnd;
}

/** An entry of the file that stands for one interaction: a definition as nock reads it, and beside it what is ours. */
export interface Definition {
  /** Scheme, host and port. */
  readonly scope: string;
  readonly method: string;
  /** Path and query as they were written. */
  readonly path: string;
  /** A JSON object or array decoded, anything else as its text; empty where no body was sent. */
  readonly body: Json;
  readonly status: number;
  /** Like `body`; as hexadecimal digits where nock would read a text as JSON and send something else. */
  readonly response: Json;
  readonly responseIsBinary?: true;
  readonly rawHeaders: readonly string[];
  /** Ignored by nock. */
  readonly exchange: DefinitionNotes;
}

/** What nock's definition cannot say. */
export interface DefinitionNotes {
  readonly number: number;
  readonly asked?: Asked;
  /** Milliseconds since the header's `startedAt`. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly requestHeaders: readonly (readonly [name: string, value: string])[];
  /** As it was written, where scope and path together are another. */
  readonly url?: string;
  /** Nothing was sent, not even an empty body. */
  readonly noBody?: true;
  /** The exact text, where `body` written compactly is another. */
  readonly requestText?: string;
  /** The exact text, where `response` written compactly is another. */
  readonly responseText?: string;
  /** The connection failed: what stands in status and response is only for plain nock. */
  readonly fault?: { readonly kind: TransportFault; readonly detail: string };
  /** What the answer changed of the cards that the run could write to. */
  readonly ownership?: OwnershipChange;
  readonly asides?: Asides;
}

/** The host of the entries that answer nothing: the name is reserved, no request ever goes there. */
export const inertScope = 'https://timecard-conformance-recording.invalid';

/** The entries that carry what the recording says of itself. */
export interface InertEntry {
  readonly scope: typeof inertScope;
  readonly method: 'GET';
  readonly path: '/header' | '/end';
  readonly status: 204;
  readonly recording: RecordingHeader | RecordingEnd;
}
