import type { FaultHooks } from '../../reference/fault.ts';

/** One invented defect. */
export interface InventedDefect {
  /** kebab-case, short, telling */
  readonly id: string;
  /** What the server does wrong, in one sentence. */
  readonly title: string;
  /** The bug of real servers that this imitates. */
  readonly imitates: string;
  /** The document, its section and the words that it breaches: file name under contract/, heading, quotation. */
  readonly breaches: string;
  /** MUST: a document of Microsoft (sentence, example, CSDL, or what directly follows) calls this wrong. SHOULD: weaker. */
  readonly level: 'MUST' | 'SHOULD';
  /** One of the kinds in the brief. */
  readonly kind: string;
  /** 'beta' where it can only show in beta. */
  readonly version?: 'beta';
  /** The hooks; a function where it has to remember something (called once for each server). */
  readonly hooks: FaultHooks | (() => FaultHooks);
}
