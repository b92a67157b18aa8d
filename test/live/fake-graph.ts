import type { Received } from '../../reference/call.ts';
import type { FaultHooks } from '../../reference/fault.ts';
import { layered } from '../../reference/layers.ts';
import { startReferenceServer, type ReferenceOptions, type ReferenceServer } from '../../reference/server.ts';
import { tokens } from '../../reference/tokens.ts';
import { claimsOf, type Bearer } from '../../targets/live/claims.ts';

/**
 * The reference server as Graph: it lets in who has a token of the sign-in service that has not expired.
 * @param issued whom the tokens stand for
 */
export function startFakeGraph(
  issued: ReadonlyMap<string, Bearer>,
  options: ReferenceOptions,
  more: FaultHooks = {},
): Promise<ReferenceServer> {
  const receive = (received: Received): Received => {
    const { authorization = '' } = received.headers;
    const token = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    const bearer = issued.get(token);
    const isOver = (claimsOf(token)?.expiresAt ?? 0) <= Date.now();
    if (bearer === undefined || isOver) return received;
    return { ...received, headers: { ...received.headers, authorization: `Bearer ${tokens[bearer]}` } };
  };
  return startReferenceServer({
    ...options,
    fault: { id: 'fake-graph', start: () => layered({ receive }, more) },
  });
}
