/** The forms in which traffic that others made is read. */
export type CaptureFormat =
  | 'har'
  | 'recording'
  | 'ndjson'
  | 'newman'
  | 'wiremock'
  | 'hoverfly'
  | 'cassette'
  | 'telemetry'
  | 'playwright';

/** An entry of a file that could not be read, and why, as a sentence fragment. */
export interface EntryFault {
  /** From 1. */
  readonly entry: number;
  readonly fault: string;
}

/**
 * Why the body of an answer is unknown: the tool left it out, cut it, put something in its place, kept it in a coding that
 * cannot be read here, or spoiled its letters.
 */
export type BodyGap = 'missing' | 'cut' | 'replaced' | 'coded' | 'mangled';

/** What a file of traffic holds, and what of it was judged. */
export interface CaptureSummary {
  readonly file: string;
  readonly format: CaptureFormat;
  readonly entries: number;
  readonly judged: number;
  /** Requests that were left aside, by what they are. */
  readonly ignored: {
    /** Another host than the one that was judged, be it that of a second time clock. */
    readonly otherHosts: number;
    /** The same host, and no time cards, or time cards below another address. */
    readonly otherApis: number;
    readonly otherVersions: number;
    /** Answered by a cache, so that the server never saw them. */
    readonly cached: number;
    /** The same exchange a second time. */
    readonly repeated: number;
    /** A browser's own questions whether a page may ask at all (CORS): they change nothing, and no document speaks of them. */
    readonly preflights?: number;
    /** Redirects that a browser made itself, without asking the server. */
    readonly madeByBrowser?: number;
  };
  /** Answers of which the file does not hold the body that the server sent, by what the tool did: nothing of it is judged. */
  readonly bodies?: Readonly<Partial<Record<BodyGap, number>>>;
  /** Requests that were sent together with others in one $batch. */
  readonly batched?: number;
  /** Requests whose times are too coarse to tell which came first, so that nothing that hangs on it is judged. */
  readonly ties?: number;
  /** The entries that could not be read; the first ones where there are many. */
  readonly faults: readonly EntryFault[];
  readonly faulty: number;
}
