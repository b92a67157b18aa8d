import { closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { clientCases } from '../clients/cases/index.ts';
import { worthAnotherLook } from '../clients/client-outcome.ts';
import { DriverProcess } from '../clients/driving/driver-process.ts';
import { hostStage } from '../clients/hosting.ts';
import { perform } from '../clients/perform.ts';
import type { Performance } from '../clients/scene.ts';
import type { ClientCase } from '../clients/scripted/client-case.ts';
import { Stage } from '../clients/scripted/stage.ts';
import { writeTranscript } from '../clients/transcripts/write-transcript.ts';
import type { ClientSettings } from './client-settings.ts';
import { reportPerformance } from './client-report.ts';
import { makeFolder } from '../targets/make-folder.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';

/** Starts a driver, puts its library through the cases, and judges what was seen. Gives the exit code. */
export async function judgeDriver(command: readonly string[], told: ClientSettings): Promise<number> {
  const startedAt = Date.now();
  if (told.record !== undefined) prepare(told.record);
  const { performance, interrupted } = await performDriver(command, told, clientCases);
  if (performance.stopped !== undefined)
    process.stderr.write(`timecard-conformance: ${performance.stopped}${unrecorded(told)}\n`);
  // Of a driver that never spoke there is nothing to report.
  if (performance.scenes.length === 0) return interrupted ? exitCodes.interrupted : exitCodes.inconclusive;
  if (told.record !== undefined && performance.stopped === undefined) keep(told.record, performance);
  return reportPerformance(performance, told, { startedAt, command, interrupted });
}

export interface Performed {
  readonly performance: Performance;
  readonly interrupted: boolean;
}

/** Whatever happens, nothing that was started is left running. */
export async function performDriver(
  command: readonly string[],
  told: ClientSettings,
  cases: readonly ClientCase[],
): Promise<Performed> {
  const stage = new Stage();
  const hosting = await hostStage(stage, told.host);
  const { patience, mostMemory, host, seed, chosen, excluded } = told;
  const driver = new DriverProcess(command, { environment: hosting.environment, patience, mostMemory });
  let signalled = false;
  const onSignal = (): void => {
    if (signalled) {
      driver.end();
      process.exit(exitCodes.interrupted);
    }
    signalled = true;
    process.stderr.write(
      'timecard-conformance: interrupted; ending after this case. Interrupt again to end at once.\n',
    );
  };
  const onExit = (): void => driver.end();
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('exit', onExit);
  try {
    const performance = await perform(driver, stage, {
      cases,
      seed,
      host,
      address: hosting.address,
      elsewhere: hosting.elsewhere,
      again: (seen) => (signalled ? [] : worthAnotherLook(seen, chosen, excluded)),
      stopped: () => (signalled ? 'the run was interrupted' : undefined),
      ...progressOf(told),
    });
    return { performance, interrupted: signalled };
  } finally {
    driver.end();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('exit', onExit);
    await hosting.close();
  }
}

function progressOf({ reporting }: ClientSettings): {
  readonly onCase?: (id: string, done: number, all: number) => void;
} {
  if (reporting.quiet || !process.stderr.isTTY) return {};
  return {
    onCase: (id, done, all) => {
      process.stderr.write(`\r\u001b[K${done + 1} of ${all} cases  ${id}${done + 1 === all ? '\r\u001b[K' : ''}`);
    },
  };
}

function unrecorded({ record }: ClientSettings): string {
  return record === undefined ? '' : ` Nothing was recorded in ${record}.`;
}

/** Finds out before the run, and not after it, whether a transcript can be written there; an earlier one stays until then. */
function prepare(file: string): void {
  try {
    makeFolder(dirname(file));
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): CommandError {
  const reason = error instanceof Error ? error.message : 'no reason was given';
  return new CommandError(`The transcript ${file} cannot be written: ${reason}.`);
}

function keep(file: string, performance: Performance): void {
  try {
    writeTranscript(file, performance);
  } catch (error) {
    throw unwritable(file, error);
  }
}
