import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderDiffMarkdown } from '../../reporters/diff/markdown.ts';
import { renderDiffText } from '../../reporters/diff/text.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { Json } from '../../traffic/json.ts';
import type { ObservationRow } from '../../judgements/verdict.ts';
import { sampleFooter, sampleHeader, sampleReport, sampleVerdict } from '../../test/sample-report.ts';
import schema from '../diff.schema.json' with { type: 'json' };
import type { RunReport } from '../report.ts';
import type { VerdictKind } from '../verdict.ts';
import { comparableRun, type ComparableRun } from './comparable-run.ts';
import { diffReports, diffRuns, type DiffOptions } from './compare.ts';
import { differenceClasses } from './difference-class.ts';
import { diffExitCode } from './exit-code.ts';

const run = (changes: Partial<RunReport> = {}): RunReport =>
  sampleReport({ verdicts: [], findings: [], observations: [], footer: sampleFooter(), ...changes });

const verdicts = (kind: VerdictKind) => run({ verdicts: [sampleVerdict('TC-CLOCKOUT-003', kind)] });
const row = (
  value: Json,
  subject = 'a subject',
  requirement: RequirementId = 'TC-GET-003',
  count = 3,
): ObservationRow => ({
  requirement,
  observation: { subject, value },
  count,
});
const fact = (value: Json, requirement: RequirementId = 'TC-GET-003') =>
  run({ observations: [row(value, 'a subject', requirement)] });
const answers = (statuses: Readonly<Record<string, number>>, actor = 'caller', intent = 'plain') =>
  run({ answers: [{ operation: 'confirm', actor, intent, answers: statuses }] });

function classesOf(left: RunReport, right: RunReport, options?: DiffOptions): readonly string[] {
  const { counts } = diffReports(left, right, options);
  return differenceClasses.flatMap((name) => (counts[name] > 0 ? [name] : []));
}

