// Driver of @microsoft/microsoft-graph-client, which knows requests and no types: cards are plain objects.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { Client, PageIterator } from '@microsoft/microsoft-graph-client';

const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(require.resolve('@microsoft/microsoft-graph-client/package.json'), 'utf8'));

const kept = new Map();
let current;

/** One client for each address, made as its README says. */
function clientFor({ baseUrl, token }) {
  if (current?.baseUrl !== baseUrl) {
    const client = Client.init({
      baseUrl: baseUrl.replace(/v1\.0$/, ''),
      defaultVersion: 'v1.0',
      customHosts: new Set([new URL(baseUrl).hostname]),
      authProvider: (done) => done(null, token),
    });
    current = { baseUrl, client };
  }
  return current.client;
}

function build({ from, set }) {
  const made = from === undefined ? {} : kept.get(from);
  for (const [path, value] of Object.entries(set)) {
    const way = path.split('.');
    const last = way.pop();
    let inner = made;
    for (const name of way) inner = inner[name] ??= {};
    // The library has no date type: a time is the text that it is.
    inner[last] = value?.$time ?? value;
  }
  return made;
}

async function call(message) {
  const { op, team, card, query = {} } = message;
  const client = clientFor(message);
  const list = `/teams/${team}/schedule/timeCards`;
  const body = message.body && build(message.body);
  if (message.keepBody) kept.set(message.keepBody, body);
  switch (op) {
    case 'echo':
      return body;
    case 'clockIn':
      return client.api(`${list}/clockIn`).post(body);
    case 'clockOut':
    case 'startBreak':
    case 'endBreak':
      return client.api(`${list}/${card}/${op}`).post(body);
    case 'confirm':
      return client.api(`${list}/${card}/confirm`).post();
    case 'create':
      return client.api(list).post(body);
    case 'replace':
      return client.api(`${list}/${card}`).put(body);
    case 'get':
      return client.api(`${list}/${card}`).get();
    case 'delete':
      return client.api(`${list}/${card}`).delete();
    case 'list': {
      const request = client.api(list);
      if (query.filter !== undefined) request.filter(query.filter);
      if (query.top !== undefined) request.top(query.top);
      return (await request.get()).value;
    }
    case 'listAll': {
      const cards = [];
      await new PageIterator(client, await client.api(list).get(), (one) => cards.push(one) > 0).iterate();
      return cards;
    }
    default:
      return undefined;
  }
}

async function answer(message) {
  if (message.cmd === 'start') {
    const library = { name: '@microsoft/microsoft-graph-client', version, language: `Node ${process.versions.node}` };
    return { version: 1, library };
  }
  const { id, op, keep } = message;
  if (op === 'update' || op === 'confirmForUser') return { id, unsupported: `no page of v1.0 has ${op}` };
  try {
    const value = await call(message);
    if (keep) kept.set(keep, value);
    return { id, value: value instanceof ReadableStream ? '(a stream)' : (value ?? null) };
  } catch (error) {
    // A GraphError has statusCode and code.
    const { statusCode: status, code, message: text } = error;
    return { id, error: { type: error.constructor.name, message: text, status, code: code ?? undefined } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.cmd === 'stop') break;
  process.stdout.write(`${JSON.stringify(await answer(message))}\n`);
}
process.exit();
