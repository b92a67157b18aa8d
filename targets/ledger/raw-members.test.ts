import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rawMembers } from './raw-members.ts';

test('repeated names are kept, and numbers are as they are written', () => {
  expect(rawMembers('{ "id" : 9007199254740993, "a":{"id":["x"]} ,"\\u0069d":"}" }')).toEqual([
    ['id', '9007199254740993'],
    ['a', '{"id":["x"]}'],
    ['id', '"}"'],
  ]);
});

test.each(['[{"id":1}]', '"id"', '7', 'null', '{}'])('%s has none', (text) => expect(rawMembers(text)).toEqual([]));

test('the members of any object are those that JSON.parse finds', () => {
  const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
  fc.assert(
    fc.property(object, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const found = rawMembers(JSON.stringify(value, undefined, indent));
      expect(found.map(([name, raw]) => [name, JSON.parse(raw)])).toEqual(
        Object.entries(JSON.parse(JSON.stringify(value)) as object),
      );
    }),
  );
});
