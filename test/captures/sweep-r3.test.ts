import { appendFileSync } from 'node:fs';
import { test } from 'vitest';
import { checkCapture } from '../../engine/captured/check-capture.ts';
import { needsMadeTraffic } from '../../engine/captured/captured-verdicts.ts';
import { faults } from '../../faults/index.ts';
import { versionOf } from '../../faults/defect.ts';
import { tokens } from '../../reference/tokens.ts';
import { variants } from '../../reference/variants/index.ts';
import { suiteOf, suiteNames } from '../../engine/suite.ts';
import { readCapture } from '../../targets/captures/read-capture.ts';
import { Run } from '../../engine/run.ts';
import type { Exchange } from '../../specs/exchange.ts';
import { startReferenceServer } from '../../reference/server.ts';
import { openTarget } from '../../targets/open-target.ts';
import { together } from '../../reference/variants/together.ts';
async function runOn(one: never, isVariant: boolean, run: object, apiVersion: 'v1.0' | 'beta') {
  const server = await startReferenceServer(isVariant ? { variant: together([one]) } : { fault: one });
  const t = server.tokens;
  const target = await openTarget(
    { apiVersion, baseUrl: server.url, otherTeamId: server.otherTeamId, requestTimeout: 5000, maxResponseSize: 1e6 },
    {
      TIMECARD_TOKEN: t.caller,
      TIMECARD_SECOND_USER_TOKEN: t.secondUser,
      TIMECARD_APP_TOKEN: t.application,
      TIMECARD_READ_ONLY_TOKEN: t.readOnly,
      TIMECARD_NO_SCOPE_TOKEN: t.noScope,
    },
  );
  const exchanges: Exchange[] = [];
  const send = target.send.bind(target);
  target.send = async (call) => {
    const e = await send(call);
    exchanges.push(e);
    return e;
  };
  const end = await new Run(
    target,
    { seed: 42, numRuns: 1, suites: new Set(suiteNames), ...run },
    () => undefined,
  ).perform();
  await target.close();
  await server.close();
  return { exchanges, violated: end.verdicts.filter((v) => v.violated > 0).map((v) => v.requirement) };
}
import { harOf } from './har-of.ts';
const tokenOf: Record<string, string> = {
  TIMECARD_TOKEN: tokens.caller,
  TIMECARD_SECOND_USER_TOKEN: tokens.secondUser,
  TIMECARD_APP_TOKEN: tokens.application,
  TIMECARD_READ_ONLY_TOKEN: tokens.readOnly,
  TIMECARD_NO_SCOPE_TOKEN: tokens.noScope,
};
const which = process.env['SWEEP'] === 'variants' ? variants : faults;
test('sweep', { timeout: 10_000_000 }, async () => {
  for (const one of which) {
    try {
      const defect = 'caughtBy' in one ? (one as (typeof faults)[number]) : undefined;
      const apiVersion = defect === undefined ? 'v1.0' : versionOf(defect);
      const run = await runOn(
        one as never,
        defect === undefined,
        { suites: new Set(defect === undefined ? suiteNames : defect.caughtBy.map(suiteOf)) },
        apiVersion,
      );
      const har = harOf(run.exchanges).replaceAll(/\$(TIMECARD_\w+)/g, (all, name: string) => tokenOf[name] ?? all);
      const checked = checkCapture(readCapture(har), { file: 'x' });
      if (!('verdicts' in checked)) {
        appendFileSync('/tmp/sweep/log', `${one.id} NOTHING\n`);
        continue;
      }
      const here = checked.findings.map((f) => f.requirement);
      const extra = checked.findings.filter((f) => !run.violated.includes(f.requirement));
      const missing = run.violated.filter((id) => !needsMadeTraffic(id) && !here.includes(id));
      const why = missing.map(
        (id) =>
          `${id}: ${checked.verdicts.find((v) => v.requirement === id)?.kind} ${checked.verdicts.find((v) => v.requirement === id)?.because ?? ''}`,
      );
      appendFileSync(
        '/tmp/sweep/log',
        `${one.id} run ${run.violated.length} here ${here.length} extra ${extra.map((f) => f.requirement + JSON.stringify(f.violation)).join(' | ')} missing ${why.join(' | ')}\n`,
      );
    } catch (e) {
      appendFileSync('/tmp/sweep/log', `${one.id} BROKE ${(e as Error).stack}\n`);
    }
  }
});
