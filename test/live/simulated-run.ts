import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweep } from '../../engine/left-behind/sweep.ts';
import type { RunEnd } from '../../engine/event.ts';
import { Run } from '../../engine/run.ts';
import { suiteNames } from '../../engine/cases/suite.ts';
import type { Finding } from '../../judgements/finding.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import type { Bearer } from '../../targets/live/claims.ts';
import { readJournals } from '../../targets/ledger/read-journals.ts';
import { openForCleanUp, openTarget } from '../../targets/open-target.ts';
import { usualBegin, virtualClock } from '../virtual-clock.ts';
import { startLiveEnvironment } from './surroundings.ts';
import { tenant } from './tenant-people.ts';
import { TenantSimulator, type TenantHabits } from './tenant-simulator.ts';

export interface SimulatedRun {
  readonly end: RunEnd;
  readonly findings: readonly Finding[];
  readonly open: readonly RequirementId[];
  readonly simulator: TenantSimulator;
  /** Virtual milliseconds. */
  readonly duration: number;
  /** Cards of ours when the run was over, and after its last clean-up. */
  readonly leftAtEnd: number;
  readonly leftAfterSweep: number;
  readonly journals: number;
}

/** A run on a simulated tenant as the command makes it, in this process and on a clock of its own. Needs the redirect. */
export async function runSimulated(
  habits: TenantHabits,
  seed: number,
  maxRequests = 430,
  bearers: readonly Bearer[] = ['caller', 'secondUser', 'application', 'readOnly', 'noScope'],
): Promise<SimulatedRun> {
  const clock = virtualClock(usualBegin);
  const simulator = new TenantSimulator(habits, seed, usualBegin);
  const there = await startLiveEnvironment({}, { ...clock }, simulator.hooks);
  const folder = mkdtempSync(join(tmpdir(), 'simulated-'));
  process.env['CONNECT_TABLE'] = there.table;
  const environment = Object.fromEntries(
    bearers.map((bearer) => [tokenVariables[bearer], there.entra.issue(bearer)] as const),
  );
  const settings = {
    baseUrl: 'https://graph.microsoft.com',
    apiVersion: 'v1.0',
    live: tenant,
    teamId: tenant.teamId,
    userId: tenant.userIds[0] ?? '',
    onBehalfOfUserId: tenant.userIds[1] ?? '',
    rate: 3,
    maxRequests,
    requestTimeout: 10_000,
    maxResponseSize: 5_000_000,
    ca: there.ca,
    journalFolders: [folder],
  } as const;
  const findings: Finding[] = [];
  try {
    const target = await openTarget(settings, environment, clock);
    const suites = new Set(suiteNames.filter((name) => name !== 'races'));
    const end = await new Run(target, { seed, numRuns: 50, suites }, (event) => {
      if (event.kind === 'finding') findings.push(event.finding);
    }).perform();
    await target.close();
    const leftAtEnd = simulator.left.length;
    const { maxRequests: _, ...unlimited } = settings;
    // As the command does: a clean-up meets the same trouble, and is tried again.
    for (let tries = 0; tries < 3 && readJournals([folder]).length > 0; tries += 1) {
      await clock.pause(12_000);
      for (const left of readJournals([folder])) {
        const server = openForCleanUp(unlimited, environment, clock);
        await sweep(left, server);
        await server.target.close();
      }
    }
    return {
      end,
      findings,
      open: end.verdicts.filter(({ kind }) => kind === 'inconclusive').map(({ requirement }) => requirement),
      simulator,
      duration: clock.now() - usualBegin,
      leftAtEnd,
      leftAfterSweep: simulator.left.length,
      journals: readJournals([folder]).length,
    };
  } finally {
    await there.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
