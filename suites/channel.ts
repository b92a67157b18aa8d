import { BroadcastChannel } from 'node:worker_threads';
import type { RunEvent } from '../engine/event.ts';
import type { Provenance } from '../targets/recording/provenance.ts';
import type { Target } from '../targets/target.ts';

/** From the command to the suites: stop after the current case and clean up. */
export interface StopMessage {
  readonly kind: 'stop';
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

/** Something of ours broke. It is never the target's fault. */
export interface CrashMessage {
  readonly kind: 'crash';
  readonly message: string;
  readonly stack: string;
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
