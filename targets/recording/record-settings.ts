import type { RecordedSettings } from './format.ts';

/** How a run is to be recorded: plain data, so that it can cross threads. */
export interface RecordSettings {
  /** The file that is written while the run goes on; it becomes the recording when the run is over. */
  readonly part: string;
  readonly suiteVersion: string;
  /** ISO date-time with milliseconds. */
  readonly startedAt: string;
  readonly settings: RecordedSettings;
}
