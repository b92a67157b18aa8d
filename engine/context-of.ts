import type { JudgeContext } from '../checks/context.ts';
import type { Target } from '../targets/target.ts';

/** What the checks may know of the target beside its traffic. */
export function contextOf({ apiVersion, people, capabilities }: Target): JudgeContext {
  const { teamId, callerId, onBehalfOfUserId } = people;
  return {
    apiVersion,
    teamId,
    callerId,
    capabilities,
    ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId }),
  };
}
