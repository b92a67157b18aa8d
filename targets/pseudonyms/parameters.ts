import type { Substitute } from './sensitive-kind.ts';
import { secretNames } from './under-keys.ts';

// An ampersand that begins no other parameter belongs to the value: connection strings are separated by `;` only.
const parameter = new RegExp(
  String.raw`((?:[?&;,\s"']|^|%26|%3f)(?:\$|%24)?(?:(skip_?token|delta_?token)|(?:${secretNames}|sig|signature|key|code(?==[^&\s]{20})))(?:=|%3d))((?:[^&\s"'<>#;,]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);|[\w.%$-]+=))+)`,
  'gi',
);

/** Replaces the values of parameters in queries, forms and connection strings, as they are written. */
export function replaceParameters(text: string, substitute: Substitute): string {
  if (!text.includes('=') && !/%3d/i.test(text)) return text;
  return text.replaceAll(parameter, (_all, before: string, mark: string | undefined, value: string) => {
    return `${before}${substitute(mark === undefined ? 'secret' : 'mark', value)}`;
  });
}
