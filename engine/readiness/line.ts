/** One thing that a run needs, as it is. Plain data. */
export interface ReadinessLine {
  readonly what: string;
  /** `unknown`: it cannot be seen, or need not be so; nothing stops a run but `missing`. */
  readonly state: 'ready' | 'missing' | 'unknown';
  readonly is: string;
  readonly needed: string;
  /** What to do; absent where nothing has to be done. */
  readonly remedy?: string;
}
