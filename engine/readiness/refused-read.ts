import type { Exchange } from '../../traffic/exchange.ts';
import { textAt } from './answer.ts';

/** A read that did not show what it was to show: what came instead, and what to do. */
export interface RefusedRead {
  /** The end of a sentence that begins with what was read. */
  readonly is: string;
  readonly remedy: string;
}

/** Who reads where nobody else has signed in. */
export const theApplication = 'the application';

const readWrite = 'Schedule.ReadWrite.All';

/** @param who whose token it was, as a sentence says it */
export function refusedRead({ outcome }: Exchange, who: string): RefusedRead {
  if (outcome.kind === 'transport')
    return { is: `not answered (${outcome.detail})`, remedy: 'check the network, then run doctor again' };
  const { status, body } = outcome;
  const code = body.kind === 'json' ? textAt(body.value, '/error/code') : '';
  const is = `answered ${status}${code === '' ? '' : ` ${code}`}`;
  if (status === 429 || status >= 500)
    return { is, remedy: 'the service is busy or in trouble; wait some minutes, then run doctor again' };
  switch (status) {
    case 200:
      return { is: `${is} without what was asked for`, remedy: 'see whether a proxy answers in the place of Graph' };
    case 401:
      return { is, remedy: `the token of ${who} was not accepted; get a new one` };
    case 403:
      return {
        is,
        remedy:
          who === theApplication
            ? `give the app registration the application permission ${readWrite}, with an administrator's consent`
            : `see that ${who} is in the team, has a licence with Shifts, and that the app has consent to ${readWrite}`,
      };
    case 404:
      return {
        is,
        remedy: `see that liveTenant.teamId is the id of the team${who === theApplication ? '' : `, and that ${who} is in it`}`,
      };
    default:
      return { is, remedy: 'nothing is known of this answer; try the same request in Graph Explorer' };
  }
}
