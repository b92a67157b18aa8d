export type { Verdict, VerdictKind } from '../specs/verdict.ts';

export type TargetVerdict = 'conforming' | 'nonconforming' | 'inconclusive';
