import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../results/report.ts';
import { sampleFooter, sampleHeader, sampleReport, sampleVerdict } from '../test/sample-report.ts';
import { sampleRequirement } from '../test/sample-requirements.ts';
import { renderJunit } from './junit.ts';

interface ParsedCase {
  readonly '@name': string;
  readonly '@classname': string;
  readonly failure?: { readonly '@message': string; readonly '@type': string; readonly '#text': string };
  readonly error?: { readonly '@message': string };
  readonly skipped?: { readonly '@message': string };
  readonly 'system-out'?: string;
}

interface ParsedSuites {
  readonly '@tests': string;
  readonly '@failures': string;
  readonly '@errors': string;
  readonly '@skipped': string;
  readonly testsuite: readonly { readonly '@name': string; readonly testcase: readonly ParsedCase[] }[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

const render = (report: RunReport) => renderJunit(report, { requirementOf: sampleRequirement });

function parse(report: RunReport): ParsedSuites {
  const xml = render(report);
  expect(XMLValidator.validate(xml)).toBe(true);
  return (parser.parse(xml) as { testsuites: ParsedSuites }).testsuites;
}

function caseOf(report: RunReport, id: string): ParsedCase {
  const found = parse(report)
    .testsuite.flatMap(({ testcase }) => testcase)
    .find((each) => each['@name'].startsWith(id));
  if (found === undefined) throw new Error(`There is no case for ${id}.`);
  return found;
}

describe('renderJunit', () => {
  it('has a suite per group and a case per requirement', () => {
    expect(render(sampleReport())).toMatchSnapshot();
  });

  it('counts what it holds', () => {
    const suites = parse(sampleReport());
    expect(suites).toMatchObject({ '@tests': '9', '@failures': '1', '@errors': '1' });
    // Source: junit-10.xsd of the xunit plugin of Jenkins.
    expect(suites).not.toHaveProperty('@skipped');
    expect(suites.testsuite.map((suite) => suite['@name'])).toEqual(['TC-CLOCKIN', 'TC-CLOCKOUT', 'TC-CONFIRM']);
    expect(suites.testsuite.flatMap(({ testcase }) => testcase)).toHaveLength(9);
  });

  it('gives a failure the text of the terminal report', () => {
    const { failure } = caseOf(sampleReport(), 'TC-CLOCKOUT-003');
    expect(failure?.['@message']).toBe('/state: expected "clockedOut", actual "clockedIn"');
    expect(failure?.['#text']).toContain('smallest reproduction, 3 requests');
    expect(failure?.['#text']).toContain('"Authorization: Bearer $TIMECARD_TOKEN"');
  });

  it('lets a warned SHOULD pass with the text in its output, and fail in a strict run', () => {
    const relaxed = caseOf(sampleReport(), 'TC-CLOCKIN-017');
    expect(relaxed.failure).toBeUndefined();
    expect(relaxed['system-out']).toContain('⚠ TC-CLOCKIN-017  SHOULD');
    const strict = caseOf(sampleReport({ header: sampleHeader({ strict: true }) }), 'TC-CLOCKIN-017');
    expect(strict.failure?.['@type']).toBe('SHOULD');
  });

  it('says why something was skipped or could not be decided', () => {
    expect(caseOf(sampleReport(), 'TC-CONFIRM-008').skipped?.['@message']).toContain('TIMECARD_APP_TOKEN');
    expect(caseOf(sampleReport(), 'TC-CLOCKOUT-012').error?.['@message']).toContain('without the defect');
  });

  it('is not green for a run that was stopped', () => {
    const report = sampleReport({
      verdicts: [sampleVerdict('TC-CLOCKIN-001')],
      findings: [],
      footer: sampleFooter({ verdict: 'inconclusive', exitCode: 3, stopped: 'the team was not found' }),
    });
    expect(caseOf(report, 'The run').error?.['@message']).toBe('the team was not found');
    expect(parse(report)['@errors']).toBe('1');
  });

  it('has a failure for a finding whose verdict was never written', () => {
    expect(caseOf(sampleReport({ verdicts: [] }), 'TC-CLOCKOUT-003').failure).toBeDefined();
  });
});
