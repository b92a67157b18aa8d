import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { defaultTeamId } from '../specs/defaults.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { RunReport } from '../results/report.ts';
import {
  clockOutExchanges,
  jsonBody,
  sampleCard,
  sampleExchange,
  sampleFinding,
  sampleFooter,
  sampleHeader,
  sampleReport,
  sampleVerdict,
} from '../test/sample-report.ts';
import { sampleRequirement } from '../test/sample-requirements.ts';
import type { ReportOptions } from './text/options.ts';
import { renderTerminal } from './terminal.ts';

const render = (report: RunReport, options: ReportOptions = {}) =>
  renderTerminal(report, { requirementOf: sampleRequirement, ...options });

describe('renderTerminal', () => {
  it('shows findings first, then what was not judged, then two figures and the verdict', () => {
    expect(render(sampleReport())).toMatchSnapshot();
  });

  it('puts bodies below their requests where the columns would not fit', () => {
    expect(render(sampleReport(), { width: 60 })).toMatchSnapshot();
  });

  it('leaves out the common part of the paths before it stacks', () => {
    expect(render(sampleReport(), { width: 80 })).toMatchSnapshot();
  });

  it('lists observations and every source when asked', () => {
    expect(render(sampleReport(), { verbose: true, files: ['conformance-report/junit.xml'] })).toMatchSnapshot();
  });

  it('paints with the colours it is given', () => {
    const painted = render(sampleReport(), { colours: createColors(true) });
    expect(painted).toMatchSnapshot();
    // Paint must not change what the words say.
    // oxlint-disable-next-line no-control-regex
    expect(painted.replaceAll(/\u001B\[\d+m/g, '')).toBe(render(sampleReport()));
  });

  it.each([
    ['smallest reproduction, 1 request', {}],
    ['as it was seen, 1 request; alone it may not show it again', { stability: { failed: 1, of: 3 }, minimal: false }],
    ['reproduction, 1 request; the line “again” goes on with the search for simpler values', { minimal: false }],
  ] as const)('says of a finding of one request: %s', (title, changes) => {
    const reproduction = clockOutExchanges().slice(0, 1);
    const findings = [sampleFinding({ reproduction, ...changes })];
    expect(render(sampleReport({ findings })).split('\n')).toContain(`    ${title}`);
  });

  it('claims no simpler request where there are no values', () => {
    const list = sampleExchange(3, { operation: 'list', method: 'GET', path: '', status: 200, answer: jsonBody([]) });
    const findings = [sampleFinding({ reproduction: [list], minimal: false })];
    expect(render(sampleReport({ findings })).split('\n')).toContain('    reproduction, 1 request');
  });

  it('says that a card was made before', () => {
    const findings = [sampleFinding({ reproduction: clockOutExchanges().slice(2), minimal: false })];
    expect(render(sampleReport({ findings })).split('\n')).toContain(
      '    reproduction, 1 request; it is about a card that was made before, so that it may not show alone',
    );
  });

  it('lists the values of other sorts and at other places, but no second time or id', () => {
    const values = [
      { pointer: '/state', actual: 'clockedIn' },
      { pointer: '/state', actual: 7 },
      { pointer: '/state', actual: null },
    ];
    const findings = [sampleFinding({ seen: { violated: 3, exercised: 14, values } })];
    const lines = render(sampleReport({ findings })).split('\n');
    const first = lines.indexOf('    also      /state  7');
    expect(lines[first + 1]).toBe('              /state  null');
    expect(lines.filter((line) => line.includes('"clockedIn"')).length).toBe(2);
  });

  it.each([
    [
      'sent as /state in request 2, wrong on purpose: it was taken, and is shown again',
      { state: 'x' },
      'state "x" is wrong',
    ],
    ['left out as /state of request 2 on purpose: that was taken, and it is missing here', {}, 'without state'],
  ])(
    'says in its first line that a value was wrong on purpose, and which request brought it in: %s',
    (says, send, mark) => {
      const [clockIn, clockOut, get] = clockOutExchanges();
      const mutation = { pointer: '/state', keyword: 'enum', controlOf: 'control' };
      const wrong = {
        ...clockOut,
        request: { ...clockOut?.request, body: jsonBody(send) },
        intent: { phase: 'refusals', case: 'a case', step: 'wrong', mutation },
      } as Exchange;
      const reproduction = [clockIn, wrong, get].filter((one) => one !== undefined);
      const findings = [sampleFinding({ reproduction, sentWrong: { sequence: 2, pointer: '/state' } })];
      const lines = render(sampleReport({ findings })).split('\n');
      expect(lines[0]).toMatch(/^✗ TC-CLOCKOUT-003 {2}MUST, only by a value that we sent wrong on purpose/);
      expect(lines).toContain(`              ${says}`);
      expect(lines.join('\n')).toContain(`(${mark} on purpose)`);
    },
  );

  it('lists every value that was sent wrong on purpose: each is wrong in another way', () => {
    const values = ['noMember', 'unknownFutureValue', 'clockedIn'].map((actual) => ({ pointer: '/state', actual }));
    const times = ['2024-02-30T08:00:00Z', '2024-01-01T24:00:00Z'].map((actual) => ({ pointer: '/state', actual }));
    const sentWrong = { sequence: 2, pointer: '/state' };
    const findings = [
      sampleFinding({ sentWrong, seen: { violated: 3, exercised: 14, values: [...values, ...times] } }),
    ];
    const lines = render(sampleReport({ findings })).split('\n');
    const first = lines.indexOf('    also      /state  "noMember"');
    expect(lines.slice(first + 1, first + 4).map((line) => line.trim())).toEqual([
      '/state  "unknownFutureValue"',
      '/state  "2024-02-30T08:00:00Z"',
      '/state  "2024-01-01T24:00:00Z"',
    ]);
  });

  it('marks what is flaky, what is not minimal, and races; shows refusals, transport faults, other actors and pages', () => {
    const other = 'TCK_other';
    const report = sampleReport({
      header: sampleHeader({
        target: { kind: 'server', baseUrl: 'https://graph.example.com/proxy/' },
        apiVersion: 'beta',
        userId: "o'neil",
        numRuns: 5,
        actors: ['caller', 'application'],
      }),
      verdicts: [
        sampleVerdict('TC-CLOCKOUT-003', 'failed'),
        sampleVerdict('TC-CLOCKOUT-008', 'failed'),
        sampleVerdict('TC-LIST-003', 'failed'),
        sampleVerdict('TC-DELETE-002', 'failed'),
      ],
      findings: [
        sampleFinding({ stability: 'flaky', seen: { violated: 1, exercised: 1 } }),
        sampleFinding({ requirement: 'TC-CLOCKOUT-008', stability: { failed: 3, of: 10 }, minimal: false }),
        sampleFinding({
          requirement: 'TC-LIST-003',
          violation: { kind: 'violated', pointer: 'status', expected: 200, actual: 403, evidence: [4] },
          reproduction: [
            ...clockOutExchanges().slice(0, 1),
            sampleExchange(2, {
              operation: 'create',
              actor: 'application',
              path: '',
              send: jsonBody({
                userId: 'somebody',
                clockInEvent: { dateTime: '2025-03-10T08:00:00Z' },
                notes: 'x'.repeat(80),
              }),
              status: 201,
              answer: jsonBody({ id: other }),
            }),
            sampleExchange(3, {
              operation: 'list',
              method: 'GET',
              path: '?$top=1',
              status: 200,
              answer: jsonBody({ value: [{ id: sampleCard }], '@odata.nextLink': 'http://127.0.0.1:4010/next' }),
            }),
            sampleExchange(4, {
              operation: 'get',
              method: 'GET',
              actor: 'nobody',
              path: `/${other}?$select=id`,
              status: 403,
              answer: jsonBody({ error: { code: 'Forbidden', message: 'No.' } }),
            }),
          ],
        }),
        sampleFinding({
          requirement: 'TC-DELETE-002',
          violation: {
            kind: 'violated',
            pointer: 'header:Content-Type',
            expected: 'application/json',
            actual: 'text/html',
            evidence: [2],
          },
          reproduction: [
            sampleExchange(1, {
              operation: 'delete',
              method: 'DELETE',
              path: `/${sampleCard}`,
              status: 0,
              changes: { outcome: { kind: 'transport', fault: 'reset', detail: 'ECONNRESET' } },
            }),
            sampleExchange(2, {
              operation: 'get',
              method: 'GET',
              path: `/${sampleCard}`,
              status: 404,
              answer: { kind: 'other', text: '<html>gone</html>' },
            }),
          ],
        }),
      ],
      observations: [],
      footer: sampleFooter({ leftBehind: ['TCK_1', 'TCK_2'], longestLag: 1_200, durationMs: 125_000 }),
    });
    expect(render(report, { width: 120 })).toMatchSnapshot();
  });

  it('keeps the difference of two long values in sight', () => {
    const notes = 'The same long beginning of a note, again and again. '.repeat(4);
    const report = sampleReport({
      findings: [
        sampleFinding({
          violation: { kind: 'violated', pointer: '/notes', expected: `${notes}A`, actual: `${notes}B`, evidence: [3] },
        }),
      ],
    });
    const lines = render(report).split('\n');
    expect(lines.find((line) => line.includes('expected'))).toMatch(/notes {2}….*again\. A"$/);
    expect(lines.find((line) => line.includes('actual'))).toMatch(/notes {2}….*again\. B"$/);
    expect(lines.find((line) => line.includes('actual'))?.length).toBeLessThanOrEqual(100);
    expect(lines).toContain('              seen in 14 of 14 exchanges');
  });

  it('says so when all is well', () => {
    const report = sampleReport({
      header: sampleHeader({ target: { kind: 'reference', baseUrl: 'http://127.0.0.1:1' } }),
      verdicts: [sampleVerdict('TC-CLOCKIN-001')],
      findings: [],
      observations: [],
      score: { holding: 1, exercised: 1, total: 1 },
      footer: sampleFooter({
        verdict: 'conforming',
        exitCode: 0,
        requests: { sent: 1, throttled: 0, shrinking: 0, cleanUp: 0 },
      }),
    });
    expect(render(report)).toMatchInlineSnapshot(`
      "The embedded reference server was judged: no --base-url was given.

      1 of 1 exercised requirement holds; 1 of 1 could be exercised
      conforming (the embedded reference server, v1.0)
      1 request in 8.4 s, seed 42
      judged: the embedded reference server; --base-url judges yours
      "
    `);
  });

  it('shows what there is of a run that was cut off', () => {
    const report = sampleReport({
      verdicts: [],
      observations: [],
      footer: sampleFooter({ verdict: 'inconclusive', exitCode: 3, stopped: 'the run was cut off before it ended' }),
      cutOff: true,
      score: { holding: 0, exercised: 0, total: 96 },
    });
    const text = render(report);
    expect(text).toContain('✗ TC-CLOCKOUT-003  MUST');
    expect(text).toContain('⚠ TC-CLOCKIN-017  SHOULD');
    expect(text).toContain('inconclusive: 1 requirement does not hold, 1 warning, the run was cut off before it ended');
    expect(text).not.toContain('412 requests');
  });

  it('counts a SHOULD among the failures of a strict run', () => {
    expect(render(sampleReport({ header: sampleHeader({ strict: true }) }))).toContain('✗ TC-CLOCKIN-017  SHOULD');
  });

  it('tells another team from the one of the run', () => {
    expect(render(sampleReport({ header: sampleHeader({ teamId: 'mine' }) }))).toContain('teams/{otherTeam}/schedule');
    expect(render(sampleReport())).not.toContain(`POST  teams/${defaultTeamId}`);
  });
});
