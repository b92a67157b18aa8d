import { describe, expect, it } from 'vitest';
import { fault } from '../faults/index.ts';
import { combined } from '../faults/combined.ts';
import { requirement } from '../specs/requirements/index.ts';
import { schemaErrors } from '../schemas/validators.ts';
import type { Fault } from '../reference/fault.ts';
import { startReferenceServer } from '../reference/server.ts';
import { tokens } from '../reference/tokens.ts';
import { numRunsAt } from './cases/effort.ts';
import { apiVersions } from '../traffic/operation.ts';
import { openTarget } from '../targets/open-target.ts';
import { runAgainst } from '../test/run-against.ts';
import { requestSchema } from './request-schema.ts';
import { Run } from './run.ts';
import { suiteNames } from './cases/suite.ts';
import { isWhole, oneIn } from '../test/one-in.ts';

function defect(id: string): NonNullable<ReturnType<typeof fault>> {
  const found = fault(id);
  if (found === undefined) throw new Error(`there is no defect ${id}`);
  return found;
}

/** Takes a token for the caller's, whatever it looks like. */
function taking(token: string): Fault {
  return {
    id: 'taking',
    start: () => ({
      receive: ({ headers, ...received }) => {
        const isOurs = headers['authorization'] === `Bearer ${token}`;
        return { ...received, headers: isOurs ? { ...headers, authorization: `Bearer ${tokens.caller}` } : headers };
      },
    }),
  };
}