describe('the class of a difference', () => {
  it.each<[string, RunReport, RunReport, readonly string[]]>([
    ['a MUST that broke', verdicts('passed'), verdicts('failed'), ['breaking']],
    ['a SHOULD that broke', verdicts('passed'), verdicts('warned'), ['risky']],
    ['something that holds again', verdicts('failed'), verdicts('passed'), ['fixed']],
    ['something nobody judged', verdicts('passed'), verdicts('inconclusive'), ['notComparable']],
    ['the same', verdicts('failed'), verdicts('failed'), []],
    ['accepted, then refused', fact(200), fact('400 BadRequest'), ['breaking']],
    ['a number, then the same as text', fact(200), fact('200'), []],
    ['refused, then accepted', fact('403 Forbidden'), fact('204'), ['loosened']],
    ['another status of a success', fact(201), fact(200), ['breaking']],
    ['another status of a refusal', fact('409 Conflict'), fact('422 Conflict'), ['risky']],
    ['another code', fact('409 Conflict'), fact('409 Busy'), ['disputed']],
    ['a body that came', fact('204 without a timeCard'), fact('204 with a timeCard'), ['breaking']],
    ['an option that is honoured', fact('200, ignored'), fact('200, honoured'), ['loosened']],
    ['notes that change', fact('kept'), fact('changed'), ['risky']],
    ['words for words', fact('up to seconds'), fact('up to milliseconds'), ['unknown']],
    ['a header more', fact('date', 'TC-GEN-023'), fact('date, etag', 'TC-GEN-023'), ['compatible']],
    ['a header less', fact('date, etag', 'TC-GEN-023'), fact('date', 'TC-GEN-023'), ['risky']],
    ['another form of ids', fact('a GUID', 'TC-CLOCKIN-017'), fact('a number', 'TC-CLOCKIN-017'), ['compatible']],
    [
      'a list from the other end',
      fact('oldest first', 'TC-LIST-028'),
      fact('newest first', 'TC-LIST-028'),
      ['compatible'],
    ],
    ['paging that came', fact('at least 10', 'TC-LIST-028'), fact('5', 'TC-LIST-028'), ['disputed']],
    ['longer pages', fact('2', 'TC-LIST-028'), fact('at least 3', 'TC-LIST-028'), ['compatible']],
    ['an end that is announced', fact('none', 'TC-GEN-041'), fact('ends 2027-01-01', 'TC-GEN-041'), ['risky']],
    ['an end that is taken back', fact('ends 2027-01-01', 'TC-GEN-041'), fact('none', 'TC-GEN-041'), ['compatible']],
    [
      'a newer client',
      fact('graph-python/1.64.0', 'TC-CLIENT-022'),
      fact('graph-python/1.65.0', 'TC-CLIENT-022'),
      ['compatible'],
    ],
    [
      'a client of another name',
      fact('kiota/1.64.0', 'TC-CLIENT-022'),
      fact('graph/1.65.0', 'TC-CLIENT-022'),
      ['unknown'],
    ],
    ['nulls that are left out', fact('null', 'TC-SHAPE-026'), fact('left out', 'TC-SHAPE-026'), ['risky']],
    ['nulls that are shown', fact('left out', 'TC-SHAPE-026'), fact('null', 'TC-SHAPE-026'), ['compatible']],
    ['a body that went', fact('200 with a body', 'TC-GEN-040'), fact('200 without a body', 'TC-GEN-040'), ['breaking']],
    ['reads that lag', run(), run({ footer: sampleFooter({ longestLag: 300 }) }), ['unknown']],
    [
      'reads that lag a little longer',
      run({ footer: sampleFooter({ longestLag: 200 }) }),
      run({ footer: sampleFooter({ longestLag: 300 }) }),
      [],
    ],
    ['a run that was cut off', run({ footer: sampleFooter({ longestLag: 300 }) }), run({ cutOff: true }), []],
    ['a race', fact('as one after the other', 'TC-RACE-002'), fact('another', 'TC-RACE-002'), []],
    ['a fact of one run', fact(200), run(), ['notComparable']],
    ['an actor who may no longer', answers({ '204': 9 }), answers({ '403': 9 }), ['breaking']],
    ['an actor who often may no longer', answers({ '204': 46 }), answers({ '204': 33, '403': 14 }), ['breaking']],
    ['an actor who at times is out of turn', answers({ '204': 9 }), answers({ '204': 30, '409': 1 }), []],
    ['an actor who may now', answers({ '403': 3 }, 'readOnly'), answers({ '204': 3 }, 'readOnly'), ['loosened']],
    [
      'a defect that is refused now',
      answers({ '201': 3 }, 'caller', '/x type'),
      answers({ '400': 3 }, 'caller', '/x type'),
      ['risky'],
    ],
    ['answers that are too few', answers({ '204': 2 }), answers({ '403': 2 }), []],
    ['a busy server', answers({ '204': 90 }), answers({ '204': 60, '503': 30 }), []],
  ])('%s', (_, left, right, expected) => {
    expect(classesOf(left, right)).toEqual(expected);
  });

  it('takes a new value beside the old one for chance where the traffic was another', () => {
    const left = run({ observations: [row('kept')] });
    const right = run({ observations: [row('kept'), row('changed')] });
    expect(classesOf(left, right)).toEqual(['risky']);
    expect(classesOf(left, { ...right, header: sampleHeader({ seed: 8 }) })).toEqual([]);
  });

  it('does not blame a server for headers that a tool left out', () => {
    const headers = (value: string, kind: ComparableRun['kind']): ComparableRun => ({
      ...comparableRun(fact(value, 'TC-GEN-023')),
      kind,
    });
    const classes = (left: ComparableRun, right: ComparableRun) =>
      diffRuns(left, right).groups.map((group) => [group.class, group.from, group.to]);
    const whole = headers('date, etag', 'server');
    expect(classes(whole, headers('date', 'capture'))).toEqual([['notComparable', 'date, etag', 'date']]);
    expect(classes(whole, headers('none', 'capture'))).toEqual([['notComparable', 'date, etag', 'none']]);
    expect(classes(headers('date', 'capture'), whole)).toEqual([['compatible', 'date', 'date, etag']]);
    expect(classes(whole, headers('date', 'server'))).toEqual([['risky', 'date, etag', 'date']]);
  });

  it('counts no occurrences', () => {
    const often = run({ observations: [row('kept', 'a subject', 'TC-GET-003', 99)] });
    expect(classesOf(fact('kept'), often)).toEqual([]);
  });
});

