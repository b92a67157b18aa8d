import type { Operation } from '../traffic/operation.ts';

/** What one kind of request was answered with: who asked for what, in which way, and how often with which status. */
export interface AnswerRow {
  readonly operation: Operation | 'unknown';
  readonly actor: string;
  /** `plain`: without a deliberate defect; else the place and the kind of the defect, such as `url:query $select`. */
  readonly intent: string;
  /** By status, in order; `none` for a request that got no answer. */
  readonly answers: Readonly<Record<string, number>>;
}
