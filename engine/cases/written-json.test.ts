import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../traffic/json.ts';
import { writeJson, type JsonStyle } from './written-json.ts';

const usual: JsonStyle = {
  escapesNames: false,
  escapesTexts: false,
  escapesSlashes: false,
  reverses: false,
  spaces: false,
  breaksLines: false,
};

const style: fc.Arbitrary<JsonStyle> = fc.record({
  escapesNames: fc.boolean(),
  escapesTexts: fc.boolean(),
  escapesSlashes: fc.boolean(),
  reverses: fc.boolean(),
  spaces: fc.boolean(),
  breaksLines: fc.boolean(),
});

test('whatever the style, it is the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), style, (value, how) => {
      expect(JSON.parse(writeJson(value as Json, how))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 500, seed: 61 },
  );
});

test('in the usual style it is what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(writeJson(value as Json, usual)).toBe(JSON.stringify(value));
    }),
    { numRuns: 200, seed: 62 },
  );
});

const value = { notes: { content: '1/2 é\u{1F600}', contentType: 'text' }, breaks: [true, null] };

test.each<[keyof JsonStyle, string]>([
  [
    'escapesNames',
    '{"\\u006eotes":{"\\u0063ontent":"1/2 é\u{1F600}","\\u0063ontentType":"text"},"\\u0062reaks":[true,null]}',
  ],
  [
    'escapesTexts',
    '{"notes":{"content":"\\u0031/2 \\u00e9\\ud83d\\ude00","contentType":"\\u0074ext"},"breaks":[true,null]}',
  ],
  ['escapesSlashes', '{"notes":{"content":"1\\/2 é\u{1F600}","contentType":"text"},"breaks":[true,null]}'],
  ['reverses', '{"breaks":[true,null],"notes":{"contentType":"text","content":"1/2 é\u{1F600}"}}'],
  ['spaces', '{"notes" : {"content" : "1/2 é\u{1F600}" , "contentType" : "text"} , "breaks" : [true , null]}'],
  [
    'breaksLines',
    '\r\n{\r\n\t"notes":{\r\n\t\t"content":"1/2 é\u{1F600}",\r\n\t\t"contentType":"text"\r\n\t},\r\n\t"breaks":[\r\n\t\ttrue,\r\n\t\tnull\r\n\t]\r\n}\r\n',
  ],
])('%s', (name, text) => {
  expect(writeJson(value, { ...usual, [name]: true })).toBe(text);
});
