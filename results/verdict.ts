export type { Verdict, VerdictKind } from '../judgements/verdict.ts';

export type TargetVerdict = 'conforming' | 'nonconforming' | 'inconclusive';
