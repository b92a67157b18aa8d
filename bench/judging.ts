import { checks } from '../checks/index.ts';
import { judge } from '../checks/judge.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Scale } from './scale.ts';
import { trafficOfRun } from './traffic-of-run.ts';

/** How fast traffic is judged, beside how fast its bodies are parsed. */
export async function measureJudging(scale: Scale): Promise<readonly string[]> {
  const { exchanges, target } = await trafficOfRun(scale === 'whole' ? 200 : 1, scale);
  const { apiVersion, people, capabilities } = target;
  const context = { apiVersion, teamId: people.teamId, callerId: people.callerId, capabilities };
  const cases = [...caseByCase(exchanges)];
  let judgements = 0;
  const startedAt = performance.now();
  for (let round = 0; round < 5; round += 1) for (const one of cases) judgements += judge(one, context).length;
  const judging = performance.now() - startedAt;
  const parseStart = performance.now();
  for (let round = 0; round < 5; round += 1)
    for (const { outcome } of exchanges)
      if (outcome.kind === 'response' && outcome.body.kind === 'json') JSON.parse(outcome.body.text);
  const parsing = performance.now() - parseStart;
  const judged = exchanges.length * 5;
  return [
    `judging, ${checks.length} checks over ${exchanges.length} exchanges`,
    `  ${((judged / judging) * 1000).toFixed(0)} exchanges/s, ${((judgements / judging) * 1000).toFixed(0)} judgements/s, ${(judging / parsing).toFixed(1)} times the parsing of the bodies`,
  ];
}

/** The exchanges case by case, as the engine judges them. */
function* caseByCase(exchanges: readonly Exchange[]): Generator<readonly Exchange[]> {
  let group: Exchange[] = [];
  for (const exchange of exchanges) {
    if (group.length > 0 && group.at(-1)?.intent?.case !== exchange.intent?.case) {
      yield group;
      group = [];
    }
    group.push(exchange);
  }
  yield group;
}
