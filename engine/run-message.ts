import type { RecordingProvenance } from '../targets/recording/provenance.ts';
import type { Target } from '../targets/target.ts';
import type { RunEvent } from './event.ts';

/** What is judged: known once the target is open, and told before anything else. */
export interface TargetMessage {
  readonly kind: 'target';
  readonly target: {
    readonly kind: Target['kind'];
    readonly baseUrl: string;
    readonly recorded?: { readonly provenance: RecordingProvenance; readonly startedAt: string };
  };
  readonly teamId: string;
  readonly userId: string;
  readonly actors: readonly string[];
}

/** Something of ours broke, or the disk took no more. It is never the target's fault. */
export interface CrashMessage {
  readonly kind: 'crash';
  readonly message: string;
  readonly isOfTheDisk: boolean;
}

/** All that whoever started a run hears of it. */
export type RunMessage = RunEvent | TargetMessage | CrashMessage;
