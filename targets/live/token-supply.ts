import { tokenVariables } from '../../traffic/token-variables.ts';
import { type Tokens } from '../tokens.ts';
import { claimsOf, whyNotUsable, type Bearer } from './claims.ts';
import { tokenFrom, type TokenGiver } from './credential.ts';
import { LiveRefusal, type LiveTenant } from './live-tenant.ts';
import { signInFailure } from './sign-in-fault.ts';

/** Where one actor's tokens come from again and again. */
export interface TokenSource {
  readonly giver: TokenGiver;
  readonly scopes: readonly string[];
}

export type Sources = ReadonlyMap<Bearer, TokenSource>;

/** A token is renewed so long before it ends, or in the middle of a shorter life. Milliseconds; libraries give a new one from 300 s on. */
const renewedBefore = 290_000;
/** Pause before another try. Milliseconds. */
const retryAfter = 15_000;
/** A timer takes no more. Milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * The tokens of a run on a tenant: those that were given once, and those that can be had anew. Each is looked at before it is
 * used, whoever gave it.
 */
export class TokenSupply {
  readonly #tenant: LiveTenant;
  readonly #sources: Sources;
  readonly #current: Map<Bearer, string>;
  readonly #now: () => number;
  readonly #timers = new Set<NodeJS.Timeout>();
  #isClosed = false;

  private constructor(tenant: LiveTenant, sources: Sources, tokens: Map<Bearer, string>, now: () => number) {
    this.#tenant = tenant;
    this.#sources = sources;
    this.#current = tokens;
    this.#now = now;
  }

  /**
   * Signs in where no token was given, and looks at all of them.
   * @param given the tokens of the environment
   * @throws SignInFailed
   * @throws LiveRefusal for a token that must not be used
   */
  static async open(
    tenant: LiveTenant,
    given: Tokens,
    sources: Sources,
    now: () => number = Date.now,
  ): Promise<TokenSupply> {
    const tokens = new Map(Object.entries(given) as readonly (readonly [Bearer, string])[]);
    const supply = new TokenSupply(
      tenant,
      new Map([...sources].filter(([bearer]) => !tokens.has(bearer))),
      tokens,
      now,
    );
    for (const [bearer, token] of tokens) supply.#accept(bearer, token);
    for (const bearer of supply.#sources.keys()) await supply.#fetch(bearer);
    return supply;
  }

  get tokens(): Tokens {
    return Object.fromEntries(this.#current);
  }

  /** When the token ends, in milliseconds since the epoch; undefined where there is none, or it is renewed. */
  endOf(bearer: Bearer): number | undefined {
    const token = this.#current.get(bearer);
    return token === undefined || this.#sources.has(bearer) ? undefined : claimsOf(token)?.expiresAt;
  }

  /**
   * Looks whether the tokens that cannot be renewed last as long as the run.
   * @param duration milliseconds
   * @throws LiveRefusal
   */
  refuseTooShort(duration: number): void {
    for (const bearer of this.#current.keys()) {
      const left = (this.endOf(bearer) ?? Infinity) - this.#now();
      if (left < duration)
        throw new LiveRefusal(
          `The token for ${tokenVariables[bearer]} ends in ${minutes(left)}, it cannot be renewed, and the run may take ${minutes(duration)}; get a new one, sign in with --auth, or give a smaller --max-requests.`,
        );
    }
  }

  /** Renews from now on, until `close`. @param told of each new token */
  keepFresh(told: (bearer: Bearer, token: string) => void): void {
    for (const bearer of this.#sources.keys()) this.#renewLater(bearer, told);
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #renewLater(bearer: Bearer, told: (bearer: Bearer, token: string) => void, after?: number): void {
    const left = (claimsOf(this.#current.get(bearer) ?? '')?.expiresAt ?? 0) - this.#now();
    const wait = after ?? Math.max(left - Math.min(renewedBefore, left / 2), 1000);
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        void this.#renew(bearer, told);
      },
      Math.min(wait, longestTimer),
    );
    this.#timers.add(timer);
  }

  async #renew(bearer: Bearer, told: (bearer: Bearer, token: string) => void): Promise<void> {
    const before = this.#current.get(bearer);
    try {
      await this.#fetch(bearer);
    } catch {
      // The run says so itself, once the token has ended.
    }
    if (this.#isClosed) return;
    const now = this.#current.get(bearer);
    const isNew = now !== undefined && now !== before;
    if (isNew) told(bearer, now);
    const left = (claimsOf(now ?? '')?.expiresAt ?? 0) - this.#now();
    this.#renewLater(bearer, told, isNew ? undefined : Math.max(Math.min(retryAfter, left / 4), 1000));
  }

  async #fetch(bearer: Bearer): Promise<void> {
    const source = this.#sources.get(bearer);
    if (source === undefined) return;
    let token: string;
    try {
      token = await tokenFrom(source.giver, source.scopes);
    } catch (error) {
      if (error instanceof LiveRefusal) throw error;
      throw signInFailure(who[bearer], error);
    }
    this.#accept(bearer, token);
  }

  #accept(bearer: Bearer, token: string): void {
    const why = whyNotUsable(token, bearer, this.#tenant, this.#now());
    if (why !== undefined) throw new LiveRefusal(why);
    this.#current.set(bearer, token);
  }
}

const who: Readonly<Record<Bearer, string>> = {
  caller: 'The caller',
  secondUser: 'The second user',
  application: 'The application',
  readOnly: 'The reader with Schedule.Read.All only',
  noScope: 'The user without a Schedule permission',
};

function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
