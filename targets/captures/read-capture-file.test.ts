import { describe, expect, test } from 'vitest';
import { NoCapture, type Capture } from './capture.ts';
import { readCaptureFile } from './read-capture-file.ts';
import { readCapture } from './read-capture.ts';

const url = 'https://graph.microsoft.com/v1.0/teams/t/schedule/timeCards';

function entry(note: string): object {
  return {
    startedDateTime: '2026-07-13T08:00:00.000Z',
    time: 12,
    request: { method: 'GET', url, headers: [{ name: 'Accept', value: 'a "quoted" \\ value, [with] {brackets}' }] },
    response: { status: 200, headers: [], content: { size: 20, text: JSON.stringify({ value: [{ note }] }) } },
  };
}

const har = (entries: readonly unknown[]) =>
  JSON.stringify({ log: { version: '1.2', pages: [{ id: '1', entries: [] }], entries, comment: 'end' } }, null, 1);
const exchange = { request: { method: 'GET', url }, outcome: { kind: 'response', status: 204 }, startedAt: 1 };
const lines = [JSON.stringify(exchange), '{"request"', JSON.stringify({ ...exchange, startedAt: 2 })].join('\r\n');

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += length)
    yield await Promise.resolve(text.slice(start, start + length));
}

/** What a file holds, or the sentence that says why it holds nothing. */
async function read(text: string, length: number): Promise<unknown> {
  return said(() => readCaptureFile(() => inPieces(text, length)));
}

async function said(reading: () => Capture | Promise<Capture>): Promise<unknown> {
  try {
    return JSON.parse(JSON.stringify(await reading()));
  } catch (error) {
    if (error instanceof NoCapture) return error.message;
    throw error;
  }
}

describe('a file that comes in pieces', () => {
  test.each<[name: string, text: string]>([
    ['a HAR file', har([entry('one'), entry('{"[,]"}'), 7, null, entry('three')])],
    ['a HAR file without entries', har([])],
    ['a HAR file with a list in the place of an entry', har([[entry('one')], entry('two')])],
    ['a HAR file of one line', JSON.stringify(JSON.parse(har([entry('one')])))],
    ['a HAR file with other names first', `{"comment":"x",${har([entry('one')]).slice(1)}`],
    ['a HAR file that breaks off within an entry', har([entry('one'), entry('two')]).slice(0, -200)],
    ['a HAR file that breaks off behind its entries', har([entry('one'), entry('two')]).slice(0, -5)],
    ['a HAR file with an entry that is no JSON', har([entry('one'), 'x']).replace('"x"', 'x')],
    ['a HAR file with a comma too many', har([entry('one'), 'x']).replace('"x"', '')],
    ['a HAR file whose entries are no list', JSON.stringify({ log: { entries: {} } })],
    ['exchanges as lines', lines],
    ['one exchange', JSON.stringify(exchange)],
    ['one exchange on several lines', JSON.stringify(exchange, null, 2)],
    ['something else', '{"openapi":"3.1.0"}'],
    ['nothing', ' \n'],
  ])('%s is read as it would be in one piece', async (_name, text) => {
    const expected = await said(() => readCapture(text));
    for (const length of [1, 7, 100, text.length]) expect(await read(text, length)).toEqual(expected);
  });

  test('is read with all that it holds', async () => {
    expect(await read(har([entry('one'), entry('two')]), 10)).toMatchObject({
      entries: 2,
      exchanges: [
        { exchange: { entry: 1 } },
        { exchange: { outcome: { body: { value: { value: [{ note: 'two' }] } } } } },
      ],
    });
    expect(await read(lines, 10)).toMatchObject({ entries: 3, faults: [{ entry: 2 }] });
  });
});
