import { Run } from '../engine/run.ts';
import type { Exchange } from '../traffic/exchange.ts';
import { openTarget } from '../targets/open-target.ts';
import type { Target } from '../targets/target.ts';
import { suitesOf, type Scale } from './scale.ts';

/** A run against the reference server with seed 1: what was asked and answered, of a target that is closed by now. */
export async function trafficOfRun(
  numRuns: number,
  scale: Scale = 'whole',
): Promise<{ readonly exchanges: readonly Exchange[]; readonly target: Target }> {
  const target = await openTarget({ apiVersion: 'v1.0', requestTimeout: 10_000, maxResponseSize: 5_000_000 }, {});
  const exchanges: Exchange[] = [];
  const send = target.send.bind(target);
  target.send = async (call) => {
    const exchange = await send(call);
    exchanges.push(exchange);
    return exchange;
  };
  await new Run(target, { seed: 1, numRuns, suites: suitesOf(scale) }, () => undefined).perform();
  await target.close();
  return { exchanges, target };
}
