import type { Received } from '../../reference/call.ts';

const ofCard = /^(.*\/timecards\/)([^/]+)(\/[a-z]+)$/i;

/** The request, led to another card where it calls this action. */
export function ledToCard(received: Received, action: string, other: (teamId: string) => string | undefined): Received {
  const [, before = '', , called = ''] = ofCard.exec(received.path) ?? [];
  if (called.toLowerCase() !== `/${action.toLowerCase()}`) return received;
  const teamId = /\/teams\/([^/]+)/i.exec(before)?.[1] ?? '';
  const id = other(teamId);
  return id === undefined ? received : { ...received, path: `${before}${id}${called}` };
}
