import type { DocumentId } from './documents.ts';

/** Two or more documents, or two places of one, that cannot both be right. */
export interface Contradiction {
  readonly id: `C${string}`;
  readonly title: string;
  readonly sides: readonly { readonly document: DocumentId; readonly says: string }[];
  /** Which side the suite requires, or that it only records, and why. */
  readonly judgement: string;
  /** Why no requirement depends on it. Absent where one does. */
  readonly noRequirement?: string;
}
