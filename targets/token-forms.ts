/** How a token goes out: without the word Bearer, with another signature than its own, or with none. */
export type TokenForm = 'bare' | 'otherSignature' | 'noSignature';

/** Not a signature of anybody. */
export const anotherSignature = 'c2lnbmVkLWJ5LW5vYm9keQ';

/**
 * A token up to its signature: all of it where it has none. What stands for the token in its place, such as
 * `$TIMECARD_TOKEN`, becomes what a POSIX shell makes of the token in the same way.
 */
export function unsigned(token: string): string {
  const variable = /^\$(\w+)$/.exec(token)?.[1];
  return variable === undefined ? token.replace(/\.[^.]*$/, '') : `\${${variable}%.*}`;
}

/** The value of Authorization. Nothing of the token's own signature is in it where it goes out without that. */
export function authorizationWith(token: string, form: TokenForm | undefined): string {
  switch (form) {
    case undefined:
      return `Bearer ${token}`;
    case 'bare':
      return token;
    case 'otherSignature':
      return `Bearer ${unsigned(token)}.${anotherSignature}`;
    case 'noSignature':
      return `Bearer ${unsigned(token)}.`;
  }
}
