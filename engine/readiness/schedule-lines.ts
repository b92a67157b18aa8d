import type { Exchange } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { at } from '../../traffic/pointer.ts';
import { bodyOf, statusOf, textAt } from './answer.ts';
import type { ReadinessLine } from './line.ts';
import { refusedRead } from './refused-read.ts';

/** How far the clocks may be apart, in milliseconds: times on cards are compared with ours. */
const mostApart = 120_000;
/** @param who whose token read it. Source: schedule resource (enabled, provisionStatus, provisionStatusCode, timeClockEnabled, timeClockSettings). */
export function scheduleLines(exchange: Exchange, teamId: string, who: string): readonly ReadinessLine[] {
  const body = statusOf(exchange) === 200 ? bodyOf(exchange) : undefined;
  const put = `PUT /teams/${teamId}/schedule {"enabled":true,"timeZone":"Europe/Berlin"}`;
  if (body === undefined) {
    const { is, remedy } = refusedRead(exchange, who);
    const isThereNone = statusOf(exchange) === 404;
    return [
      {
        what: 'schedule',
        state: 'missing',
        is: `GET is ${is}`,
        needed: 'a schedule of the team',
        remedy: isThereNone
          ? `see that liveTenant.teamId is right; set up Shifts in the team, or send ${put}; this program does not, since it would replace what is there`
          : remedy,
      },
    ];
  }
  const enabled = at(body, '/enabled') === true;
  const provision = textAt(body, '/provisionStatus');
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
      // What the service does not say may be so all the same.
      state: isProvisioned ? 'ready' : provision === '' ? 'unknown' : 'missing',
      is: `${provision === '' ? 'not said' : provision}${code === '' ? '' : ` (${code})`}`,
      needed: 'Completed',
      ...(isProvisioned ? {} : { remedy: provisioning(provision, put) }),
    },
    {
      what: 'time clock',
      state: timeClock === true ? 'ready' : timeClock === false ? 'missing' : 'unknown',
      is: timeClock === true ? 'on' : timeClock === false ? 'off' : 'not said',
      needed: 'on',
      ...(timeClock === true ? {} : { remedy: 'switch the time clock on in the settings of Shifts' }),
    },
    {
      what: 'approved location',
      state: hasPlace ? 'ready' : 'unknown',
      is: hasPlace ? 'set' : 'none',
      needed: 'nothing: a run says itself whether it is there (isAtApprovedLocation)',
    },
  ];
}

/** Source: schedule resource, provisionStatus: NotStarted, Running, Completed, Failed. */
function provisioning(status: string, put: string): string {
  switch (status.toLowerCase()) {
    case 'notstarted':
      return `open Shifts in the team once, or send ${put}`;
    case 'failed':
      return `look up the code at Microsoft, then send ${put} again; it can fail after it was accepted`;
    default:
      return 'wait some minutes, then run doctor again';
  }
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
