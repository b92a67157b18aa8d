import { GuardedWire, type GuardSettings } from '../ledger/guarded-wire.ts';
import type { Wire } from '../wire.ts';
import { Gate } from './gate.ts';
import { LookingWire } from './looking-wire.ts';
import { RenewingWire, type RenewedTokens } from './renewed-tokens.ts';

/** Requests per second: Graph allows 4 for each app on a team (concepts/throttling-limits), and a clock may be off. */
export const liveRate = 3;

/**
 * How requests reach a tenant. From the network up: tokens that are good now; the guard, which lets no write pass but to cards of
 * ours, and writes down what may come of each; the gate, which holds everything back; and a look before a write is repeated.
 */
export function carriedLive(
  network: Wire,
  guarding: GuardSettings,
  renewed: RenewedTokens,
  rate: number,
): { readonly guard: GuardedWire; readonly wire: Wire } {
  const renewing = new RenewingWire(network, renewed);
  const guard = new GuardedWire(renewing, { ...guarding, doubtsThrottling: true });
  const gate = new Gate({ rate, clock: guarding.clock });
  const reader = gate.before(renewing);
  return { guard, wire: new LookingWire(gate.before(guard), { ...guarding, reader, guard }) };
}
