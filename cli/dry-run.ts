import { pathOf, methodOf } from '../engine/execute/addressing.ts';
import { costOf, type Case } from '../engine/cases/case.ts';
import { sizeOf } from '../engine/cases/phase-plan.ts';
import type { RunConfiguration } from '../engine/configuration.ts';
import { isChosen, missingCase, planOf } from '../engine/plan.ts';
import { localPath } from '../engine/shrink/path.ts';
import { checkPhase, NoSuchCase } from '../engine/shrink/property.ts';
import { CommandError } from './command-error.ts';
import { count } from '../reporters/view/amounts.ts';
import { secondUser } from '../reference/identities.ts';
import { actors, capabilities } from '../traffic/actor.ts';
import { defaultTeamId, defaultUserId } from '../specs/defaults.ts';

/**
 * What a run would send: every request of every case, or of the one that `path` names, as text. Nothing is opened or sent.
 *
 * @throws CommandError where there is no such case
 */
export async function dryRun(configuration: RunConfiguration): Promise<string> {
  const { apiVersion, effort, numRuns, path, seed, teamId = defaultTeamId, userId = defaultUserId } = configuration;
  // The embedded server has a second user; elsewhere there is one only if it was named.
  const onBehalfOfUserId =
    configuration.onBehalfOfUserId ?? (configuration.baseUrl === undefined ? secondUser.id : undefined);
  const people = { teamId, callerId: userId, ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId }) };
  // As if everything were configured, so that nothing that a run may send is left out.
  const available = new Set(capabilities.filter((one) => one !== 'onBehalfOfUser' || onBehalfOfUserId !== undefined));
  const plan = planOf({ apiVersion, people, actors: new Set(actors), capabilities: available, numRuns });
  const missing = missingCase(plan, path);
  if (missing !== undefined) throw new CommandError(`--path: ${missing}.`);
  const suites = new Set(configuration.suites);
  const lines: string[] = [];
  let most = 0;
  for (const { plan: phase, offset } of plan) {
    const wanted = localPath(path, offset, sizeOf(phase));
    if (path !== undefined && wanted === undefined) continue;
    const settings = { version: apiVersion, seed, ...(wanted === undefined ? {} : { path: wanted }) };
    let index = offset;
    const made = checkPhase(phase, settings, async (testCase) => {
      // fast-check goes on with the siblings of a shrunk case.
      const isMade = path === undefined ? isChosen(testCase, { suites, effort }) : index === offset;
      if (isMade) {
        most += costOf(testCase);
        lines.push(`${path ?? index} ${phase.phase}: ${testCase.name}`, ...requestsOf(testCase, teamId));
      }
      index += 1;
      return true;
    });
    await made.catch((error: unknown) => {
      throw error instanceof NoSuchCase ? new CommandError(`${error.message}.`) : error;
    });
  }
  return `${lines.join('\n')}\n\nAt most ${most} requests with their clean-up, without further pages of lists, repeated reads and shrinking.${timeText(most, configuration)} Nothing was sent.\n`;
}

/** How long that takes where a rate is set, at most as many requests as are allowed. */
function timeText(most: number, { rate, maxRequests = Infinity }: RunConfiguration): string {
  if (rate === undefined) return '';
  const requests = Math.min(most, maxRequests);
  return ` ${requests} of them at ${rate} a second take ${count(Math.ceil(requests / rate / 60), 'minute')}.`;
}

function requestsOf({ steps }: Case, teamId: string): readonly string[] {
  return steps.map((step) => {
    const body = step.text ?? (step.body === undefined ? '' : JSON.stringify(step.body));
    const change =
      step.change === undefined ? '' : `(the control's body with ${step.change.pointer || 'the whole'} changed)`;
    const card = step.card === undefined ? undefined : `{${step.card}}`;
    return `    ${methodOf(step).padEnd(6)} ${decodeURIComponent(pathOf(step, teamId, card))}  ${body}${change}`.trimEnd();
  });
}
