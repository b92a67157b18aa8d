/** Where every exchange is written down, for whoever looks for a fault. */
export interface TraceSettings {
  /** A HAR file; an earlier trace is replaced. */
  readonly file: string;
  readonly suiteVersion: string;
}
