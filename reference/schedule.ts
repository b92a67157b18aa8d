import type { JsonObject } from '../traffic/json.ts';
import { apiVersions } from '../traffic/operation.ts';
import type { Decisions } from './policy.ts';

const path = new RegExp(String.raw`^/(?:${apiVersions.join('|')})/teams/([^/]+)/schedule/?$`, 'i');

/** The team whose schedule is asked for; undefined for any other request. */
export function teamOfSchedule(method: string, requested: string): string | undefined {
  return method === 'GET' ? path.exec(requested)?.[1] : undefined;
}

/** Source: schedule resource, v1.0: what clients of the time clock look at before they clock in. */
export function scheduleOf(teamId: string, decisions: Decisions): JsonObject {
  return {
    id: teamId,
    enabled: true,
    timeZone: 'Etc/UTC',
    provisionStatus: 'Completed',
    timeClockEnabled: decisions.on('timeClock') === 'on',
  };
}
