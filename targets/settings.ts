import type { ApiVersion } from '../traffic/operation.ts';
import type { LiveTenant } from './live/live-tenant.ts';
import type { TraceSettings } from './tracing/trace-settings.ts';
import type { RecordSettings } from './recording/record-settings.ts';

/** Where and how a target is reached: plain data, without tokens, so that it can cross threads and be printed. */
export interface TargetSettings {
  /** Without the version; the embedded reference server without it. */
  readonly baseUrl?: string;
  readonly apiVersion: ApiVersion;
  /** As far as the user named them; what is missing is a default or a capability that is absent. */
  readonly teamId?: string;
  readonly otherTeamId?: string;
  readonly userId?: string;
  readonly onBehalfOfUserId?: string;
  readonly maxRequests?: number;
  /** Milliseconds. */
  readonly maxTime?: number;
  /** Requests per second. */
  readonly rate?: number;
  /** Milliseconds. */
  readonly requestTimeout: number;
  /** Bytes. */
  readonly maxResponseSize: number;
  /** PEM of additional certificate authorities. */
  readonly ca?: string;
  /** Where it is written down what a run may leave behind on a server that outlives it: folders, the first choice first. */
  readonly journalFolders?: readonly string[];
  /** What of a live tenant may be used; only with it a Microsoft host is opened. */
  readonly live?: LiveTenant;
  /** Everything that goes to and fro is written down. */
  readonly record?: RecordSettings;
  /** The same, for whoever looks for a fault: the run itself does not change by it. */
  readonly trace?: TraceSettings;
}
