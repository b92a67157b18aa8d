// Driver of @microsoft/msgraph-sdk, the generated client for TypeScript: models are objects with typed members.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { AllowedHostsValidator, BaseBearerTokenAuthenticationProvider } from '@microsoft/kiota-abstractions';
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import { PageIterator } from '@microsoft/msgraph-sdk-core';
import { createTimeCardCollectionResponseFromDiscriminatorValue as pageFactory } from '@microsoft/msgraph-sdk/models/index.js';
import '@microsoft/msgraph-sdk-teams';

const manifest = import.meta.resolve('@microsoft/msgraph-sdk').replace('index.js', 'package.json');
const { version } = JSON.parse(readFileSync(new URL(manifest), 'utf8'));

const kept = new Map();
let current;

function clientFor({ baseUrl, token }) {
  if (current?.baseUrl !== baseUrl) {
    const provider = new BaseBearerTokenAuthenticationProvider({
      getAuthorizationToken: () => Promise.resolve(token),
      getAllowedHostsValidator: () => new AllowedHostsValidator(new Set()),
    });
    const adapter = new GraphRequestAdapter(provider);
    adapter.baseUrl = baseUrl;
    current = { baseUrl, adapter, client: createGraphServiceClient(adapter) };
  }
  return current;
}

/** The type of the member: confirmedBy is an array of flags, times are Dates, all else is what JSON has. */
function native(path, value) {
  if (value?.$time !== undefined) return new Date(value.$time);
  return path.endsWith('confirmedBy') && typeof value === 'string' ? value.split(',') : value;
}

function build({ from, set }) {
  const made = from === undefined ? {} : kept.get(from);
  for (const [path, value] of Object.entries(set)) {
    const way = path.split('.');
    const last = way.pop();
    let inner = made;
    for (const name of way) inner = inner[name] ??= {};
    inner[last] = native(path, value);
  }
  return made;
}

/** What the typed members hold; anything that the SDK does not know under $extra. */
function show(value) {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (Array.isArray(value)) return value.map(show);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.keys(value).filter((name) => name !== 'backingStore' && typeof value[name] !== 'function');
  return Object.fromEntries(members.map((name) => [name === 'additionalData' ? '$extra' : name, show(value[name])]));
}

class Unsupported extends Error {}

async function call(message) {
  const { op, team, card, query } = message;
  const { client, adapter } = clientFor(message);
  const cards = client.teams.byTeamId(team).schedule.timeCards;
  const one = card === undefined ? undefined : cards.byTimeCardId(card);
  const body = message.body && build(message.body);
  if (message.keepBody) kept.set(message.keepBody, body);
  switch (op) {
    case 'echo':
      return body;
    case 'clockIn':
      return cards.clockIn.post(body);
    case 'clockOut':
    case 'startBreak':
    case 'endBreak':
      return one[op].post(body);
    case 'confirm':
      return one.confirm.post();
    case 'create':
      return cards.post(body);
    case 'get':
      return one.get();
    case 'delete':
      return one.delete();
    case 'update':
      return one.patch(body);
    case 'list':
      return (await cards.get({ queryParameters: query })).value;
    case 'listAll': {
      const all = [];
      await new PageIterator(adapter, await cards.get(), (item) => all.push(item) > 0, pageFactory, {}).iterate();
      return all;
    }
    default:
      throw new Unsupported(`no ${op === 'replace' ? 'put' : op} on the request builder of a time card`);
  }
}

async function answer(message) {
  if (message.cmd === 'start') {
    const library = { name: '@microsoft/msgraph-sdk', version, language: `Node ${process.versions.node}` };
    return { version: 1, library };
  }
  const { id, keep } = message;
  try {
    const value = await call(message);
    if (keep) kept.set(keep, value);
    return { id, value: show(value) ?? null };
  } catch (error) {
    if (error instanceof Unsupported) return { id, unsupported: error.message };
    const { responseStatusCode: status, message: text } = error ?? {};
    const code = error?.errorEscaped?.code ?? error?.error?.code ?? undefined;
    return { id, error: { type: error?.constructor?.name ?? typeof error, message: text ?? undefined, status, code } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.cmd === 'stop') break;
  process.stdout.write(`${JSON.stringify(await answer(message))}\n`);
}
process.exit();
