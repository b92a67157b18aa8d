import { describe, expect, it } from 'vitest';
import {
  linesOf,
  sampleFinding,
  sampleFooter,
  sampleHeader,
  sampleReport,
  sampleVerdict,
} from '../test/sample-report.ts';
import type { ResultLine } from './line.ts';
import { readResultLines, type ReadOptions } from './read.ts';
import { score } from './score.ts';
import { serialise } from './serialise.ts';
import { ResultStreamError, type ResultStreamFault } from './stream-error.ts';
import { requirements, type RequirementId } from '../specs/requirements/index.ts';

const report = sampleReport();
const text = textOf(linesOf(report));

function textOf(lines: readonly ResultLine[]): string {
  return lines.map((line) => `${serialise(line)}\n`).join('');
}

function faultOf(stream: string, options?: ReadOptions): { fault: ResultStreamFault; message: string } {
  try {
    readResultLines(stream, options);
  } catch (error) {
    if (error instanceof ResultStreamError) return { fault: error.fault, message: error.message };
    throw error;
  }
  throw new Error('It was read.');
}

const unknown = 'TC-CLOCKIN-999' as RequirementId;
const unknownFinding: ResultLine = { kind: 'finding', finding: sampleFinding({ requirement: unknown }) };
const unknownObservation: ResultLine = {
  kind: 'observation',
  requirement: unknown,
  observation: { subject: 'status of clockIn', value: 201 },
  count: 1,
};

