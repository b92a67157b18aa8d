/** What a trial came to. */
export interface Outcome {
  readonly title: string;
  readonly lines: readonly string[];
  /** What must not be; empty where all is well. */
  readonly faults: readonly string[];
}
