import * as fc from 'fast-check';
import { codePoint } from './code-point.ts';

/**
 * Letters of several scripts as single composed characters, digits, and ordinary punctuation. No combining marks: they
 * are letters' company in some scripts, but joined at random they would not be ordinary text. The first is what shrinks to.
 */
const plainCharacters = [
  ...'abcdefghijklmnopqrstuvwxyzABCXYZ0123456789.,;:!?-_()/&\'"%+äöüßéñçøÅčłŽğ',
  ...'αλΩжщЯאבשعسمकखग日本語한글ไทย',
];

const plainWord = fc.string({ unit: fc.constantFrom(...plainCharacters), minLength: 1, maxLength: 7 });

/**
 * Short ordinary text, 1 to 55 characters, that every sane server must keep (`isPlainText` holds). Shrinks to `a`.
 */
export function plainText(): fc.Arbitrary<string> {
  return fc.array(plainWord, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
}

/** Whole notes that careless servers take for something else than text, or write otherwise; each of them plain. */
const plainSamples = {
  null: 'null',
  true: 'true',
  digits: '237',
  entity: 'Tom &amp; Jerry',
  zero: '0',
  'leading zero': '0237',
  marks: '=8/5 of O\'Brien\'s "door" at C:\\new: 50% + 5%20, %s {0} ${a}',
  decimals: '1.50',
  date: '2025-01-07',
  list: '["a"]',
  undefined: 'undefined',
} as const;

/** One example of every kind of text that servers are known to alter, to cut or to choke on; the mildest first. */
export const uglySamples = {
  empty: '',
  lively: 'Hi \u{1F44B} from \u{1F469}\u200D\u{1F467},\nlate at the cafe\u0301\r\n50 % off',
  quotes: `"a" 'b' \`c\` “d”`,
  backslashes: String.raw`a\b\\c\n\u0041`,
  blanks: '  a  ',
  newlines: 'a\nb\r\nc',
  tab: 'a\tb',
  html: '<b>a</b> &amp; <script>alert(1)</script>',
  astral: 'a \u{1F600} \u{1D11E}',
  combining: 'cafe\u0301 a\u0323\u0307\u030C',
  rightToLeft: 'a \u202Eשלום\u202C العربية',
  zeroWidth: 'a\u200Bb\u200Dc\uFEFF',
  long: 'long text '.repeat(400),
} as const;
export type UglyKind = keyof typeof uglySamples;

/** The plain samples one after the other, from 0, and from the first again after the last. */
export function plainSampleAt(number: number): string {
  const texts = Object.values(plainSamples);
  return texts[number % texts.length] ?? plainSamples.null;
}

/** One of the plain samples; shrinks to the first. */
export function plainSample(): fc.Arbitrary<string> {
  return fc.constantFrom(...Object.values(plainSamples));
}

/** A note of type html, of which the text says something else once an entity is taken for what it stands for. */
export const htmlSample = '<p>Tom &amp; Jerry: 1 &lt; 2, written &amp;lt;</p>';

/** Any code point but surrogates and the control characters that no text has: a refusal of those would show nothing. */
const anyCharacter = codePoint.filter((text) => {
  const code = text.codePointAt(0) ?? 0;
  return code === 9 || code === 10 || code === 13 || (code >= 0x20 && code !== 0x7f);
});

const fragments = fc.oneof(
  fc.constantFrom(...Object.values(uglySamples).filter((text) => text.length < 100)),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  plainText(),
);

/**
 * Text with something in it that no document promises to keep: see `uglySamples`. Up to 4,000 UTF-16 units, well-formed,
 * without control characters other than tab and line ends. Shrinks to the empty text.
 */
export function uglyText(): fc.Arbitrary<string> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 6, arbitrary: fragments },
    { weight: 2, arbitrary: fc.tuple(fragments, fragments).map(([first, second]) => first + second) },
    { weight: 1, arbitrary: longText() },
  );
}

/** From 256 characters, beyond what counts as plain, to 4,000. */
function longText(): fc.Arbitrary<string> {
  return fc
    .tuple(plainText(), fc.integer({ min: 256, max: 4000 }))
    .map(([text, length]) => `${text} `.repeat(Math.ceil(length / (text.length + 1))).slice(0, length));
}
