import { BroadcastChannel } from 'node:worker_threads';
import type { RunEvent } from '../engine/event.ts';
import type { Bearer } from '../targets/live/claims.ts';
import type { Provenance } from '../targets/recording/provenance.ts';
import type { Target } from '../targets/target.ts';

/** From the command to the suites: begin; or stop as soon as can be, and clean up. */
export type OrderMessage =
  | { readonly kind: 'go' }
  /** `because`: why, where it was not a signal; the end of a sentence. */
  | { readonly kind: 'stop'; readonly because?: string }
  /** A token of a live tenant was renewed. */
  | { readonly kind: 'token'; readonly bearer: Bearer; readonly token: string };

/** The suites are there, and wait for an order: before that nothing is sent, and a signal need not be waited for. */
export interface ReadyMessage {
  readonly kind: 'ready';
}

/** What the suites say of their target, once it is open. */
export interface TargetMessage {
  readonly kind: 'target';
  readonly target: {
    readonly kind: Target['kind'];
    readonly baseUrl: string;
    readonly recorded?: { readonly provenance: Provenance; readonly startedAt: string };
  };
  readonly teamId: string;
  readonly userId: string;
  readonly actors: readonly string[];
}

/** Something of ours broke, or the disk took no more. It is never the target's fault. */
export interface CrashMessage {
  readonly kind: 'crash';
  readonly message: string;
  readonly stack: string;
  readonly isOfTheDisk: boolean;
}

export type RunMessage = RunEvent | TargetMessage | CrashMessage;

/** Suites run in a thread of vitest's, the command in the main thread; this is how they talk. */
export function openChannel<Received, Sent>(
  name: string,
  receive: (message: Received) => void,
): { post(message: Sent): void; close(): void } {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => receive((event as { readonly data: Received }).data);
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
