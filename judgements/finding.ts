import type { Exchange, Phase } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { Violated } from './judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';

/** What makes the failing traffic again. */
export interface Replay {
  readonly seed: number;
  readonly phase: Phase;
  /** Index of the case in the whole run, then fast-check's way through the shrinks: `3:0:1`. */
  readonly path: string;
}

/** Where traffic that others made was read, and the number of the entry in that file that shows the violation, from 1. */
export interface CapturePlace {
  readonly file: string;
  readonly entry: number;
}

/** Where a wrong value that came back was sent on purpose: in which request, and at which place of its body. */
export interface SentWrong {
  readonly sequence: number;
  /** JSON pointer. */
  readonly pointer: string;
}

/** A value that broke a requirement, and where it stood. */
export interface SeenValue {
  readonly pointer: string;
  readonly actual: Json;
}

/** How often a requirement could have failed, and how often it did. */
export interface Seen {
  readonly violated: number;
  readonly exercised: number;
  /** The first five different values that broke it; absent where there is only one. */
  readonly values?: readonly SeenValue[];
}

/** What is said of a requirement that does not hold, whoever made the traffic. */
interface Violation {
  readonly requirement: RequirementId;
  readonly violation: Violated;
  readonly seen: Seen;
  /** The requirement broke only where the server took in, and showed again, a value that was sent wrong on purpose. */
  readonly sentWrong?: SentWrong;
  /** `flaky`: the same traffic did not fail again. The counts are for races, and for what could not be judged again. */
  readonly stability: 'reproduced' | 'flaky' | { readonly failed: number; readonly of: number };
  readonly reproduction: readonly Exchange[];
  /** How many requests before it are not kept, where they would have been too much. */
  readonly omitted?: number;
  /** False where a limit stopped the search for a smaller one. */
  readonly minimal: boolean;
}

/** A requirement that does not hold, with the smallest traffic that shows it. */
export interface Finding extends Violation {
  readonly replay: Replay;
}

/** A requirement that does not hold in traffic that others made: it cannot be made again, only looked up. */
export interface CapturedFinding extends Violation {
  readonly place: CapturePlace;
}

/** What a library was asked through its driver, and what it said. */
export interface Spoken {
  readonly asked: Json;
  readonly said: Json;
}

/** A requirement that a client library does not keep: what it was asked, what it sent, what it made of the answers. */
export interface ClientFinding extends Violation {
  readonly client: {
    /** The case that the reproduction shows, and all that show the violation. */
    readonly case: string;
    readonly cases: readonly string[];
    readonly seed: number;
    /** None of a program that was only watched. */
    readonly dialogue: readonly Spoken[];
  };
}

export type AnyFinding = Finding | CapturedFinding | ClientFinding;
