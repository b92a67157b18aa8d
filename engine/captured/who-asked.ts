import type { Actor } from '../../traffic/actor.ts';
import type { CapturedExchange } from '../../targets/captures/capture.ts';
import { holderOfPseudonym } from '../../targets/pseudonyms/token-pseudonym.ts';
import { isOfApplication, userOfToken } from '../../targets/token-claims.ts';

/** Who made which request, as far as the tokens in a file tell. */
export interface WhoAsked {
  readonly callerId?: string;
  readonly secondUserId?: string;
  actorOf(captured: CapturedExchange): Actor | 'unknown';
}

/**
 * The caller is who asked most often. A token that is a JWT says whose it is; of others one can be told from the next, and
 * no more. Without tokens nobody is known, unless the user says who it was.
 */
export function whoAsked(
  exchanges: readonly CapturedExchange[],
  userId: string | undefined,
  onBehalfOfUserId?: string,
): WhoAsked {
  const counts = new Map<string, number>();
  const known = new Holders();
  for (const { credential } of exchanges) {
    if (credential === undefined) continue;
    const holder = known.of(credential);
    counts.set(holder, (counts.get(holder) ?? 0) + 1);
  }
  const holders = [...counts].toSorted(([, left], [, right]) => right - left).map(([holder]) => holder);
  const people = holders.filter((holder) => holder !== application);
  const caller = callerAmong(people, userId);
  const second = people.find((holder) => holder !== caller && isUser(holder));
  const callerId = userId ?? idOf(caller);
  const secondUserId = onBehalfOfUserId ?? idOf(second);
  // Nobody but the caller can have asked where the user names one and no token says otherwise.
  const always = userId !== undefined && holders.length === 0;
  return {
    ...(callerId === undefined ? {} : { callerId }),
    ...(secondUserId === undefined ? {} : { secondUserId }),
    actorOf({ exchange, credential }) {
      if (exchange.actor !== 'unknown') return exchange.actor;
      if (credential === undefined) return always ? 'caller' : 'unknown';
      const holder = known.of(credential);
      if (holder === application) return 'application';
      if (holder === caller) return 'caller';
      return holder === second ? 'secondUser' : 'unknown';
    },
  };
}

const application = 'an application';

/** The one whom the user named, or the commonest; a token that does not say whose it is may be anybody's. */
function callerAmong(people: readonly string[], userId: string | undefined): string | undefined {
  if (userId === undefined) return people[0];
  const named = people.find((holder) => idOf(holder)?.toLowerCase() === userId.toLowerCase());
  return named ?? (people.length === 1 && people.every((holder) => !isUser(holder)) ? people[0] : undefined);
}

/** The user behind each credential, or the credential itself where it does not tell: few ask in many requests. */
class Holders {
  readonly #known = new Map<string, string>();

  of(credential: string): string {
    const known = this.#known.get(credential) ?? holderOf(credential);
    this.#known.set(credential, known);
    return known;
  }
}

function holderOf(credential: string): string {
  const token = credential.replace(/^bearer\s+/i, '');
  const told = holderOfPseudonym(token);
  if (told !== undefined) return told.user === undefined ? application : `user ${told.user}`;
  const user = userOfToken(token);
  if (user !== undefined) return `user ${user}`;
  return isOfApplication(token) ? application : credential;
}

function isUser(holder: string): boolean {
  return holder.startsWith('user ');
}

function idOf(holder: string | undefined): string | undefined {
  return holder !== undefined && isUser(holder) ? holder.slice('user '.length) : undefined;
}
