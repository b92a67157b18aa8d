import type { Actor, Capability } from '../traffic/actor.ts';
import type { ContradictionId } from './contradictions.ts';
import type { DocumentId } from './documents.ts';
import type { ApiVersion, Operation } from '../traffic/operation.ts';
import type { Shown } from './situation.ts';

/** RFC 2119, and OBSERVE for undocumented behaviour that is recorded and never judged. */
export const levels = ['MUST', 'SHOULD', 'MAY', 'OBSERVE'] as const;
export type Level = (typeof levels)[number];

/** How firmly the documents carry a requirement: a sentence, an example, the CSDL, or what follows directly from those. */
export const provenances = ['documented', 'example', 'schema', 'inferred'] as const;
export type Provenance = (typeof provenances)[number];

/** One place in one dated document that carries a requirement. */
export interface Source {
  readonly document: DocumentId;
  /** The heading, table row or type within the document. */
  readonly section: string;
  /** ISO date of the document's state that was read. */
  readonly date: string;
  /** What it says, in our own words or as a short quotation. */
  readonly says: string;
}

export type RequirementGroup =
  | 'GEN'
  | 'AUTH'
  | 'SHAPE'
  | 'NOTES'
  | 'CREATE'
  | 'CLOCKIN'
  | 'CLOCKOUT'
  | 'BREAK'
  | 'CONFIRM'
  | 'GET'
  | 'LIST'
  | 'REPLACE'
  | 'DELETE'
  | 'ISOLATION'
  | 'RACE'
  | 'CLIENT';

/** One atomic statement that the documents make. Rows are data: `specs/requirements/`. What is usual may be left out. */
export interface RequirementRow {
  readonly id: `TC-${RequirementGroup}-${string}`;
  readonly level: Level;
  readonly provenance: Provenance;
  readonly versions: readonly ApiVersion[];
  /** The operations whose traffic can show whether it holds. */
  readonly operations: readonly Operation[];
  /** One sentence of our own. */
  readonly statement: string;
  readonly sources: readonly Source[];
  /** None if left out. */
  readonly contradictions?: readonly ContradictionId[];
  /** The server if left out. */
  readonly binds?: 'server' | 'client' | 'checker';
  /** Actors other than the caller, and capabilities, without which the row is skipped with that reason. */
  readonly needs?: readonly (Actor | Capability)[];
  /**
   * What its documents show of the calls: that they succeed, so that a refusal breaks the row, or what they do where they are
   * accepted. With the operation it tells the situation (specs/situation.ts). An effect if left out.
   */
  readonly shows?: Shown;
  /** What alone can show it, where a run may have reason to send none of that; anything else if left out. */
  readonly shownOnlyBy?: 'writesToDeletedCards' | undefined;
  /** How an `inferred` row follows from its sources, or why one of disagreeing sources was chosen. */
  readonly derivation?: string;
  /** Why no traffic can show it. Such a row has no check. */
  readonly untestable?: string;
}
