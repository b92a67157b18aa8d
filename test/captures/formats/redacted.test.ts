import { beforeAll, describe, expect, test } from 'vitest';
import { checkCapture, type CheckedCapture } from '../../../engine/captured/check-capture.ts';
import { tokens } from '../../../reference/tokens.ts';
import { readCapture } from '../../../targets/captures/read-capture.ts';
import { TextPseudonyms } from '../../../targets/pseudonyms/text-pseudonyms.ts';
import { honestDay, type HarEntry } from '../day.ts';
import type { Export } from './entry-parts.ts';
import { exports, exportsWithoutBodies } from './exports.ts';

/** Of as many letters as the one that it stands for, who is named in the documents and so may stay. */
const person = 'Zora Quillmann';

let honest: readonly HarEntry[] = [];

beforeAll(async () => {
  honest = JSON.parse(JSON.stringify(await honestDay()).replaceAll('Alice Bradford', person)) as readonly HarEntry[];
});

/** A server that answers clockOut with the wrong status and loses the notes of breaks. */
function faulty(): readonly HarEntry[] {
  return honest.map((entry) => {
    const { request, response, ...rest } = structuredClone(entry);
    if (request.url.endsWith('/clockOut')) response.status = 200;
    const text = response.content.text?.replaceAll('lunch', 'supper');
    return {
      ...rest,
      request,
      response: { ...response, content: { ...response.content, ...(text === undefined ? {} : { text }) } },
    };
  });
}

function judged(text: string): CheckedCapture {
  const found = checkCapture(readCapture(text), { file: 'some export' });
  if (!('verdicts' in found)) throw new Error('there is no request for time cards');
  return found;
}

const told = (text: string) =>
  judged(text).verdicts.map(({ requirement, kind, because = '' }) => `${requirement} ${kind} ${because}`);

const har: Export = (day) => JSON.stringify({ log: { version: '1.2', entries: day } }, null, 2);
const formats = Object.entries({ 'a HAR file': har, ...exports, ...exportsWithoutBodies });

describe('a copy without secrets is judged with the same verdicts', () => {
  test.each(formats)('%s', (_name, write) => {
    for (const day of [honest, faulty()]) {
      const text = write(day);
      const copy = new TextPseudonyms({}).text(text);
      expect(copy).not.toBe(text);
      expect(told(copy)).toEqual(told(text));
      expect(judged(copy).summary).toEqual(judged(text).summary);
    }
  });

  test.each(formats)('%s, which holds no token any more in any encoding', (_name, write) => {
    const copy = new TextPseudonyms({}).text(write(honest));
    const own = tokens.caller.split('.')[1] ?? tokens.caller;
    expect(copy).not.toContain(own);
    const [, ...bytes] = /\[(\d+(?:,\s*\d+){20,})\]/g.exec(copy) ?? [];
    for (const list of bytes) expect(Buffer.from(list.split(',').map(Number)).toString()).not.toContain('Quillmann');
    for (const [base64] of copy.matchAll(/[A-Za-z\d+/]{60,}={0,2}/g))
      expect(Buffer.from(base64, 'base64').toString()).not.toContain(person);
    expect(copy).not.toContain(person);
  });
});
