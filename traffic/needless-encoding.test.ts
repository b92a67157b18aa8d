import { expect, test } from 'vitest';
import { isNeedlesslyEncoded } from './needless-encoding.ts';

const unreserved = [...'abcxyzABCXYZ0189-._~'];
const reserved = [..." %/?#[]@!$&'()*+,;=<>|\u00e4"];

test('letters, digits and four marks need no encoding, and all else does', () => {
  const coded = (character: string): string =>
    [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  expect(unreserved.filter((one) => !isNeedlesslyEncoded(`a${coded(one)}`))).toEqual([]);
  expect(reserved.filter((one) => isNeedlesslyEncoded(`a${coded(one)}`))).toEqual([]);
  expect(isNeedlesslyEncoded('TCK_1')).toBe(false);
  expect(isNeedlesslyEncoded('TCK%5F1')).toBe(true);
});
