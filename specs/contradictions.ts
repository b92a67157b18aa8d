import { operationContradictions } from './contradictions-operations.ts';
import { shapeContradictions } from './contradictions-shapes.ts';

/** Where documents disagree, and what the suite makes of it. */
export const contradictions = [...operationContradictions, ...shapeContradictions] as const;

export type ContradictionId = (typeof contradictions)[number]['id'];
