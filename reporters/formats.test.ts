import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../results/report.ts';
import type { Json } from '../traffic/json.ts';
import { requirements, type Requirement } from '../specs/requirements/index.ts';
import ctrfSchema from '../test/formats/ctrf.schema.json' with { type: 'json' };
import sarifSchema from '../test/formats/sarif-2.1.0.schema.json' with { type: 'json' };
import { sampleFinding, sampleFooter, sampleReport, sampleVerdict } from '../test/sample-report.ts';
import { renderBadge } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderGithub } from './github.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';

const addFormats = formats.default;
const isMust = (row: Requirement): boolean => row.binds === 'server' && row.level === 'MUST';
/** What a server must keep comes first; the others fill up where more are needed. */
const mustsFirst = requirements
  .toSorted((one, other) => Number(isMust(other)) - Number(isMust(one)))
  .map(({ id }) => id);

/** A run in which so many requirements do not hold, each with a text of a server of so many characters. */
function failing(amount: number, size = 10): RunReport {
  const ids = mustsFirst.slice(0, amount);
  return sampleReport({
    verdicts: ids.map((id) => sampleVerdict(id, 'failed')),
    findings: ids.map((requirement, index) => {
      const violation = { kind: 'violated', expected: 'a', actual: 'x'.repeat(size), evidence: [2] } as const;
      return sampleFinding({ requirement, violation: { ...violation, pointer: `/value/${index}` } });
    }),
  });
}

const known = sampleReport({
  footer: sampleFooter({
    exitCode: 0,
    baseline: [{ requirement: 'TC-CLOCKOUT-003', standing: 'known', reason: 'our mock keeps cards open' }],
  }),
});

const reports: readonly (readonly [string, RunReport])[] = [
  ['one of each', sampleReport()],
  [
    'nothing',
    sampleReport({
      verdicts: [],
      findings: [],
      observations: [],
      footer: sampleFooter({ exitCode: 3, verdict: 'inconclusive', stopped: 'a' }),
    }),
  ],
  ['a known failure', known],
  ['many findings', failing(100)],
];

describe.each(reports)('a run with %s', (_, report) => {
  it('is valid CTRF', () => {
    const ajv = addFormats(new Ajv({ strict: false }));
    const validate = ajv.compile(ctrfSchema);
    validate(JSON.parse(renderCtrf(report)));
    expect(validate.errors).toBeNull();
  });

  it('is valid SARIF', () => {
    const validate = addFormats(new Ajv2020({ strict: false })).compile(sarifSchema);
    validate(JSON.parse(renderSarif(report)));
    expect(validate.errors).toBeNull();
  });

  it('is well-formed HTML, with unique anchors, and without anything that runs or is fetched', () => {
    const html = renderHtml(report);
    expect(XMLValidator.validate(html.replace('<!DOCTYPE html>', ''))).toBe(true);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toMatch(/<(script|img|link|iframe|object|form|base)|\son\w+=|\ssrc=|javascript:/i);
    for (const { requirement } of report.verdicts) expect(ids).toContain(requirement);
    // In HTML only a void element may end like this.
    expect(html.replaceAll(/<meta [^>]*\/>/g, '')).not.toContain('/>');
  });

  it('is a badge as shields.io takes it', () => {
    expect(JSON.parse(renderBadge(report))).toEqual({
      schemaVersion: 1,
      label: expect.any(String),
      message: expect.stringMatching(/^(non)?conforming, \d+ of \d+ hold, \d+ of \d+ exercised$|^inconclusive/),
      color: expect.stringMatching(/^(brightgreen|red|lightgrey)$/),
      isError: expect.any(Boolean),
    });
  });
});

describe('what CTRF says', () => {
  const parsed = (report: RunReport): Json => JSON.parse(renderCtrf(report));

  it('counts what it holds, and is red where the run is', () => {
    expect(parsed(sampleReport())).toMatchObject({
      results: {
        summary: { tests: 9, passed: 2, failed: 1, skipped: 3, pending: 1, other: 2, extra: { exitCode: 1 } },
      },
    });
    expect(parsed(known)).toMatchObject({ results: { summary: { failed: 0, extra: { exitCode: 0 } } } });
  });
});

describe('what SARIF says', () => {
  it('names the file of a capture, and suppresses what the baseline bears', () => {
    const { replay: _, ...finding } = sampleFinding();
    const captured = sampleReport({ findings: [{ ...finding, place: { file: 'my traffic.har', entry: 7 } }] });
    const sarif = renderSarif(captured);
    expect(sarif).toContain('"uri": "my%20traffic.har"');
    expect(sarif).toContain('Entry 7 of the file');
    expect(renderSarif(known)).toContain('"justification": "our mock keeps cards open"');
  });
});

describe('the HTML page', () => {
  const sizeOf = (report: RunReport): number => Buffer.byteLength(renderHtml(report));

  it('says so where nothing fails, and where one thing does', () => {
    const none = sampleReport({ findings: [], verdicts: [sampleVerdict('TC-CLOCKIN-001')] });
    expect(renderHtml(none)).toContain('Nothing that was exercised fails.');
    expect(renderHtml(sampleReport()).match(/<section class="failure"/g)).toHaveLength(1);
  });

  it('stays below 1 MB with 300 findings, each with its source and its reproduction', () => {
    const html = renderHtml(failing(300));
    expect(html.match(/<section class="failure"/g)).toHaveLength(300);
    expect(html.match(/curl/g)?.length).toBeGreaterThanOrEqual(300);
    expect(sizeOf(failing(300))).toBeLessThan(1_000_000);
  });
});

describe('the limits of GitHub', () => {
  it('are kept by annotations: ten errors at most, and the last one says what is missing', () => {
    const lines = renderGithub(failing(25)).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toBe('::error title=timecard-conformance::and 16 more; see the summary');
    expect(renderGithub(failing(10)).trimEnd().split('\n')).toHaveLength(10);
    expect(renderGithub(failing(10))).not.toContain('more; see');
  });

  it('are kept by the summary, which is cut between two sections and says so', () => {
    const report = failing(110);
    const findings = report.findings.map((finding) => ({
      ...finding,
      reproduction: Array.from({ length: 60 }, () => finding.reproduction).flat(),
    }));
    const markdown = renderMarkdown({ ...report, findings });
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    expect(markdown).toMatch(/And \d+ more, which this summary has no room for\.\n$/);
    expect(markdown.match(/^<details>$/gm)?.length).toBe(markdown.match(/^<\/details>$/gm)?.length);
  });
});
