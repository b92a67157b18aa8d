import type { Actor, Capability } from '../specs/actor.ts';
import type { Requirement } from '../specs/requirements/index.ts';
import type { RunHeader } from '../results/line.ts';
import { tokenVariables } from './curl.ts';

const settings: Readonly<Record<Capability, string>> = {
  authentication: 'TIMECARD_TOKEN',
  callerIdentity: 'TIMECARD_USER_ID',
  onBehalfOfUser: 'TIMECARD_ON_BEHALF_OF_USER_ID',
  otherTeam: 'TIMECARD_OTHER_TEAM_ID',
};

/** The environment variables whose setting lets a skipped requirement be judged, as far as the specs tell. */
export function liftedBy({ needs }: Requirement, header: RunHeader): readonly string[] {
  return needs
    .filter((need) => !header.actors.includes(need))
    .map((need) => (isCapability(need) ? settings[need] : tokenVariables[need]))
    .filter((variable) => variable !== undefined);
}

function isCapability(need: Actor | Capability): need is Capability {
  return Object.hasOwn(settings, need);
}
