import { beforeAll, describe, test } from 'vitest';
import { checkedRequirements } from '../checks/index.ts';
import { refuseUnknownKeys } from '../cli/config-file.ts';
import type { Configuration } from '../cli/define-config.ts';
import { headerOf } from '../cli/header-of.ts';
import { runEngine } from '../cli/run-engine.ts';
import { configurationToRun, refuseTokens } from '../cli/run-flags.ts';
import { gather } from '../cli/gather-settings.ts';
import { redactionOf } from '../cli/without-secrets.ts';
import type { RunConfiguration } from '../engine/configuration.ts';
import type { RunEnd } from '../engine/event.ts';
import { suiteNames, suiteOf } from '../engine/cases/suite.ts';
import { unmetLines } from '../reporters/text/finding-lines.ts';
import { settingsOf } from '../reporters/text/options.ts';
import { findingView } from '../reporters/view/finding-view.ts';
import type { RunHeader } from '../results/line.ts';
import { failsTarget, targetVerdict } from '../results/target-verdict.ts';
import type { Finding } from '../judgements/finding.ts';
import { requirements, type RequirementId } from '../specs/requirements/index.ts';
import type { Verdict } from '../judgements/verdict.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What vitest's reporters get of a requirement. */
    timecard?: {
      readonly requirement: string;
      readonly level: string;
      readonly verdict: Verdict;
      readonly finding?: Finding;
    };
  }
}

/** What a run came to. */
interface Outcome {
  readonly header: RunHeader;
  readonly end: RunEnd;
  readonly findings: ReadonlyMap<RequirementId, Finding>;
}

/**
 * Declares one test for each requirement, grouped by theme, with the evidence in `task.meta.timecard`.
 *
 * All traffic is sent once, before the first test: a check judges every exchange that it applies to, so that no verdict
 * is final earlier. A requirement that could not be judged is a skipped test with its reason, and a last test fails
 * where that leaves the server unjudged.
 *
 * @param options as in a configuration file; variables such as TIMECARD_BASE_URL outweigh them, and tokens are variables
 * @throws CommandError for settings that no run could follow
 */
export function defineTimecardSuite(options: Configuration = {}): void {
  const configuration = configurationOf(options);
  const { apiVersion, strict } = configuration;
  const suites = new Set(configuration.suites);
  const chosen = configuration.requirements === undefined ? undefined : new Set(configuration.requirements);
  const rows = requirements.filter(
    ({ id, versions }) =>
      checkedRequirements.has(id) &&
      versions.includes(apiVersion) &&
      suites.has(suiteOf(id)) &&
      (chosen === undefined || chosen.has(id)),
  );
  describe(`timeCard API, ${apiVersion}`, () => {
    let outcome: Outcome;
    beforeAll(async () => {
      outcome = await perform(configuration);
    }, 0);
    describe.each(suiteNames.filter((name) => rows.some(({ id }) => suiteOf(id) === name)))('%s', (name) => {
      for (const row of rows.filter(({ id }) => suiteOf(id) === name)) {
        test(`${row.id} ${row.level} ${row.statement}`, ({ task, skip }) => {
          const verdict = outcome.end.verdicts.find(({ requirement }) => requirement === row.id);
          if (verdict === undefined) throw new Error(`${row.id} has no verdict`);
          const finding = outcome.findings.get(row.id);
          task.meta.timecard = {
            requirement: row.id,
            level: row.level,
            verdict,
            ...(finding === undefined ? {} : { finding }),
          };
          if (failsTarget(verdict, strict)) throw new Error(whatFailed(row.id, outcome));
          if ('because' in verdict) skip(verdict.because);
        });
      }
    });
    test('enough was judged to tell', () => {
      const { verdicts, stopped, leftBehind } = outcome.end;
      const open = verdicts.filter(({ kind }) => kind === 'inconclusive').map(({ requirement }) => requirement);
      if (targetVerdict(verdicts, { strict, stopped }) === 'inconclusive')
        throw new Error(
          `The server is neither conforming nor nonconforming: ${stopped ?? `${open.join(', ')} stay open`}.`,
        );
      if (leftBehind.length > 0) throw new Error(`These cards of the run are still there: ${leftBehind.join(', ')}.`);
    });
  });
}

function configurationOf(options: Configuration): RunConfiguration {
  refuseUnknownKeys(options, 'defineTimecardSuite');
  const given = gather({}, process.env, { path: 'defineTimecardSuite', values: options });
  refuseTokens();
  return configurationToRun(given);
}

async function perform(configuration: RunConfiguration): Promise<Outcome> {
  const startedAt = new Date();
  const findings = new Map<RequirementId, Finding>();
  let header: RunHeader | undefined;
  let end: RunEnd | undefined;
  let fault: string | undefined;
  const redaction = redactionOf(process.env);
  await runEngine(configuration, (told) => {
    const message = redaction.value(told);
    if (message.kind === 'target') header = headerOf(configuration, message, startedAt);
    if (message.kind === 'finding') findings.set(message.finding.requirement, message.finding);
    if (message.kind === 'end') end = message.end;
    if (message.kind === 'obstacle') fault = message.sentence;
    if (message.kind === 'crash') fault = message.message;
  }).done;
  if (fault !== undefined || header === undefined || end === undefined)
    throw new Error(fault ?? 'The run ended without a result.');
  return { header, end, findings };
}

/** The finding as the terminal report tells it. */
function whatFailed(id: RequirementId, { header, findings }: Outcome): string {
  const finding = findings.get(id);
  if (finding === undefined) return `${id} does not hold`;
  const settings = settingsOf({ verbose: true });
  const unmet = { requirement: settings.requirementOf(id), finding: findingView(finding, header) };
  return unmetLines(unmet, 'failure', settings).join('\n');
}
