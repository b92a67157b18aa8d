import { expect, test } from 'vitest';
import { readBody } from './body.ts';

const json = 'application/json; charset=utf-8';

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

test.each<[name: string, text: string, contentType: string | undefined, kind: string]>([
  ['nothing', '', json, 'empty'],
  ['an object', '{"id":"1"}', json, 'json'],
  ['a list', '[1]', json, 'json'],
  ['a bare value that says it is JSON', '"text"', json, 'json'],
  ['a bare value that does not', '"text"', 'text/plain', 'other'],
  ['an object of a type with the suffix', '{}', 'application/problem+json', 'json'],
  ['an object that claims to be text', ' {"id":"1"}', 'text/html', 'json'],
  ['an object without a type', '\n[{}]', undefined, 'json'],
  ['what looks like an object and is none', '{not json', 'text/plain', 'other'],
  ['what says it is JSON and is none', '{not json', json, 'malformed'],
  ['half an object', '{"id":', 'APPLICATION/JSON', 'malformed'],
  ['a web page', '<html></html>', 'text/html', 'other'],
  ['a web page that says it is JSON', '<html></html>', json, 'malformed'],
  ['a type that only begins like JSON', '7', 'application/jsonlines', 'other'],
  ['what is as deep as we go', nested(200), json, 'json'],
  ['what is deeper', nested(201), json, 'other'],
  ['brackets in a text, which are not depth', JSON.stringify({ a: `\\"${'['.repeat(300)}` }), json, 'json'],
  ['depth behind a text that ends with a backslash', `["\\\\",${nested(200)}]`, json, 'other'],
])('%s', (_name, text, contentType, kind) => {
  const kept = kind === 'empty' ? {} : { text };
  expect(readBody(text, contentType)).toEqual(
    kind === 'json' ? { kind, text, value: JSON.parse(text) } : { kind, ...kept },
  );
});

test('what would overflow the stack is told apart without walking it', () => {
  expect(readBody(nested(100_000), json).kind).not.toBe('json');
});

test('a byte order mark is passed over, and kept in the text', () => {
  const text = '\uFEFF{"id":"1"}';
  expect(readBody(text, json)).toEqual({ kind: 'json', value: { id: '1' }, text });
});
