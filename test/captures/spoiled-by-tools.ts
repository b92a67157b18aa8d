import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import type { HarEntry } from './day.ts';

/** What a tool makes of a capture: the text of the file. */
export type Spoil = (entries: readonly HarEntry[]) => string;

function har(entries: readonly object[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } });
}

/** Every entry changed, in a copy of its own. */
function each(change: (entry: HarEntry, index: number) => void): Spoil {
  return (entries) => har(entries.map((entry, index) => changed(entry, (copy) => change(copy, index))));
}

function changed(entry: HarEntry, change: (copy: HarEntry) => void): HarEntry {
  const copy = structuredClone(entry);
  change(copy);
  return copy;
}

/** Every body of an answer changed, and the size that the tool says with it. */
function bodies(change: (text: string, entry: HarEntry, index: number) => string | undefined, size?: number): Spoil {
  return each((entry, index) => {
    const { content } = entry.response;
    if (content.text === undefined) return;
    const text = change(content.text, entry, index);
    content.size = size ?? Buffer.byteLength(text ?? '');
    if (text === undefined) delete content.text;
    else content.text = text;
  });
}

/** Bodies as bytes, with the coding that the header says. */
function bytes(code: (text: Buffer) => Buffer, coding?: string): Spoil {
  return each(({ response }) => {
    if (response.content.text === undefined) return;
    response.content.text = code(Buffer.from(response.content.text)).toString('base64');
    response.content.encoding = 'base64';
    if (coding !== undefined) response.headers.push({ name: 'content-encoding', value: coding });
  });
}

function without(name: string, spoil: Spoil): Spoil {
  return (entries) =>
    spoil(
      entries.map((entry) =>
        changed(entry, ({ response }) => {
          response.headers = response.headers.filter((header) => header.name !== name);
        }),
      ),
    );
}

const cut = (length: number) => (text: string) => (text.length > length ? text.slice(0, length) : text);
const half = (text: string) => text.slice(0, Math.floor(text.length / 2));
const inLatin1 = (text: string) => Buffer.from(text).toString('latin1');
const replacing = (name: string, by: string) => (text: string) =>
  text.replaceAll(new RegExp(`"${name}":"[^"]*"`, 'g'), `"${name}":"${by}"`);
const times =
  (written: (time: Date) => string): Spoil =>
  (entries) =>
    each((entry) => {
      entry.startedDateTime = written(new Date(entry.startedDateTime));
    })(entries);
const wholeSeconds = (time: Date) => time.toISOString().replace(/\.\d+/, '');
const fakeZstd = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x04]);
const keys = (url: string) =>
  url.replace(/teams\/([^/]+)/, "teams('$1')").replace(/timeCards\/(TCK[^/]+)/, "timeCards('$1')");

function twice(second: (copy: HarEntry) => void): Spoil {
  return (entries) => har(entries.flatMap((entry) => [entry, changed(entry, second)]));
}

function urls(change: (url: string) => string): Spoil {
  return each(({ request }) => {
    request.url = change(request.url);
  });
}

/** Every request in a `$batch` of its own. */
const batched: Spoil = each((entry) => {
  const { request, response } = entry;
  const { pathname, origin } = new URL(request.url);
  const body: unknown = request.postData === undefined ? undefined : JSON.parse(request.postData.text);
  const text = response.content.text;
  const sent = { requests: [{ id: '1', method: request.method, url: pathname.replace('/v1.0', ''), body }] };
  const answer: unknown = text === undefined ? undefined : JSON.parse(text);
  const came = JSON.stringify({ responses: [{ id: '1', status: response.status, body: answer }] });
  entry.request = { ...request, method: 'POST', url: `${origin}/v1.0/$batch`, bodySize: -1 };
  entry.request.postData = { mimeType: 'application/json', text: JSON.stringify(sent) };
  entry.response = { ...response, status: 200, content: { mimeType: 'application/json', text: came } };
  entry.response.headers = response.headers.filter(({ name }) => name !== 'content-length');
});

const redirected: Spoil = (entries) =>
  har(
    entries.flatMap((entry) => [
      changed(entry, ({ response }) => {
        response.status = 307;
        response.headers = [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }];
        response.content = { size: 0, mimeType: 'x-unknown' };
      }),
      entry,
    ]),
  );