describe('readResultLines', () => {
  it('looks at the shape of every line, but for those that this process wrote itself', () => {
    const odd = text.replace('"kind":"footer"', '"kind":"footer","surplus":1');
    expect(() => readResultLines(odd)).toThrow(/surplus/);
    expect(readResultLines(odd, { isOwn: true }).footer).toMatchObject({ surplus: 1 });
  });

  it('gives back what was written, with the score of the verdicts', () => {
    expect(readResultLines(text)).toEqual({ ...report, score: score(report.verdicts, requirements, 'v1.0') });
  });

  it('shows what was seen most plainly, where a run did not come to make it small', () => {
    const [first, plainer] = [0, 7].map((seed) => sampleFinding({ replay: { seed, phase: 'random', path: '1' } }));
    const lines = [first, plainer].flatMap((finding) =>
      finding === undefined ? [] : [{ kind: 'violation', finding } as const],
    );
    const cutOff = textOf([sampleHeader(), ...lines]);
    expect(readResultLines(cutOff, { allowCutOff: true }).findings).toEqual([plainer]);
  });

  it('shows nothing of what was taken back in the end', () => {
    const finding = sampleFinding();
    const { requirement } = finding;
    const ending = (kind: 'inconclusive' | 'failed') => [
      { kind: 'verdict', verdict: sampleVerdict(requirement, kind, { because: 'of something' }) } as const,
      sampleFooter(),
    ];
    const seen = [sampleHeader(), { kind: 'violation', finding } as const];
    expect(readResultLines(textOf([...seen, ...ending('inconclusive')])).findings).toEqual([]);
    expect(readResultLines(textOf([...seen, ...ending('failed')])).findings).toEqual([finding]);
  });

  it('puts verdicts in the order of the specs', () => {
    const shuffled = textOf(linesOf({ ...report, verdicts: report.verdicts.toReversed() }));
    expect(readResultLines(shuffled).verdicts).toEqual(report.verdicts);
  });

  it('minds neither a byte order mark, nor carriage returns, nor blank lines', () => {
    const edited = `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n\n`;
    expect(readResultLines(edited)).toEqual(readResultLines(text));
  });

  it('minds no line feed that is missing at the end', () => {
    expect(readResultLines(text.trimEnd())).toEqual(readResultLines(text));
  });

  it('leaves a byte order mark alone where it is part of a word', () => {
    const marked = text.replaceAll('no second user', '\uFEFFno second user');
    expect(JSON.stringify(readResultLines(marked).verdicts)).toContain('\uFEFFno second user');
  });

  it('reads a cut-off stream where that is allowed, as an inconclusive run', () => {
    const cut = textOf(linesOf(report).slice(0, -1));
    const read = readResultLines(cut, { allowCutOff: true });
    expect(read.cutOff).toBe(true);
    expect(read.footer).toEqual({
      kind: 'footer',
      verdict: 'inconclusive',
      exitCode: 3,
      stopped: expect.stringContaining('cut off'),
      requests: { sent: 0, throttled: 0, shrinking: 0, cleanUp: 0 },
      longestLag: 0,
      leftBehind: [],
      durationMs: 0,
    });
    expect(read.findings).toEqual(report.findings);
  });

  it('reads what it can of a stream cut off anywhere after its header', () => {
    const headerEnd = text.indexOf('\n') + 1;
    for (let end = headerEnd; end < text.length - 1; end += 97) {
      expect(faultOf(text.slice(0, end)).fault).toBe('cutOff');
      expect(readResultLines(text.slice(0, end), { allowCutOff: true }).cutOff).toBe(true);
    }
  });

  it.each<[ResultStreamFault, string, RegExp]>([
    ['empty', '', /empty/],
    ['empty', '\n\n', /empty/],
    ['noHeader', textOf([sampleFooter()]), /not a header/],
    ['noHeader', '[]\n', /not a header/],
    ['noHeader', 'null\n', /not a header/],
    ['noHeader', '7\n', /not a header/],
    ['notJson', '<html>\n', /Line 1 is not JSON/],
    ['notJson', text.replace('\n', '\n{"kind":\n'), /Line 2 is not JSON/],
    ['unknownFormat', text.replace('"format":1', '"format":2'), /format 2 .* reads format 1/],
    ['unknownFormat', text.replace('"format":1,', ''), /format none/],
    ['notALine', text.replace('"seed":42', '"seed":"x"'), /Line 1 .* it has a fault at \/seed: must be integer\.$/],
    ['notALine', text.replace('"seed":42', '"seed":42,"mood":1'), /at \/: must NOT .* \("mood"\)\.$/],
    ['notALine', text.replace('\n', '\n{"kind":"verdict"}\n'), /Line 2 .* at \/: must .*'verdict'\.$/],
    ['notALine', text.replace('\n', '\n{"kind":"poem"}\n'), /Line 2 .* no kind/],
    ['notALine', text.replace('\n', '\nnull\n'), /Line 2 .* no kind/],
    ['notALine', text.replace('\n', '\n7\n'), /Line 2 .* no kind/],
    ['secondHeader', textOf([sampleHeader(), sampleHeader(), sampleFooter()]), /more than one run/],
    ['afterFooter', text + textOf([{ kind: 'verdict', verdict: sampleVerdict('TC-GEN-001') }]), /after the footer/],
    ['duplicateVerdict', text.replace('TC-CLOCKIN-021', 'TC-CLOCKIN-020'), /two verdicts on TC-CLOCKIN-020/],
    ['unknownRequirement', text.replaceAll('TC-CLOCKIN-021', 'TC-CLOCKIN-999'), /TC-CLOCKIN-999/],
    ['unknownRequirement', textOf([sampleHeader(), unknownFinding, sampleFooter()]), /TC-CLOCKIN-999/],
    ['unknownRequirement', textOf([sampleHeader(), unknownObservation, sampleFooter()]), /TC-CLOCKIN-999/],
    ['cutOff', textOf(linesOf(report).slice(0, -1)), /no footer/],
  ])('names the fault %s', (fault, stream, message) => {
    expect(faultOf(stream).fault).toBe(fault);
    expect(faultOf(stream).message).toMatch(message);
    expect(() => readResultLines(stream)).toThrow(expect.objectContaining({ name: 'ResultStreamError' }));
  });

  it('never takes a damaged line in the middle for a cut-off end', () => {
    const damaged = text.replace('\n', '\n{"kind":\n');
    expect(faultOf(damaged, { allowCutOff: true }).fault).toBe('notJson');
    expect(faultOf(`${text}{"kind":\n`, { allowCutOff: true }).fault).toBe('notJson');
  });
});
