import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { teamId } from '../../reference/identities.ts';
import { command } from '../command.ts';
import { usualBegin } from '../virtual-clock.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';
import { tenant } from './tenant-people.ts';
import { calmTenant, TenantSimulator } from './tenant-simulator.ts';

let there: LiveEnvironment;

/** What stands on cards of others and must not get into a recording: each in a form of its own. */
const personal = [
  'Zoë O’Hara-Lindqvist',
  'zoe.ohara@nordwind.onmicrosoft.com',
  '+49 151 23456789',
  '4c1f0a8e-77b2-4a53-9c1d-0e2f3a4b5c6d',
  'https://nordwind.sharepoint.com/sites/payroll',
  '81.169.145.12',
];

beforeAll(async () => {
  const simulator = new TenantSimulator({ ...calmTenant, foreignCards: 6 }, 1, usualBegin);
  there = await startLiveEnvironment(
    {},
    {},
    {
      ...simulator.hooks,
      look: (cards, call) => {
        const seen = simulator.hooks.look?.(cards, call) ?? cards;
        return {
          get: (id) => seen.get(id),
          all: () =>
            [...seen.all()].map((placed, index) =>
              placed.card.id.startsWith('TCK_5e6f')
                ? ({
                    ...placed,
                    card: {
                      ...placed.card,
                      userId: personal[3],
                      createdBy: {
                        ...placed.card.createdBy,
                        user: { id: personal[3], displayName: personal[0], email: personal[1] },
                      },
                      notes: {
                        contentType: 'text',
                        content: `Ask ${personal[1]} at ${personal[5]}, see ${personal[4]} (${index})`,
                      },
                    },
                  } as typeof placed)
                : placed,
            ),
        };
      },
    },
  );
});

afterAll(() => there.close());

function tokens(): Record<string, string> {
  return {
    ...there.environment,
    TIMECARD_TOKEN: there.entra.issue('caller', 3600, { upn: personal[1] }),
    TIMECARD_SECOND_USER_TOKEN: there.entra.issue('secondUser'),
  };
}

describe('a tenant that is recorded', () => {
  it('is not begun where another file is in its place, before anybody signs in', async () => {
    const words = ['record', 'timecard-conformance.config.json', '--live'];
    const { exitCode, stdout, stderr } = await command(words, { folder: there.folder, environment: there.environment });
    expect(stderr).toMatch(
      /^timecard-conformance: timecard-conformance.config.json exists already and is not a recording/,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(readdirSync(there.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is told by nothing in the recording, on which scan passes and replay comes to the same', async () => {
    const environment = tokens();
    const options = { folder: there.folder, environment };
    const words = ['--suite', 'reading', '--max-requests', '40', '--seed', '3', '--quiet'];
    const recorded = await command(['record', 'tenant.json', '--live', ...words], options);
    expect(recorded.stderr).toBe('');
    expect(recorded.exitCode).toBe(3);
    const text = readFileSync(join(there.folder, 'tenant.json'), 'utf8');
    const { TIMECARD_TOKEN: token = '' } = environment;
    const forbidden = [
      ...[0, 1, 3, 4, 5].flatMap((index) => personal[index] ?? []),
      tenant.tenantId,
      token,
      token.split('.')[1] ?? '',
    ];
    expect(forbidden.filter((value) => text.includes(value))).toEqual([]);
    expect(text).toMatch(/"provenance": ?"live"/);
    const scanned = await command(['scan', 'tenant.json'], options);
    expect(scanned.stdout).toMatch(/\S/);
    expect(scanned.exitCode).toBe(0);
    const replayed = await command(['replay', 'tenant.json', '--player', 'direct'], { folder: there.folder });
    expect(replayed.stderr).toBe('');
    expect(replayed.exitCode).toBe(3);
    expect(replayed.stdout).toMatch(/(\d+) of \1 exercised requirements hold/);
    expect(readdirSync(join(there.folder, 'state', 'timecard-conformance'))).toEqual([]);
  });

  it('is not judged while one of the users has an open card', async () => {
    const environment = tokens();
    const url = `${there.graph.url}/v1.0/teams/${teamId}/schedule/timeCards/clockIn`;
    const { request } = await import('node:https');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${environment['TIMECARD_TOKEN']}`, 'content-type': 'application/json' };
      const clockIn = request(url, { method: 'POST', headers, ca: there.ca, servername: 'localhost' }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      });
      clockIn.on('error', reject);
      clockIn.end('{}');
    });
    expect(status).toBe(201);
    const { exitCode, stdout, stderr } = await command(['run', '--live', '--seed', '1'], {
      folder: there.folder,
      environment,
    });
    expect(stdout).toBe('');
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/the tenant is not ready, and nothing was written\. open time cards of these users: TCK_/);
  });
});
