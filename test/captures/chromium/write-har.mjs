// Writes the HAR files beside this one: Chromium's own network panel exports what a page did that called `serve`.
//   npm install --no-save puppeteer-core
//   TIMECARD_TOKEN=… node test/captures/chromium/write-har.mjs http://127.0.0.1:4077 OUT.har [sanitize]
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const [base, out, sanitize] = process.argv.slice(2);
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** What the page does: a day of one user, a card typed in later, mistakes, and what an impatient user breaks off. */
async function aDay({ base: clock, token }) {
  const team = '871dbd5c-3a6a-4392-bfe1-042452793a50';
  const user = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
  const cards = `/v1.0/teams/${team}/schedule/timeCards`;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const notes = (content) => ({ contentType: 'text', content });
  const call = async (method, path, body) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const type = text === undefined ? {} : { 'Content-Type': 'application/json' };
    const headers = { Authorization: `Bearer ${token}`, ...type, 'client-request-id': crypto.randomUUID() };
    const answer = await fetch(clock + path, { method, headers, ...(text === undefined ? {} : { body: text }) });
    const said = await answer.text();
    return said === '' ? undefined : JSON.parse(said);
  };
  const card = await call('POST', `${cards}/clockIn`, {
    isAtApprovedLocation: true,
    notes: notes('Grüße vom Eingang ☕'),
  });
  const one = `${cards}/${card.id}`;
  await call('GET', one);
  for (const action of ['startBreak', 'endBreak', 'clockOut']) {
    await call('POST', `${one}/${action}`, { isAtApprovedLocation: false, notes: notes(action) });
    await call('GET', one);
  }
  await pause(1600);
  await call('GET', one);
  await call('POST', `${one}/confirm`);
  await call('GET', one);
  await call('GET', cards);
  await call('GET', `${cards}?$top=1`);
  const event = (ms) => ({
    dateTime: new Date(Date.now() - ms).toISOString(),
    isAtApprovedLocation: true,
    notes: notes('typed in'),
  });
  const typed = await call('POST', cards, {
    userId: user,
    clockInEvent: event(7_200_000),
    clockOutEvent: event(3_600_000),
  });
  const other = `${cards}/${typed.id}`;
  await call('GET', other);
  await call('PUT', other, {
    userId: user,
    clockInEvent: event(7_100_000),
    clockOutEvent: event(3_500_000),
    notes: notes('edited'),
  });
  await call('GET', other);
  await Promise.all([call('GET', cards), call('GET', one), call('GET', other)]);
  await call('POST', `${cards}/clockIn`, '{"notes":');
  await call('GET', `${one}-unknown`);
  await call('DELETE', other);
  await call('GET', other);
  await call('DELETE', one);
  await pause(1600);
  await call('GET', one);
  await call('GET', cards);
  await call('GET', cards.replace('v1.0', 'beta'));
  await call('GET', `/v1.0/teams/${team}/schedule`);
  const stop = new AbortController();
  const broken = fetch(clock + cards, { signal: stop.signal }).catch(() => undefined);
  stop.abort();
  await broken;
  await fetch(clock + cards);
}

const page =
  '<!doctype html><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"><script src="/app.js"></script>';
const app = `window.aDay = () => (${String(aDay)})(${JSON.stringify({ base, token: process.env.TIMECARD_TOKEN })});`;
const pages = createServer((request, response) => {
  const isScript = request.url === '/app.js';
  response.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`);
  response.end(isScript ? app : page);
});
await new Promise((resolve) => pages.listen(0, '127.0.0.1', resolve));

const browser = await puppeteer.launch({
  executablePath: chromium,
  headless: true,
  devtools: true,
  targetFilter: () => true,
  // The time clock has no CORS headers.
  args: ['--no-sandbox', '--disable-web-security', `--user-data-dir=${mkdtempSync(join(tmpdir(), 'chromium-'))}`],
});
const [tab] = await browser.pages();
const panel = await browser.waitForTarget((target) => target.url().startsWith('devtools://'));
const tools = await panel.asPage();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
/** How many requests the network panel knows: it takes its time to look at a page. */
const known = async () => {
  try {
    return await tools.evaluate(`import('devtools://devtools/bundled/models/logs/logs.js').then(({ NetworkLog }) =>
      NetworkLog.NetworkLog.instance().requests().length)`);
  } catch {
    return 0;
  }
};
for (let tries = 0; (await known()) < 2 && tries < 20; tries += 1) {
  await tab.goto(`http://127.0.0.1:${pages.address().port}/`);
  await pause(3000);
}
await tab.evaluate('aDay()');
await pause(5000);
const har = await tools.evaluate(`(async () => {
  const { Writer } = await import('devtools://devtools/bundled/models/har/har.js');
  const { NetworkLog } = await import('devtools://devtools/bundled/models/logs/logs.js');
  const parts = [];
  const nothing = () => undefined;
  const progress = { setTotalWork: nothing, setTitle: nothing, setWorked: nothing, incrementWorked: nothing, done: nothing, isCanceled: () => false, canceled: false, createSubProgress: () => progress };
  await Writer.Writer.write({ write: async (part) => parts.push(part) }, NetworkLog.NetworkLog.instance().requests(), { sanitize: ${sanitize !== undefined} }, progress);
  return parts.join('');
})()`);
writeFileSync(out, har);
await browser.close();
pages.close();
