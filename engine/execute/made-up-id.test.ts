import { expect, test } from 'vitest';
import { madeUpId } from './made-up-id.ts';

const guid = '11111111-2222-4333-8444-555555555555';

test.each([
  ['without any id', [], `TCK_${guid}`],
  ['of a bare GUID', ['8BC29C8F-1F1E-4C59-9A3D-BB4E1C6E9D21'], guid],
  ['of a GUID with a prefix', ['17', 'SHIFT_8bc29c8f-1f1e-4c59-9a3d-bb4e1c6e9d21'], `SHIFT_${guid}`],
  ['of another form', ['17'], `TCK_${guid}`],
])('an id is made up in the form %s', (_name, known, wanted) => {
  expect(madeUpId(guid, known)).toBe(wanted);
});