describe('a run', () => {
  it.each(oneIn(2, apiVersions))(
    'exercises every requirement of %s that binds a server, and leaves nothing behind',
    async (apiVersion) => {
      const { end, findings } = await runAgainst(undefined, { numRuns: numRunsAt.normal }, { apiVersion });
      const unhappy = end.verdicts.filter(({ kind }) => !['passed', 'observed', 'skipped'].includes(kind));
      expect(unhappy).toEqual([]);
      expect(findings).toEqual([]);
      expect(end.stopped).toBeUndefined();
      expect(end.leftBehind).toEqual([]);
      expect(end.notOffered).toEqual([]);
      const skipped = end.verdicts.filter(({ kind, requirement: id }) => {
        const { binds, untestable } = requirement(id);
        return kind === 'skipped' && binds === 'server' && untestable === undefined;
      });
      expect(skipped).toEqual([]);
      expect(end.requests.sent).toBeLessThanOrEqual(3100);
    },
  );

  it.each(
    oneIn(
      4,
      apiVersions.flatMap((version) => [[version, 'a JWT'] as const, [version, 'text that tells nothing'] as const]),
    ),
  )(
    'names the variable that would lift each skip, where only TIMECARD_TOKEN is set (%s, %s)',
    async (apiVersion, form) => {
      const token = form === 'a JWT' ? tokens.caller : 'opaque';
      const server = await startReferenceServer({ fault: taking(token) });
      const settings = {
        apiVersion,
        baseUrl: server.url,
        teamId: server.teamId,
        requestTimeout: 5000,
        maxResponseSize: 1e6,
      };
      const target = await openTarget(settings, { TIMECARD_TOKEN: token });
      try {
        const run = { seed: 3, numRuns: 2, suites: new Set(suiteNames) };
        const { verdicts } = await new Run(target, run, () => undefined).perform();
        const wanting = verdicts.filter(({ kind, requirement: id }) => {
          const { binds, untestable } = requirement(id);
          return kind === 'skipped' && binds === 'server' && untestable === undefined;
        });
        expect(wanting.length).toBeGreaterThan(10);
        expect(wanting.filter(({ because = '' }) => !/^needs .*TIMECARD_[A-Z_]+/.test(because))).toEqual([]);
        expect(
          verdicts.filter(({ kind }) => kind === 'failed' || kind === 'warned' || kind === 'inconclusive'),
        ).toEqual([]);
      } finally {
        await target.close();
        await server.close();
      }
    },
  );

  it('sends nothing as valid that our own schemas refuse', async () => {
    const { exchanges } = await runAgainst(undefined, {
      numRuns: 20,
      suites: new Set(['create', 'clockIn', 'replace']),
    });
    const sent = exchanges.flatMap(({ operation, request, intent }) => {
      const schema = operation === 'unknown' ? undefined : requestSchema(operation);
      const meantAsValid = intent !== undefined && intent.mutation === undefined && request.body.kind !== 'empty';
      return schema !== undefined && meantAsValid ? [{ schema, body: request.body }] : [];
    });
    for (const { schema, body } of sent) {
      expect(body.kind === 'json' ? schemaErrors('v1.0', schema, body.value) : body).toEqual([]);
    }
    expect(sent.length).toBeGreaterThan(200);
  });

  it.runIf(isWhole)('finds three defects in one run, each with its own smallest reproduction', async () => {
    const three = combined([defect('clock-in-200'), defect('error-flat'), defect('clock-out-notes-lost')]);
    const suites = new Set(['clockIn', 'clockOut', 'protocol'] as const);
    const { violated, findings } = await runAgainst(three, { suites });
    expect(violated).toEqual(expect.arrayContaining(['TC-CLOCKIN-001', 'TC-GEN-003', 'TC-CLOCKOUT-005']));
    const lengths = Object.fromEntries(findings.map(({ requirement: id, reproduction }) => [id, reproduction.length]));
    expect(lengths).toMatchObject({ 'TC-CLOCKIN-001': 1, 'TC-GEN-003': 3, 'TC-CLOCKOUT-005': 3 });
    expect(findings.map(({ stability }) => stability)).not.toContain('flaky');
  });

  it('makes a finding again from its seed and path, and nothing else', async () => {
    const broken = defect('clock-out-notes-lost');
    const suites = new Set(['clockOut'] as const);
    const first = await runAgainst(broken, { suites });
    const finding = first.findings.find(({ requirement: id }) => id === 'TC-CLOCKOUT-005');
    expect(finding?.minimal).toBe(true);
    const path = finding?.replay.path ?? '';
    const again = await runAgainst(broken, { suites, path, requirements: new Set(['TC-CLOCKOUT-005']) });
    expect(again.violated).toEqual(['TC-CLOCKOUT-005']);
    expect(again.findings[0]?.reproduction.map(({ request }) => request.body)).toEqual(
      finding?.reproduction.map(({ request }) => request.body),
    );
    expect(again.findings[0]?.replay.path).toBe(path);
    expect(again.findings[0]?.seen).toEqual({ violated: 1, exercised: 1 });
  });

  it.runIf(isWhole)(
    'sends writes apart where the time of the last change seemed to stand still, and nowhere else',
    async () => {
      const apart = 'writes with time between them';
      const casesOf = async (...[one]: Parameters<typeof runAgainst>) => {
        const { exchanges, violated } = await runAgainst(one, { suites: new Set(['replace']), expectsLag: false });
        return { violated, apart: exchanges.filter(({ intent }) => intent?.case === apart) };
      };
      const frozen = await casesOf(defect('replace-modified-frozen'));
      expect(frozen.violated).toContain('TC-REPLACE-009');
      const [shown, replaced] = ['read', 'replace'].map((step) =>
        frozen.apart.find(({ intent }) => intent?.step === step),
      );
      expect((replaced?.startedAt ?? 0) - (shown?.endedAt ?? 0)).toBeGreaterThan(2000);
      expect((await casesOf(undefined)).apart).toEqual([]);
    },
  );

  it('says that a path leads past the last shrink of its case', async () => {
    const path = `5${':0'.repeat(40)}`;
    const { end } = await runAgainst(undefined, { path });
    expect(end.stopped).toBe('--path leads past the last shrink of its case');
  });

  it('does not call reproduced what a limit kept it from trying again', async () => {
    const { findings } = await runAgainst(defect('clock-in-200'), {}, { maxRequests: 60 });
    const finding = findings.find(({ requirement: id }) => id === 'TC-CLOCKIN-001');
    expect(finding?.stability).toEqual({ failed: finding?.seen.violated, of: finding?.seen.exercised });
    expect(finding?.minimal).toBe(false);
  });

  it.each(oneIn(2, [170, 300]))('keeps some of %s requests to make a failure small', async (maxRequests) => {
    const { findings, end } = await runAgainst(defect('clock-in-200'), {}, { maxRequests });
    const finding = findings.find(({ requirement: id }) => id === 'TC-CLOCKIN-001');
    expect(finding?.minimal).toBe(true);
    expect(finding?.reproduction).toHaveLength(1);
    expect(end.stopped).toMatch(/limit/);
    expect(end.requests.sent).toBeLessThanOrEqual(maxRequests);
  });

  it('keeps none of them while nothing has failed', async () => {
    const { end } = await runAgainst(undefined, {}, { maxRequests: 300 });
    expect(end.requests.sent).toBeGreaterThan(280);
  });

  it('calls flaky what does not fail again, shows both histories, and still counts it', async () => {
    let clockOuts = 0;
    const forgetful: Fault = {
      id: 'answers-200-to-clock-out-at-first',
      start: () => ({
        reply: (reply, { operation }) =>
          operation === 'clockOut' && reply.status === 204 && (clockOuts += 1) < 9 ? { ...reply, status: 200 } : reply,
      }),
    };
    const { findings, violated } = await runAgainst(forgetful, { suites: new Set(['clockOut']) });
    expect(violated).toContain('TC-CLOCKOUT-001');
    const finding = findings.find(({ requirement: id }) => id === 'TC-CLOCKOUT-001');
    expect(finding?.stability).toBe('flaky');
    const cases = new Set(finding?.reproduction.map(({ sequence }) => sequence));
    expect(cases.size).toBeGreaterThan(3);
  });

  it('never passes what a wall cut off', async () => {
    const { end, exchanges } = await runAgainst(undefined, {}, { maxRequests: 60 });
    expect(exchanges.length).toBeLessThanOrEqual(60);
    expect(end.stopped).toMatch(/limit/);
    expect(end.verdicts.filter(({ kind, exercised }) => kind === 'passed' && exercised === 0)).toEqual([]);
    expect(end.verdicts.some(({ kind }) => kind === 'inconclusive')).toBe(true);
  });

  it('names the card that was open before, where no clockIn could be judged because of it', async () => {
    const server = await startReferenceServer();
    const { url: baseUrl, teamId } = server;
    const clockIn = `${baseUrl}/v1.0/teams/${teamId}/schedule/timeCards/clockIn`;
    const headers = { authorization: `Bearer ${tokens.caller}`, 'content-type': 'application/json' };
    const card = (await (await fetch(clockIn, { method: 'POST', headers, body: '{}' })).json()) as { id: string };
    const settings = { apiVersion: 'v1.0', baseUrl, teamId, requestTimeout: 5000, maxResponseSize: 1e6 } as const;
    const target = await openTarget(settings, { TIMECARD_TOKEN: tokens.caller });
    try {
      const run = { seed: 3, numRuns: 2, suites: new Set(['clockIn'] as const) };
      const { verdicts } = await new Run(target, run, () => undefined).perform();
      const first = verdicts.find(({ requirement: id }) => id === 'TC-CLOCKIN-001');
      expect(first).toMatchObject({ kind: 'inconclusive' });
      expect(first?.because).toContain(`the card ${card.id} was open before: clock it out or delete it`);
    } finally {
      await target.close();
      await server.close();
    }
  });

  it.runIf(isWhole)('judges most MUST rows that it checks within 150 requests', async () => {
    const whole = await runAgainst(undefined, { numRuns: 1 });
    const { end } = await runAgainst(undefined, {}, { maxRequests: 150 });
    const must = (verdicts: typeof end.verdicts): number =>
      verdicts.filter(({ kind, requirement: id }) => kind === 'passed' && requirement(id).level === 'MUST').length;
    expect(must(end.verdicts) / must(whole.end.verdicts)).toBeGreaterThan(0.75);
  });

  it('stops at the first MUST that does not hold if asked to', async () => {
    const { end, violated } = await runAgainst(defect('clock-in-200'), { bail: true });
    expect(end.stopped).toMatch(/--bail/);
    expect(violated).toContain('TC-CLOCKIN-001');
  });

  it('cleans up when it is interrupted', async () => {
    const controller = new AbortController();
    controller.abort();
    const { end } = await runAgainst(undefined, { signal: controller.signal });
    expect(end).toMatchObject({ interrupted: true, leftBehind: [] });
    expect(end.verdicts.some(({ kind }) => kind === 'passed')).toBe(false);
  });
});