/** What tools do to traffic, each by its kind. None of it is the server's doing. */
export const spoiledByTools: Readonly<Record<string, Spoil>> = {
  nothing: har,
  'a byte order mark before the file': (entries) => `\uFEFF${har(entries)}`,
  'a byte order mark before each body': bodies((text) => `\uFEFF${text}`),
  'text that is marked as base64': bodies((text, { response }) => ((response.content.encoding = 'base64'), text)),
  'true base64': bytes((text) => text),
  'bytes of gzip': bytes(gzipSync, 'gzip'),
  'bytes of gzip without a header': bytes(gzipSync),
  'bytes of brotli': bytes(brotliCompressSync, 'br'),
  'bytes of raw deflate': bytes(deflateRawSync, 'deflate'),
  'stacked codings': bytes((text) => brotliCompressSync(gzipSync(text)), 'gzip, br'),
  'bytes of zstd that are damaged': bytes((text) => Buffer.concat([fakeZstd, text.toReversed()]), 'zstd'),
  'bytes of an unknown coding': bytes((text) => Buffer.from(text.toReversed()), 'x-of-our-own'),
  'bytes of gzip that end early': bytes((text) => gzipSync(text).subarray(0, 40), 'gzip'),
  'bytes of latin1': bytes((text) => Buffer.from(text.toString('utf8'), 'latin1')),
  'bytes of gzip, a character each': bodies((text) => gzipSync(text).toString('latin1')),
  'bytes of UTF-16': bytes((text) => Buffer.from(`\uFEFF${text.toString('utf8')}`, 'utf16le')),
  'bodies cut, with the size of the cut': bodies(cut(400)),
  'bodies cut, with the true size': each(({ response: { content } }) => {
    if (content.text !== undefined) content.text = half(content.text);
  }),
  'bodies cut, with -1': without('content-length', bodies(half, -1)),
  'bodies cut, without any size': without(
    'content-length',
    each(({ response: { content } }) => {
      if (content.text !== undefined) content.text = half(content.text);
      delete content.size;
    }),
  ),
  'bodies cut at 256, nothing else said': without('content-length', bodies(cut(256))),
  'bodies cut, with "..." at the end': without(
    'content-length',
    bodies((text) => `${half(text)}...`),
  ),
  'bodies cut, with an ellipsis at the end': without(
    'content-length',
    bodies((text) => `${half(text)}…`),
  ),
  'bodies cut, with [truncated] at the end': without(
    'content-length',
    bodies((text) => `${half(text)} [truncated]`),
  ),
  'bodies cut, with what is missing counted': without(
    'content-length',
    bodies((text) => `${half(text)}<snip, 512 more bytes>`),
  ),
  'bodies left out': bodies(() => undefined, 873),
  'bodies left out, without a size': bodies(() => undefined, -1),
  'bodies empty, with their size': bodies(() => '', 873),
  'a placeholder for each body': bodies(() => '[application/json redacted]', 0),
  'REDACTED for each body': without(
    'content-length',
    bodies(() => 'REDACTED'),
  ),
  'an object for each body': without(
    'content-length',
    bodies(() => '{"body":"[removed]"}'),
  ),
  'a string for each body': without(
    'content-length',
    bodies(() => '"*** hidden ***"'),
  ),
  'an apology for each body': without(
    'content-length',
    bodies(() => '<body too large, not captured>'),
  ),
  'ids replaced in bodies': bodies(replacing('id', '[redacted]')),
  'ids replaced by stars': bodies(replacing('id', '********')),
  'owners replaced': bodies(replacing('userId', '<removed>')),
  'times replaced in bodies': bodies(replacing('dateTime', 'REDACTED')),
  'notes replaced': bodies(replacing('content', '[redacted]')),
  'names replaced': bodies(replacing('displayName', 'redacted')),
  'letters read in latin1': bodies(inLatin1),
  'letters read in latin1, without a length': without('content-length', bodies(inLatin1)),
  'letters read in Windows-1252': bodies((text) => new TextDecoder('windows-1252').decode(Buffer.from(text))),
  'letters replaced by U+FFFD': bodies((text) => text.replaceAll(/[^ -~]/g, '\uFFFD')),
  'letters replaced by question marks': bodies((text) => text.replaceAll(/[^ -~]/g, '?')),
  'sent letters read in latin1': each(({ request }) => {
    if (request.postData !== undefined) request.postData.text = inLatin1(request.postData.text);
  }),
  'requests left out': each(({ request }) => {
    delete request.postData;
  }),
  'no headers': each(({ request, response }) => {
    request.headers = [];
    response.headers = [];
  }),
  'newest first': (entries) => har(entries.toReversed()),
  'whole seconds': times(wholeSeconds),
  'whole seconds, newest first': (entries) => times(wholeSeconds)(entries.toReversed()),
  'whole seconds with three zeros': times((time) => wholeSeconds(time).replace('Z', '.000Z')),
  'one time for all': times(() => '2026-03-02T09:15:30Z'),
  'one time for all, newest first': (entries) => times(() => '2026-03-02T09:15:30.000Z')(entries.toReversed()),
  minutes: times((time) => `${time.toISOString().slice(0, 16)}Z`),
  'times of another zone': times((time) => new Date(+time + 3_600_000).toISOString().replace('Z', '+01:00')),
  'no durations': each((entry) => {
    entry.time = -1;
    entry['timings'] = {};
  }),
  'redirects of the browser': redirected,
  'everything twice': twice(() => undefined),
  'everything twice, of a service worker': twice((copy) => {
    copy.startedDateTime = new Date(Date.parse(copy.startedDateTime) + 2).toISOString();
    copy.time -= 6;
  }),
  'everything twice, without bodies': twice(({ response: { content } }) => {
    if (content.text !== undefined) delete content.text;
  }),
  'answers of a cache beside them': (entries) =>
    har([...entries, ...entries.slice(1, 2).map((entry) => ({ ...entry, _fromCache: 'disk' }))]),
  'keys in parentheses': urls(keys),
  'keys in parentheses, encoded': urls((url) =>
    keys(url).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll("'", '%27'),
  ),
  'doubled slashes': urls((url) => url.replace('/teams', '//teams')),
  'the team of a group': urls((url) => url.replace(/teams\/([^/]+)/, 'groups/$1/team')),
  'a joined team': urls((url) => url.replace('teams/', 'me/joinedTeams/')),
  'requests in $batch': batched,
};
