import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClockWithOthers, people, type Habit } from './clock-with-others.ts';
import type { Outcome } from './outcome.ts';
import { runProcess } from './process.ts';

const mostResident = 300_000;
const mostReports = 20_000_000;

const notes = 'n'.repeat(4_000_000);
const longId = 'i'.repeat(1_000_000);
const old = { createdDateTime: '2024-01-01T00:00:00Z', clockInEvent: { dateTime: '2024-01-01T00:00:00Z' }, breaks: [] };

/** Servers that send more than anybody can keep. */
const floods: Readonly<Record<string, Habit>> = {
  'notes of 4 MB': {
    write: (card) => JSON.stringify({ ...(card as object), notes: { contentType: 'text', content: notes } }),
  },
  'ids of 1 MB': { nextId: ({ made }) => `${longId}${made}` },
  'a list without an end': {
    page: (clock, url) => ({
      value: Array.from({ length: 2000 }, (_, index) => ({
        ...old,
        id: `${clock.requests}-${index}`,
        userId: people.stranger,
      })),
      '@odata.nextLink': `${url}?page=${clock.requests}`,
    }),
  },
  'a million empty lists': {
    write: (card) => JSON.stringify({ ...(card as object), x: Array.from({ length: 1_000_000 }, () => []) }),
  },
  'ten thousand members': {
    write: (card) =>
      JSON.stringify({
        ...(card as object),
        ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`m${index}`, 'x'.repeat(20)])),
      }),
  },
};

/** The memory and the reports of whole runs, whatever is sent. */
export async function tryMemory(): Promise<Outcome> {
  const faults: string[] = [];
  const lines: string[] = [];
  for (const [name, habit] of Object.entries(floods)) {
    const folder = mkdtempSync(join(tmpdir(), 'memory-'));
    const clock = new ClockWithOthers(habit, 1);
    const server = await clock.listen();
    const environment = {
      XDG_STATE_HOME: join(folder, 'state'),
      TIMECARD_BASE_URL: server.url,
      TIMECARD_TEAM_ID: people.teamId,
      TIMECARD_USER_ID: people.caller,
      TIMECARD_TOKEN: 'any-text',
    };
    const { code, residentKb, stderr } = await runProcess(['run', '--seed', '1', '--quiet'], { folder, environment });
    server.close();
    const reports = join(folder, 'conformance-report');
    const bytes = readdirSync(reports).reduce((sum, file) => sum + statSync(join(reports, file)).size, 0);
    rmSync(folder, { recursive: true, force: true });
    lines.push(
      `  ${Math.round(residentKb / 1000)} MB and ${(bytes / 1e6).toFixed(1)} MB of reports, ${clock.requests} requests, exit code ${code}: ${name}`,
    );
    if (residentKb > mostResident) faults.push(`${name}: ${residentKb} kB`);
    if (bytes > mostReports) faults.push(`${name}: ${bytes} bytes of reports`);
    if (code !== 1 && code !== 3) faults.push(`${name}: ended with ${code}: ${stderr}`);
  }
  return { title: `whole runs on ${lines.length} servers that send too much`, lines, faults };
}
