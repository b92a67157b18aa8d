import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import { layout } from './layout.ts';

test('any value reads back as it was, its keys in their order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(40), (value, indent) => {
      expect(JSON.stringify(JSON.parse(layout(value as Json, indent)))).toBe(JSON.stringify(value));
    }),
  );
});

test('what fits stands on one line, each header on a line of its own', () => {
  const value = {
    status: 200,
    small: { a: [1, 2] },
    rawHeaders: ['a', '1', 'b', '2'],
    long: { text: 'x'.repeat(120) },
  };
  expect(layout(value).split('\n')).toEqual([
    '{',
    '  "status": 200,',
    '  "small": {"a":[1,2]},',
    '  "rawHeaders": [',
    '    "a", "1",',
    '    "b", "2"',
    '  ],',
    '  "long": {',
    `    "text": "${'x'.repeat(120)}"`,
    '  }',
    '}',
  ]);
});

test('empty structures and absent members take no room', () => {
  expect(layout({ none: undefined, list: [], rawHeaders: [], object: {} }, 0)).toBe(
    '{\n  "list": [],\n  "rawHeaders": [],\n  "object": {}\n}',
  );
});
