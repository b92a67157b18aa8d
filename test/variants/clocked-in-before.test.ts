import { expect, test } from 'vitest';
import { Run } from '../../engine/run.ts';
import { suiteNames } from '../../engine/cases/suite.ts';
import type { Finding } from '../../judgements/finding.ts';
import type { Behaviour } from '../../reference/behaviour.ts';
import { otherTeamId, teamId } from '../../reference/identities.ts';
import { tokens } from '../../reference/tokens.ts';
import { openOver } from '../../targets/open-target.ts';
import { inProcessServer } from '../in-process-wire.ts';
import { usualBegin, virtualClock } from '../virtual-clock.ts';

/** A second clockIn is answered like the first, with the card that is open; no page says otherwise (TC-CLOCKIN-024). */
const idempotent: Behaviour = {
  policy: { secondClockIn: 'openCardAgain' },
  start: () => ({
    reply: (reply, { operation }) =>
      operation === 'clockIn' && reply.status === 200 ? { ...reply, status: 201 } : reply,
  }),
};

const everyToken = {
  TIMECARD_TOKEN: tokens.caller,
  TIMECARD_SECOND_USER_TOKEN: tokens.secondUser,
  TIMECARD_APP_TOKEN: tokens.application,
};

test.each([
  ['a colleague', tokens.secondUser, everyToken],
  ['the caller', tokens.caller, everyToken],
  ['a caller of whom nothing is known', tokens.caller, { TIMECARD_TOKEN: tokens.caller }],
])(
  'nobody is accused where %s was clocked in before, and the card stays as it was',
  async (_who, token, environment) => {
    const clock = virtualClock(usualBegin);
    const settings = { apiVersion: 'v1.0', requestTimeout: 3000, maxResponseSize: 1e6 } as const;
    const { url: baseUrl, wire } = inProcessServer({ ...clock, variant: idempotent }, settings);
    const cards = `${baseUrl}/v1.0/teams/${teamId}/schedule/timeCards`;
    const headers = [
      ['Authorization', `Bearer ${token}`],
      ['Content-Type', 'application/json'],
    ] as const;
    const sent = await wire.send({ method: 'POST', url: `${cards}/clockIn`, headers, text: '{}' });
    const before = JSON.parse('text' in sent ? sent.text : '') as { readonly id: string };
    // Long ago, as seen from the run.
    await clock.pause(8 * 3_600_000);
    const target = openOver(wire, { ...settings, baseUrl, otherTeamId }, environment, clock);
    const findings: Finding[] = [];
    const run = { seed: 7, numRuns: 1, suites: new Set(suiteNames) } as const;
    const end = await new Run(target, run, (event) => {
      if (event.kind === 'finding') findings.push(event.finding);
    }).perform();
    expect(findings.map(({ requirement, violation }) => ({ requirement, violation }))).toEqual([]);
    expect(end.verdicts.filter(({ kind }) => kind === 'passed').length).toBeGreaterThan(60);
    const shown = await wire.send({ method: 'GET', url: `${cards}/${before.id}`, headers, text: undefined });
    expect(JSON.parse('text' in shown ? shown.text : '')).toEqual(before);
  },
);
