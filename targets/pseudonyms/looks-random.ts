const guidWithin = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|^[\da-f]{32}$/gi;

/** Fewer characters are a word, a version or a number more often than a secret. */
const shortest = 20;

/**
 * True for letters and digits that nobody chose: keys, opaque tokens, encrypted or compressed text in base64, digests. Such
 * text changes between lower case, upper case and digits at every second character, which words, names and paths do not,
 * whatever stands between them.
 */
export function looksRandom(run: string): boolean {
  const text = withoutGuids(run);
  if (text.length < shortest) return false;
  if (/^[\da-f]{40,}$/i.test(text)) return /\d/.test(text) && /[a-f]/i.test(text);
  let [counted, changes, kinds, before] = [0, 0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const kind = kindOf(text.charCodeAt(index));
    if (kind === 0) continue;
    counted += 1;
    kinds |= kind;
    if (kind !== before) changes += 1;
    before = kind;
  }
  return kinds === 7 && changes / counted > 0.33;
}

/** Lower case, upper case, digit: one bit each; nothing for what stands between words. */
function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code >= 48 && code <= 57 ? 4 : 0;
}

/** A run without the GUIDs in it, which are dealt with on their own. */
export function withoutGuids(run: string): string {
  return run.length >= 32 ? run.replaceAll(guidWithin, '') : run;
}
