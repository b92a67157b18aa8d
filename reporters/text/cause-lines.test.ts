import { describe, expect, it } from 'vitest';
import type { Cause } from '../../judgements/cause.ts';
import type { RunReport } from '../../results/report.ts';
import { sampleFinding, sampleFooter, sampleReport, sampleVerdict } from '../../test/sample-report.ts';
import { sampleRequirement } from '../../test/sample-requirements.ts';
import { renderJunit } from '../junit.ts';
import type { ReportOptions } from './options.ts';
import { renderTerminal } from '../terminal.ts';

const cause: Cause = {
  fact: { kind: 'sameAnswer', requests: 312, status: 200, body: '{}' },
  sentence:
    'Every one of 312 requests was answered 200 with {}: this server gives one answer to everything, and keeps nothing.',
  explains: ['TC-CLOCKIN-017', 'TC-CLOCKOUT-003'],
};

/** Two failures and a warning, of which the causes explain some. */
function reportWith(causes: readonly Cause[], changes: Partial<RunReport> = {}): RunReport {
  const sample = sampleReport();
  return {
    ...sample,
    verdicts: [...sample.verdicts, sampleVerdict('TC-CLOCKOUT-008', 'failed')],
    findings: [...sample.findings, sampleFinding({ requirement: 'TC-CLOCKOUT-008', minimal: false })],
    footer: sampleFooter({ causes }),
    ...changes,
  };
}

const render = (report: RunReport, options: ReportOptions = {}): string =>
  renderTerminal(report, { requirementOf: sampleRequirement, ...options });

describe('a cause in the terminal report', () => {
  it('stands first, with what it explains and the smallest of its findings; the others follow', () => {
    expect(render(reportWith([cause]))).toMatchSnapshot();
  });

  it('is followed by every finding in full when asked', () => {
    const text = render(reportWith([cause]), { verbose: true });
    expect(text.split('\n')[0]).toBe(
      '✗ Every one of 312 requests was answered 200 with {}: this server gives one answer to everything,',
    );
    expect(text).toContain('⚠ TC-CLOCKIN-017  SHOULD');
    expect(text).toContain('✗ TC-CLOCKOUT-003  MUST');
    expect(text).not.toContain('for example');
  });

  it('stands behind the failures where it explains warnings only', () => {
    const lines = render(reportWith([{ ...cause, explains: ['TC-CLOCKIN-017'] }])).split('\n');
    const place = (text: string): number => lines.findIndex((line) => line.startsWith(text));
    expect(place('⚠ Every one of 312')).toBeGreaterThan(place('✗ TC-CLOCKOUT-008'));
    expect(place('✗ TC-CLOCKOUT-003')).toBe(0);
    expect(place('⚠ TC-CLOCKIN-017')).toBe(-1);
  });

  it('tells ids alone where there are many', () => {
    const many = ['001', '003', '004', '006', '007', '008', '009', '010', '011'].map(
      (number) => `TC-CLOCKIN-${number}`,
    );
    const explains = many as Cause['explains'];
    const text = render(
      reportWith([{ ...cause, explains }], { verdicts: explains.map((id) => sampleVerdict(id, 'failed')) }),
      { requirementOf: (id) => ({ ...sampleRequirement('TC-CLOCKOUT-003'), id }) },
    );
    expect(text).toContain('explains 9 failures (--verbose tells each in full):');
    expect(text).toContain('      TC-CLOCKIN-001 TC-CLOCKIN-003 TC-CLOCKIN-004');
  });

  it('does not count as less than its findings: the figures at the end are those of all', () => {
    expect(render(reportWith([cause]))).toContain('nonconforming: 2 requirements do not hold, 1 warning');
  });

  it('can quote nothing that moves the cursor', () => {
    const text = render(reportWith([{ ...cause, sentence: 'answered \u001B[2J' }]));
    expect(text).toContain('answered \\u001b[2J');
    expect(text).not.toContain('\u001B');
  });

  it('says what is not offered in one place', () => {
    const fact = { kind: 'operationFails', requests: 9, operations: ['clockIn', 'confirm'], status: 404 } as const;
    const footer = (causes: readonly Cause[]) => ({
      footer: sampleFooter({ causes, notOffered: ['clockIn', 'confirm', 'replace'] }),
    });
    expect(render(reportWith([], footer([{ ...cause, fact }])))).toContain('not offered (404, 405 or 501): replace;');
    expect(render(reportWith([], footer([])))).toContain('not offered (404, 405 or 501): clockIn, confirm, replace;');
    expect(render(reportWith([], footer([cause])))).not.toContain('not offered');
  });
});

describe('a run in which nothing was judged', () => {
  const stopped = 'GET http://127.0.0.1:4010/v1.0 was answered 401: set TIMECARD_TOKEN.';
  const report = sampleReport({
    verdicts: [sampleVerdict('TC-CLOCKIN-001', 'inconclusive', { because: stopped })],
    findings: [],
    score: { holding: 0, exercised: 0, total: 96 },
    footer: sampleFooter({ verdict: 'inconclusive', stopped }),
  });

  it('says why at the top, and lists no requirement', () => {
    const text = render(report);
    expect(text.split('\n')[0]).toBe(`Nothing was judged: ${stopped}`);
    expect(text).toContain('for the reason given at the top (1)');
    expect(text).not.toContain('TC-CLOCKIN-001');
  });

  it('lists them when asked', () => {
    expect(render(report, { verbose: true })).toContain('TC-CLOCKIN-001');
  });
});

it('JUnit keeps a test case for each finding, and says in front of it what they have in common', () => {
  const xml = renderJunit(reportWith([cause]), { requirementOf: sampleRequirement });
  const said = 'Every one of 312 requests was answered 200 with {}';
  expect(xml.split(said)).toHaveLength(3);
  expect(xml).toMatch(
    /<failure [^>]*>\nEvery one of 312 requests .* \(one of 2 findings with this cause\)\n✗ TC-CLOCKOUT-003/,
  );
  expect(xml).toMatch(/<system-out>\nEvery one of 312 requests .*\n⚠ TC-CLOCKIN-017/);
});
