import { clientCases } from '../clients/cases/index.ts';
import { whyUnsound } from '../clients/checks/sound.ts';
import type { Performance } from '../clients/scene.ts';
import { performDriver } from './judge-driver.ts';
import type { ClientSettings } from './client-settings.ts';
import { exitCodes } from './exit-codes.ts';

/** The cases that others are compared with. */
const controls = clientCases.filter(({ id }) => clientCases.some(({ control }) => control === id));

/** Judges a driver by what it shows and sets, and by the cases with nothing unusual in them; says nothing of its library. */
export async function selfTest(command: readonly string[], told: ClientSettings): Promise<number> {
  const quiet = { ...told, reporting: { ...told.reporting, quiet: true } };
  const { performance, interrupted } = await performDriver(command, { ...quiet, chosen: new Set() }, controls);
  if (interrupted) return exitCodes.interrupted;
  if (performance.stopped !== undefined) {
    process.stderr.write(`timecard-conformance: ${performance.stopped}\n`);
    return exitCodes.inconclusive;
  }
  const lines = selfTestLines(performance);
  const failed = lines.filter(({ verdict }) => verdict === 'fails').length;
  if (!told.reporting.quiet) {
    const { name, version, language } = performance.library;
    process.stdout.write(`${name} ${version} (${language})\n`);
    for (const { verdict, what } of lines) process.stdout.write(`  ${verdict.padEnd(11)}  ${what}\n`);
    process.stdout.write(
      failed === 0 ? 'The driver is ready.\n' : `The driver is not ready: ${failed} of ${lines.length} fail.\n`,
    );
  }
  return failed === 0 ? exitCodes.conforming : exitCodes.inconclusive;
}

interface SelfTestLine {
  readonly verdict: 'works' | 'fails' | 'no such call';
  readonly what: string;
}

function selfTestLines({ echoes, scenes }: Performance): readonly SelfTestLine[] {
  const verdicts = { shown: 'works', lost: 'fails', unsupported: 'no such call' } as const;
  const paths = [...echoes].map(([path, echo]) => ({
    verdict: verdicts[echo.kind],
    what: echo.kind === 'shown' ? `sets and shows ${path}` : `${path}: ${echo.because}`,
  }));
  const cases = scenes.map((scene): SelfTestLine => {
    const missing = scene.calls.find(({ answer }) => 'unsupported' in answer);
    if (missing !== undefined && 'unsupported' in missing.answer)
      return { verdict: 'no such call', what: `${missing.call.op}: ${missing.answer.unsupported}` };
    const why = whyUnsound(scene);
    if (why !== undefined) return { verdict: 'fails', what: why };
    if (scene.requests.length === 0) return { verdict: 'fails', what: `${scene.case}: no request came` };
    return { verdict: 'works', what: `the case ${scene.case}` };
  });
  return [...paths, ...cases];
}
