import * as fc from 'fast-check';

const surrogates = { first: 0xd800, count: 0x800 } as const;

/**
 * Any one code point but a surrogate, towards the blank. fast-check's own unit `binary` does the same, and builds a table
 * of all 1.1 million of them first, which takes longer than the rest of a run's start.
 */
export const codePoint: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - surrogates.count })
  .map((index) => String.fromCodePoint(index < surrogates.first ? index : index + surrogates.count));
