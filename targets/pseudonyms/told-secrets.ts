import type { Substitute } from './sensitive-kind.ts';

const cookie = /((?:^|[\s(,;])(?:set-)?cookie\s{0,5}:\s{0,5})([^\s"'<>=;,]+=[^\r\n"'<>]+)/gi;
const credential =
  /((?:^|[\s("',;])(?:(?:proxy-)?authorization|x-api-key|ocp-apim-subscription-key)\s{0,5}:\s{0,5}(?:(?:Bearer|Basic)\s{1,5})?)([^\s"'<>,;]{4,})/gi;
const password =
  /((?:^|[^\p{L}\p{N}])(?:\w{0,20}(?:password|passphrase|passwd)|pwd|client_?secret|api_?key|(?:shared_?access|account)_?key)["']?\s{0,5}[:=]\s{0,5}["']?)([^\s"'<>,;]{6,})/giu;

/** Replaces what running text, a log or a configuration file gives as a header or a password: `Cookie: a=b`, `password: 'x1…'`. */
export function replaceLabelledSecrets(text: string, substitute: Substitute): string {
  if (!/[:=]/.test(text)) return text;
  const put = (all: string, before: string, value: string): string =>
    isMadeUp(value) ? before + substitute('secret', value) : all;
  return text
    .replaceAll(cookie, (_all, before: string, value: string) => before + substitute('secret', value.trimEnd()))
    .replaceAll(credential, put)
    .replaceAll(password, put);
}

/** A sentence about a header or a password goes on with a word, and a word must not be looked for everywhere else. */
function isMadeUp(value: string): boolean {
  return /\d/.test(value) && /\p{L}/u.test(value) && !/^\d{4}-\d\d-\d\dT/.test(value);
}
