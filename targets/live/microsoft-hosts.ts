/** What a host is to Microsoft Graph. */
export type MicrosoftHost = 'graph' | 'nationalCloud' | 'none';

/** The only service that offers time cards. */
export const graphHost = 'graph.microsoft.com';

/**
 * Source: concepts/deployments (national clouds); the pages of timeCard and of the schedule are marked for the global service
 * only.
 */
const nationalClouds: ReadonlySet<string> = new Set([
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
]);

/** @param address without the API version */
export function microsoftHostOf(address: string): MicrosoftHost {
  // A name may end with the dot of the root: it is the same host.
  const hostname = new URL(address).hostname.replace(/\.$/, '');
  const isOrBelow = (name: string): boolean => hostname === name || hostname.endsWith(`.${name}`);
  if ([...nationalClouds].some(isOrBelow)) return 'nationalCloud';
  return isOrBelow(graphHost) ? 'graph' : 'none';
}

export function isMicrosoft(address: string): boolean {
  return microsoftHostOf(address) !== 'none';
}

/** Graph itself, by its only name: over TLS, on its own port and without a prefix, so that no token goes to anybody else. */
export function isGraphItself(address: string): boolean {
  return new URL(address).href === `https://${graphHost}/`;
}
