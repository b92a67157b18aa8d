import { LiveRefusal } from './live-tenant.ts';

/** A token, and when it ends if whoever gave it said so: milliseconds since the epoch. */
export interface GivenToken {
  readonly token: string;
  readonly expiresOnTimestamp?: number;
}

/** What gives tokens whenever it is asked: a credential of @azure/identity, or anything of that form. */
export interface Credential {
  readonly getToken: (scopes: string | readonly string[]) => Promise<GivenToken | null>;
}

/** The same as the Microsoft Graph client knows it: `AuthenticationProvider`. */
export interface Provider {
  readonly getAccessToken: (options?: { readonly scopes?: string[] }) => Promise<string>;
}

export type TokenGiver = Credential | Provider;

/** What an application asks for, and whoever signs in without naming scopes: everything that was consented to. */
export const everyConsented = 'https://graph.microsoft.com/.default';

/** @throws LiveRefusal where what a configuration file holds gives no tokens */
export function tokenGiverFrom(value: unknown, name: string): TokenGiver {
  if (isGiver(value)) return value;
  throw new LiveRefusal(
    `${name} gives no tokens; set it to an object with getToken(scopes), such as a credential of @azure/identity, or with getAccessToken().`,
  );
}

/** @throws Error as the giver does, or where it gives nothing */
export async function tokenFrom(giver: TokenGiver, scopes: readonly string[]): Promise<string> {
  const token = await withinReason(
    'getToken' in giver
      ? giver.getToken([...scopes]).then((given) => given?.token)
      : giver.getAccessToken({ scopes: [...scopes] }),
  );
  if (typeof token !== 'string' || token === '') throw new Error('it gave no token');
  return token;
}

/** A device code is good for a quarter of an hour; who is not signed in then will not be. Milliseconds. */
const longestSignIn = 16 * 60_000;

/** A promise that nothing will ever settle would end the process without a word. */
async function withinReason<T>(given: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no token came within 16 minutes')), longestSignIn);
  });
  try {
    return await Promise.race([given, late]);
  } finally {
    clearTimeout(timer);
  }
}

function isGiver(value: unknown): value is TokenGiver {
  if (typeof value !== 'object' || value === null) return false;
  const { getToken, getAccessToken } = value as { readonly getToken?: unknown; readonly getAccessToken?: unknown };
  return typeof getToken === 'function' || typeof getAccessToken === 'function';
}
