import { requirements } from '../../specs/requirements/index.ts';

/** Words of our own sentences that no requirement uses. */
const others = [
  'address baseline cases cause check clean client conforming environment evidence exchanges exercised expected fails file',
  'finding findings flaky found fresh hold holds inconclusive install judged known limit listed lists local minutes mock',
  'nonconforming none nothing offered passed please print recorded recording reference repeated reports reproduction',
  'requests requirement requirements retry row running runs seconds secret seed sent server skipped smallest source sources start stopped suite tenant',
  'tests times tokens tool unknown warned warning words write written your',
];

/** Every word that a report may use of itself, in small letters. */
const words: ReadonlySet<string> = new Set(
  [...requirements.map(({ statement }) => statement), ...others].flatMap((sentence) =>
    (sentence.match(/\p{L}{2,}/gu) ?? []).map((word) => word.toLowerCase()),
  ),
);

/** True for a token that is an ordinary word of our sentences: taken out wherever it stands, it would blank the report. */
export function isWordOfReports(token: string): boolean {
  return words.has(token.toLowerCase());
}
