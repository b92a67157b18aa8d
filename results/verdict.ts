export { verdictKinds, type Verdict, type VerdictKind } from '../specs/verdict.ts';

export type TargetVerdict = 'conforming' | 'nonconforming' | 'inconclusive';
