/** Letters, marks, digits, punctuation and symbols of the basic plane, and the ordinary blank. */
const plainCharacters = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;

/** Above the basic plane: some data stores cannot hold these, and no document promises them. */
const astral = /[\u{10000}-\u{10FFFF}]/u;

/** Joiners, fillers, variation selectors: characters that a renderer may ignore, and a sanitiser may drop. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;

/** What a sanitiser of HTML, or of white space, has reason to touch. A leading mark has no letter to stand on. */
const touchable = /[<>]|^ | $| {2}|^\p{M}/u;

/**
 * True for short ordinary text that every sane server must keep as it is: 1 to 255 characters, NFC, no control
 * characters, no angle brackets, single inner blanks only.
 *
 * The documents promise that notes come back. They promise nothing about length limits, trimming, normalisation or
 * sanitising, so text outside this set that comes back changed is an observation, never a violation.
 */
export function isPlainText(text: string): boolean {
  return (
    text.length <= 255 &&
    plainCharacters.test(text) &&
    !astral.test(text) &&
    !ignorable.test(text) &&
    !touchable.test(text) &&
    text === text.normalize('NFC')
  );
}
