import type { Actor } from '../../traffic/actor.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { routes } from '../../traffic/operation.ts';
import { LimitReached } from '../../targets/limits.ts';
import { ServerRestarted, type Target } from '../../targets/target.ts';

/** Who is asked to remove a card of ours, in this order: a service may hide it from anybody but its user. */
const removers: readonly Actor[] = ['caller', 'secondUser', 'application'];

/**
 * Asks once more, at the end of a run, for the removal of each card that its case could not remove: others may have been in
 * the way then, or it is somebody else's to delete. Goes as far as the limits allow.
 *
 * @returns the ids of the cards that were removed
 */
export async function removeAtLast(ids: readonly string[], target: Target): Promise<readonly string[]> {
  const removed: string[] = [];
  try {
    for (const id of ids) if (target.owns(id) && (await isRemoved(id, target))) removed.push(id);
  } catch (error) {
    if (!(error instanceof LimitReached) && !(error instanceof ServerRestarted)) throw error;
  }
  return removed;
}

async function isRemoved(id: string, target: Target): Promise<boolean> {
  for (const actor of removers.filter((one) => target.actors.has(one))) {
    const status = statusOf(await send('delete', id, actor, target));
    if (isSuccess(status)) return true;
    if (status === 409 || status === 423) {
      // An open card may have to be closed first.
      if (!isSuccess(statusOf(await send('clockOut', id, actor, target)))) return false;
      return isSuccess(statusOf(await send('delete', id, actor, target)));
    }
    if (status !== 404 && status !== 403) return false;
  }
  return false;
}

function send(operation: 'delete' | 'clockOut', id: string, actor: Actor, target: Target): Promise<Exchange> {
  const { teamId, callerId, onBehalfOfUserId = callerId } = target.people;
  const { method, action } = routes[operation];
  const card = `/teams/${encodeURIComponent(teamId)}/schedule/timeCards/${encodeURIComponent(id)}`;
  return target.send({
    operation,
    method,
    path: action === undefined ? card : `${card}/${action}`,
    actor,
    headers: {
      ...(actor === 'application' ? { 'MS-APP-ACTS-AS': onBehalfOfUserId } : {}),
      ...(operation === 'clockOut' ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(operation === 'clockOut' ? { text: '{}' } : {}),
    card: { id, madeUp: false },
    purpose: 'cleanUp',
  });
}

function statusOf({ outcome }: Exchange): number {
  return outcome.kind === 'response' ? outcome.status : 0;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
