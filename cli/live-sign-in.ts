import type { WayToSignIn } from '../targets/live/azure-identity.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';

/** What is needed to sign in to a live tenant. */
export interface LiveSignIn {
  readonly tenant: LiveTenant;
  /** As the configuration file holds them. */
  readonly credentials: unknown;
  readonly auth?: WayToSignIn;
  /** PEM of additional certificate authorities. */
  readonly ca?: string;
}
