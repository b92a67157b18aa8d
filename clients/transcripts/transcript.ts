import type { Headers } from '../../traffic/exchange.ts';
import type { LibraryCall, CallAnswer, LibraryName } from '../protocol/messages.ts';
import type { Echo, Host, SeenRequest } from '../scene.ts';

/** Version of the format that this suite writes and reads. */
export const transcriptFormat = 1;

/** A request with its bodies as text. */
export interface TranscriptRequest extends Omit<SeenRequest, 'sequence' | 'body' | 'answer'> {
  readonly body: string;
  readonly answer: { readonly status: number; readonly headers: Headers; readonly body: string };
}

export interface TranscriptCall {
  readonly number: number;
  readonly asked: Omit<LibraryCall, 'cmd' | 'id'>;
  readonly insteadOf?: { readonly op: string; readonly because: string };
  readonly said: Said;
}

/** An answer without the number of the call. */
export type Said = CallAnswer extends infer Answer ? (Answer extends CallAnswer ? Omit<Answer, 'id'> : never) : never;

export interface TranscriptHeader {
  readonly kind: 'transcript';
  readonly format: typeof transcriptFormat;
  readonly seed: number;
  readonly host: Host;
  readonly library: LibraryName;
  readonly echoes: Readonly<Record<string, Echo>>;
}

export interface TranscriptScene {
  readonly kind: 'scene';
  readonly case: string;
  readonly client: number;
  readonly calls: readonly TranscriptCall[];
  readonly requests: readonly TranscriptRequest[];
}

/** A transcript is NDJSON: the header, then one line for each scene. */
export type TranscriptLine = TranscriptHeader | TranscriptScene;
