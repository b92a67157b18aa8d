import { describe, expect, it } from 'vitest';
import { sampleReport } from '../test/sample-report.ts';
import { parseReporterNames, reporterNames, reporters, UnknownReporterError } from './index.ts';

describe('reporters', () => {
  it.each(reporterNames)('%s is pure', (name) => {
    expect(reporters[name].render(sampleReport(), {})).toBe(reporters[name].render(sampleReport(), {}));
  });

  it('json is the report itself', () => {
    expect(JSON.parse(reporters.json.render(sampleReport(), {}))).toEqual(sampleReport());
  });

  it('have files of different names', () => {
    const files = reporterNames.map((name) => reporters[name].file).filter((file) => file !== undefined);
    expect(new Set(files).size).toBe(files.length);
  });
});

describe('parseReporterNames', () => {
  it('reads a list, each name once', () => {
    expect(parseReporterNames('terminal, JUnit,terminal')).toEqual(['terminal', 'junit']);
  });

  it.each(['pdf', '', 'terminal,', 'constructor'])('refuses %j and names what there is', (list) => {
    expect(() => parseReporterNames(list)).toThrow(UnknownReporterError);
    expect(() => parseReporterNames(list)).toThrow(/choose from terminal, json, junit, ctrf/);
  });
});
