/** Where the answers of a recording come from: printed in the documents, or given by a server of that kind. */
export const provenances = ['documents', 'reference', 'server', 'live'] as const;
export type Provenance = (typeof provenances)[number];
