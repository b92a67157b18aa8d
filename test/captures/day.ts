import { startReferenceServer } from '../../reference/server.ts';

/** A header of a HAR file. */
export interface NamedValue {
  readonly name: string;
  value: string;
}

/** An entry of a HAR file, to be spoiled. */
export interface HarEntry {
  startedDateTime: string;
  time: number;
  request: {
    method: string;
    url: string;
    headers: NamedValue[];
    bodySize: number;
    postData?: { mimeType: string; text: string; encoding?: string };
  };
  response: {
    status: number;
    statusText: string;
    headers: NamedValue[];
    content: { size?: number; mimeType: string; text?: string; encoding?: string };
    bodySize: number;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

const start = Date.parse('2026-03-02T09:15:30.650Z');

/** A short day at an honest time clock, as a good tool keeps it: every kind of write, each followed by a look. */
export async function honestDay(): Promise<readonly HarEntry[]> {
  let time = start;
  const server = await startReferenceServer({ now: () => time });
  const cards = `${server.url}/v1.0/teams/${server.teamId}/schedule/timeCards`;
  const entries: HarEntry[] = [];
  const call = async (method: string, url: string, body?: object): Promise<string> => {
    const headers = {
      authorization: `Bearer ${server.tokens.caller}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const startedDateTime = new Date(time).toISOString();
    time += 10;
    const answer = await fetch(url, { method, headers, ...(sent === undefined ? {} : { body: sent }) });
    const text = await answer.text();
    time += 2_990;
    const mimeType = answer.headers.get('content-type') ?? 'x-unknown';
    entries.push({
      startedDateTime,
      time: 20,
      request: {
        method,
        url,
        headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
        bodySize: Buffer.byteLength(sent ?? ''),
        ...(sent === undefined ? {} : { postData: { mimeType: 'application/json', text: sent } }),
      },
      response: {
        status: answer.status,
        statusText: '',
        headers: [...answer.headers].map(([name, value]) => ({ name, value })),
        content: { size: Buffer.byteLength(text), mimeType, ...(text === '' ? {} : { text }) },
        bodySize: -1,
      },
      cache: {},
      timings: { send: 0, wait: 20, receive: 0 },
    });
    return text;
  };
  const notes = (content: string) => ({ notes: { contentType: 'text', content } });
  try {
    const made = await call('POST', `${cards}/clockIn`, { isAtApprovedLocation: true, ...notes('Café, später') });
    const card = `${cards}/${String((JSON.parse(made) as { readonly id: unknown }).id)}`;
    await call('GET', card);
    await call('POST', `${card}/startBreak`, notes('lunch'));
    await call('GET', card);
    await call('POST', `${card}/endBreak`, notes('back again'));
    await call('GET', card);
    await call('POST', `${card}/clockOut`, notes('bye'));
    await call('GET', card);
    await call('GET', cards);
    await call('POST', `${card}/confirm`);
    await call('GET', card);
    await call('DELETE', card);
    await call('GET', card);
    return entries;
  } finally {
    await server.close();
  }
}
