import { operationContradictions } from './contradictions-operations.ts';
import { laterContradictions } from './contradictions-later.ts';
import { shapeContradictions } from './contradictions-shapes.ts';

/** Where documents disagree, and what the suite makes of it. */
export const contradictions = [...operationContradictions, ...shapeContradictions, ...laterContradictions] as const;

export type ContradictionId = (typeof contradictions)[number]['id'];
