import { isOfApplication, userOfToken } from '../token-claims.ts';

const application = 'application';
/** In one word, so that no pattern takes a part of it for something else. */
const shape = /^redacted\d+(?:of([a-z\d]+))?$/i;
const guid = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i;

/**
 * What stands for a token that says whose it is: a copy of a capture tells who asked as the capture does, by pseudonyms.
 *
 * @param plain the pseudonym of any secret
 * @param pseudonymOf gives what stands for the user
 */
export function tokenPseudonym(token: string, plain: string, pseudonymOf: (userId: string) => string): string {
  if (!/^redacted\d+$/.test(plain)) return plain;
  if (isOfApplication(token)) return `${plain}of${application}`;
  const user = userOfToken(token);
  const holder = user === undefined ? '' : pseudonymOf(user).replaceAll('-', '');
  return /^(?:[\da-f]{32}|pseudonym\d+)$/i.test(holder) ? `${plain}of${holder}` : plain;
}

/** True for what stands for a token in a copy. */
export function isTokenPseudonym(text: string): boolean {
  return shape.test(text);
}

/** Whose token a pseudonym stands for, as far as it says: an application has no user. Undefined for anything else. */
export function holderOfPseudonym(text: string): { readonly user: string | undefined } | undefined {
  const holder = shape.exec(text)?.[1];
  if (holder === undefined) return undefined;
  return { user: holder === application ? undefined : holder.replace(guid, '$1-$2-$3-$4-$5') };
}
