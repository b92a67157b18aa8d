import type { Exchange } from '../../specs/exchange.ts';
import { headerValue } from '../../specs/headers.ts';
import { at } from '../../specs/pointer.ts';
import { bodyOf, statusOf, textAt } from './answer.ts';
import type { ReadinessLine } from './line.ts';

/** How far the clocks may be apart, in milliseconds: times on cards are compared with ours. */
const mostApart = 120_000;
/** Source: schedule resource (enabled, provisionStatus, provisionStatusCode, timeClockEnabled, timeClockSettings). */
export function scheduleLines(exchange: Exchange, teamId: string): readonly ReadinessLine[] {
  const [status, body] = [statusOf(exchange), bodyOf(exchange)];
  const put = `PUT /teams/${teamId}/schedule {"enabled":true,"timeZone":"Europe/Berlin"}`;
  if (status !== 200 || body === undefined)
    return [
      {
        what: 'schedule',
        state: 'missing',
        is: status === 0 ? 'no answer to GET' : `GET is answered ${status}`,
        needed: 'a schedule of the team',
        remedy:
          status === 404
            ? `set up Shifts in the team, or send ${put}; this program does not, since it would replace what is there`
            : 'check the permission Schedule.ReadWrite.All, and that the caller is in the team',
      },
    ];
  const enabled = at(body, '/enabled') === true;
  const provision = textAt(body, '/provisionStatus') || 'not said';
  const code = textAt(body, '/provisionStatusCode');
  const isProvisioned = provision.toLowerCase() === 'completed';
  const timeClock = at(body, '/timeClockEnabled');
  const place = at(body, '/timeClockSettings/approvedLocation');
  const hasPlace = place !== undefined && place !== null;
  return [
    {
      what: 'schedule',
      state: enabled ? 'ready' : 'missing',
      is: enabled ? 'enabled' : 'not enabled',
      needed: 'enabled',
      ...(enabled ? {} : { remedy: `switch Shifts on for the team, or send ${put}` }),
    },
    {
      what: 'provisioning',
      state: isProvisioned ? 'ready' : 'missing',
      is: code === '' ? provision : `${provision} (${code})`,
      needed: 'Completed',
      ...(isProvisioned
        ? {}
        : { remedy: 'wait for it, or look up the provisionStatusCode; it can fail after a PUT that succeeded' }),
    },
    {
      what: 'time clock',
      state: timeClock === true ? 'ready' : 'missing',
      is: timeClock === true ? 'on' : timeClock === false ? 'off' : 'not said',
      needed: 'on',
      ...(timeClock === true ? {} : { remedy: 'switch the time clock on in the settings of Shifts' }),
    },
    {
      what: 'approved location',
      state: hasPlace ? 'ready' : 'unknown',
      is: hasPlace ? 'set' : 'none',
      needed: 'none: isAtApprovedLocation is what the client says',
    },
  ];
}

/** How far the clock of the service is from ours, by one answer. */
export function clockLine({ outcome, startedAt, endedAt }: Exchange): ReadinessLine {
  const theirs = Date.parse(outcome.kind === 'response' ? (headerValue(outcome.headers, 'date') ?? '') : '');
  const needed = 'within two minutes of that of the service';
  if (Number.isNaN(theirs)) return { what: 'clock', state: 'unknown', is: 'no answer had a Date', needed };
  const apart = theirs - (startedAt + endedAt) / 2;
  const isNear = Math.abs(apart) <= mostApart;
  const seconds = Math.round(Math.abs(apart) / 1000);
  return {
    what: 'clock',
    state: isNear ? 'ready' : 'missing',
    is:
      seconds < 2 ? 'the same as that of the service' : `${seconds} s ${apart < 0 ? 'ahead of' : 'behind'} the service`,
    needed,
    ...(isNear ? {} : { remedy: 'correct the clock of this machine' }),
  };
}
