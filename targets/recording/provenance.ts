/** Where the answers of a recording come from: printed in the documents, or given by a server of that kind. */
export const recordingProvenances = ['documents', 'reference', 'server', 'live'] as const;
export type RecordingProvenance = (typeof recordingProvenances)[number];
