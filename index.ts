/** The package as a library: a typed configuration, the requirements, and the judgement of traffic that is over. */
export { defineConfig, type Configuration } from './cli/define-config.ts';
export { requirements, type Requirement, type RequirementId } from './specs/requirements/index.ts';
export { forAnyClient } from './targets/recording/for-any-client.ts';
export { judge } from './checks/judge.ts';
export type { JudgeContext } from './checks/context.ts';
export type { Exchange } from './traffic/exchange.ts';
export type { Finding } from './judgements/finding.ts';
export type { Judged, Judgement } from './judgements/judgement.ts';
export type { RunReport } from './results/report.ts';
export type { Verdict, TargetVerdict } from './results/verdict.ts';
