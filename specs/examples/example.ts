import type { DocumentId } from '../documents.ts';
import type { Json } from '../../traffic/json.ts';
import type { ApiVersion, Operation } from '../../traffic/operation.ts';

/** One example as a document prints it. */
export interface Example {
  readonly name: string;
  readonly document: DocumentId;
  readonly section: string;
  /** Absent on errors that are not of one version. */
  readonly version?: ApiVersion;
  /** Absent on errors that are not of a timeCard operation. */
  readonly operation?: Operation;
  readonly kind: 'request' | 'response' | 'error';
  /** Path and query as printed, lower-case names and placeholders included. Absent on errors. */
  readonly path?: string;
  /** Absent on requests. */
  readonly status?: number;
  /** Absent where the example has none. */
  readonly body?: Json;
  /** Why it cannot be taken at its word. */
  readonly broken?: string;
}
