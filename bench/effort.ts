import { Run } from '../engine/run.ts';
import { score } from '../results/score.ts';
import { numRunsAt } from '../engine/cases/effort.ts';
import { apiVersions, type ApiVersion } from '../traffic/operation.ts';
import { requirement, requirements } from '../specs/requirements/index.ts';
import { openTarget } from '../targets/open-target.ts';
import { suitesOf, type Scale } from './scale.ts';

/** What a run costs: requests of a whole run, requests for each requirement it exercises, and what a small budget judges. */
export async function measureEffort(scale: Scale): Promise<readonly string[]> {
  const lines = [
    'effort of a whole run (goal: at most 3,000 requests within 20 s; 150 judge three quarters of the MUST rows)',
  ];
  for (const version of scale === 'whole' ? apiVersions : apiVersions.slice(0, 1)) {
    const startedAt = performance.now();
    const whole = await run(version, scale);
    const seconds = (performance.now() - startedAt) / 1000;
    const { exercised } = score(whole.verdicts, requirements, version);
    lines.push(
      `  ${version}: ${whole.requests} requests in ${seconds.toFixed(1)} s, ${(whole.requests / exercised).toFixed(1)} for each of ${exercised} exercised requirements`,
    );
    for (const budget of scale === 'whole' ? [150, 300, 430] : [150]) {
      const part = await run(version, scale, budget);
      const share = mustRows(part.verdicts) / mustRows(whole.verdicts);
      lines.push(`    ${budget} requests judge ${(share * 100).toFixed(0)} % of the MUST rows`);
    }
  }
  return lines;
}

async function run(apiVersion: ApiVersion, scale: Scale, maxRequests?: number) {
  const limit = maxRequests === undefined ? {} : { maxRequests };
  const target = await openTarget({ apiVersion, requestTimeout: 10_000, maxResponseSize: 5_000_000, ...limit }, {});
  const settings = { seed: 1, numRuns: numRunsAt.normal, suites: suitesOf(scale) };
  const { verdicts, requests } = await new Run(target, settings, () => undefined).perform();
  await target.close();
  return { verdicts, requests: requests.sent };
}

function mustRows(verdicts: Awaited<ReturnType<typeof run>>['verdicts']): number {
  return verdicts.filter(({ kind, requirement: id }) => kind === 'passed' && requirement(id).level === 'MUST').length;
}