describe('diffReports', () => {
  const left = run({ observations: [row('409 A', 'one'), row('409 B', 'two'), row('kept', 'three')] });
  const right = run({ observations: [row('422 A', 'one'), row('422 B', 'two'), row('changed', 'three')] });

  it('tells one change once, with all its places', () => {
    const { groups } = diffReports(left, right);
    expect(groups.map(({ from, to, places }) => [from, to, places.length])).toEqual([
      ['409 A', '422 A', 2],
      ['kept', 'changed', 1],
    ]);
  });

  it('leaves aside what moves by itself', () => {
    const diff = diffReports(left, right, { noise: [run({ observations: [row('changed', 'three')] })] });
    expect(diff.unsteady).toEqual(['TC-GET-003/three']);
    expect(diff.counts.risky).toBe(2);
  });

  it('gives way to a person, and to the most exact pattern', () => {
    const severities = new Map([
      ['TC-GET-003/*', 'none'],
      ['TC-GET-003/three', 'breaking'],
    ] as const);
    expect(classesOf(left, right, { severities })).toEqual(['breaking']);
  });

  it('fits its schema, also where a server sends markup', () => {
    const hostile = run({ observations: [row('`|<img src=x>@me\u001B[2J', 'one')] });
    const diff = diffReports(left, { ...hostile, footer: sampleFooter({ stopped: '<b>' }) });
    const validate = new Ajv2020().compile(schema);
    validate(diff);
    expect(validate.errors).toBeNull();
    const markdown = renderDiffMarkdown(diff);
    expect(markdown.replaceAll(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')).not.toMatch(/<|@/);
    // oxlint-disable-next-line no-control-regex
    expect(markdown + renderDiffText(diff, { verbose: true })).not.toMatch(/\u001B/);
  });
});

describe('v1.0 against beta', () => {
  const beta = (kind: VerdictKind) =>
    run({ header: sampleHeader({ apiVersion: 'beta' }), verdicts: [sampleVerdict('TC-CLOCKOUT-007', kind)] });
  const v1 = run({ verdicts: [sampleVerdict('TC-CLOCKOUT-006')] });

  it('joins the rows that say the same of each, and fails nothing', () => {
    expect(classesOf(v1, beta('passed'))).toEqual([]);
    const diff = diffReports(v1, beta('failed'));
    expect(diff.groups.map((group) => [group.class, group.places[0]?.id])).toEqual([['breaking', 'TC-CLOCKOUT-006']]);
    expect(diffExitCode(diff, true)).toBe(0);
    expect(classesOf(beta('failed'), v1)).toEqual(['fixed']);
  });
});

describe('the exit code', () => {
  it.each<[string, RunReport, RunReport, boolean, number]>([
    ['nothing', fact('kept'), fact('kept'), true, 0],
    ['breaking', fact(200), fact(400), false, 1],
    ['risky', fact('kept'), fact('changed'), false, 0],
    ['risky, strictly', fact('kept'), fact('changed'), true, 1],
    ['loosened, strictly', fact(403), fact(200), true, 0],
    ['nothing in common', fact(200), run(), false, 3],
    ['beta', fact(200), { ...fact(400), header: sampleHeader({ apiVersion: 'beta' }) }, true, 0],
  ])('of %s', (_, left, right, strict, code) => {
    expect(diffExitCode(diffReports(left, right), strict)).toBe(code);
  });
});
