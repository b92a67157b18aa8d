import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as fc from 'fast-check';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Body } from '../traffic/exchange.ts';
import type { Finding } from '../judgements/finding.ts';
import type { RunReport } from '../results/report.ts';
import { jsonBody, sampleExchange, sampleFinding, sampleReport } from '../test/sample-report.ts';
import { sampleRequirement } from '../test/sample-requirements.ts';
import { diffReports } from '../results/diff/compare.ts';
import { renderBadge } from './badge.ts';
import { renderCtrf } from './ctrf.ts';
import { renderDiffJson } from './diff/json.ts';
import { renderDiffMarkdown } from './diff/markdown.ts';
import { renderDiffText } from './diff/text.ts';
import { renderGithub } from './github.ts';
import { renderHtml } from './html.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';
import { sideBySideForms } from './side-by-side/index.ts';
import { sideBySide } from './side-by-side/side-by-side.ts';
import { renderTerminal } from './terminal.ts';

/** Text that a hostile server might send, alone or amid other text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\u001B[2J',
        '\u001B]0;owned\u0007',
        '\u009B31m',
        '\u0000',
        '\u202E',
        '\u2066',
        '\u200F',
        '\uFEFF',
        '\uD800',
        '\uFFFE',
        '\u2028',
        ']]>',
        '<!--',
        '-->',
        '&#0;',
        '"/><x>',
        '\r',
        '\n',
        '\t',
        "'; rm -rf ~; '",
        '$(id)',
        '`id`',
        '|',
        String.raw`\|`,
        '```',
        '~~~',
        '</details>',
        '</pre><script>alert(1)</script>',
        '![x](https://x.test/p.png)',
        '[x](javascript:alert(1))',
        '@team #1 <b>',
        '::error::x',
        'x'.repeat(600),
        '|'.repeat(300),
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Members that a union is told apart by, or that name a row of the specs: no server has a say in these. */
const fixed = new Set(['kind', 'requirement', 'stability', 'operation', 'fault', 'verdict', 'apiVersion', 'phase']);

/** A finding whose traffic has what the sample lacks: faults, errors, pages, and bodies that are no JSON. */
function everyKindOfAnswer(text: string): Finding {
  const answers: readonly Body[] = [
    { kind: 'other', text },
    { kind: 'malformed', text },
    jsonBody([text]),
    jsonBody({ error: { code: text, message: text } }),
    jsonBody({ [text]: text }),
    jsonBody({ value: [], '@odata.nextLink': text }),
  ];
  const exchanges = answers.flatMap((answer, index) =>
    [200, 400].map((status) =>
      sampleExchange(index + 1, { operation: 'list', path: '', actor: 'nobody', send: answer, status, answer }),
    ),
  );
  const broken = sampleExchange(9, {
    operation: 'list',
    path: '',
    status: 0,
    changes: { outcome: { kind: 'transport', fault: 'reset', detail: text } },
  });
  return sampleFinding({
    requirement: 'TC-LIST-001',
    violation: { kind: 'violated', pointer: `header:${text}`, expected: text, actual: { [text]: text }, evidence: [1] },
    reproduction: [...exchanges, broken],
  });
}

/** The sample report with every other string replaced. */
function poisoned(text: string): RunReport {
  const poison = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return fixed.has(name) || value.startsWith('header:') ? value : text;
    if (Array.isArray(value)) return value.map((element) => poison(element, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, poison(member, key)]));
  };
  const report = { ...sampleReport(), findings: [...sampleReport().findings, everyKindOfAnswer(text)] };
  const stopped = { ...report, footer: { ...report.footer, stopped: text, leftBehind: [text] } };
  return poison(stopped, '') as RunReport;
}

// oxlint-disable-next-line no-control-regex
const unsafeOnTerminal = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]|\p{Cf}|\p{Cs}/u;
const illegalInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const lines = (text: string): number =>
  renderTerminal(poisoned(text), { width: 100_000, requirementOf: sampleRequirement }).split('\n').length;

describe('hostile text', () => {
  it('never reaches the terminal raw', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 20, max: 200 }), (text, width) => {
        const options = { width, verbose: true, files: [text], requirementOf: sampleRequirement };
        expect(renderTerminal(poisoned(text), options)).not.toMatch(unsafeOnTerminal);
        const painted = renderTerminal(poisoned(text), { ...options, colours: createColors(true) });
        // oxlint-disable-next-line no-control-regex
        expect(painted.replaceAll(/\u001B\[(?:1|2|22|31|32|33|36|39)m/g, '')).not.toMatch(unsafeOnTerminal);
      }),
    );
  });

  it('cannot add a line to the terminal report', () => {
    const usual = lines('harmless');
    fc.assert(
      fc.property(hostile, (text) => {
        expect(lines(text)).toBeLessThanOrEqual(usual);
      }),
    );
  });

  it('never breaks the JUnit report', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const xml = renderJunit(poisoned(text), { requirementOf: sampleRequirement });
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(xml).not.toMatch(illegalInXml);
        expect(xml).not.toContain(']]>');
        const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(xml) as { testsuites: object };
        expect(Object.keys(testsuites)).not.toContain('x');
      }),
    );
  });

  it('never breaks the HTML report, and brings no markup into it', () => {
    const tags = (html: string): readonly string[] => [...html.matchAll(/<\/?[a-z]\w*/g)].map(([tag]) => tag);
    const usual = new Set(tags(renderHtml(poisoned('harmless'), { requirementOf: sampleRequirement })));
    fc.assert(
      fc.property(hostile, (text) => {
        const html = renderHtml(poisoned(text), { requirementOf: sampleRequirement });
        expect(XMLValidator.validate(html.replace('<!DOCTYPE html>', ''))).toBe(true);
        expect(tags(html).filter((tag) => !usual.has(tag))).toEqual([]);
        expect(html).not.toMatch(illegalInXml);
        expect(html).not.toMatch(/\p{Cf}|\p{Cs}/u);
      }),
    );
  });

  it('stays in its code spans and blocks in Markdown', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = renderMarkdown(poisoned(text), { requirementOf: sampleRequirement });
        expect(markdown).not.toMatch(unsafeOnTerminal);
        expect(outsideOfCode(markdown)).not.toMatch(/<(?!\/?(details|summary)>)|@|\]\(|https?:\/\//);
      }),
    );
  });

  it('cannot give a command to GitHub', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.constantFrom('::add-mask::x', 'a\n::set-env name=x::y', '%0A::error::x')),
        (text) => {
          const told = renderGithub(poisoned(text), { requirementOf: sampleRequirement }).trimEnd().split('\n');
          for (const line of told) expect(line).toMatch(/^::(error|warning) title=[A-Za-z0-9-]+::/);
          expect(told.join('')).not.toMatch(unsafeOnTerminal);
        },
      ),
    );
  });

  it('is only text in CTRF, SARIF and the badge', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const render of [renderCtrf, renderSarif, renderBadge])
          for (const said of textsIn(JSON.parse(render(poisoned(text), { requirementOf: sampleRequirement }))))
            expect(said.replaceAll('\n', '')).not.toMatch(unsafeOnTerminal);
      }),
    );
  });
});

describe('hostile text in two runs', () => {
  /** What a server sent stands in facts, answers and notes; who gave the file its name may be hostile, too. */
  const compared = (text: string) => {
    const valued = (value: string): RunReport['observations'] =>
      poisoned(text).observations.map((row) => ({ ...row, observation: { ...row.observation, value } }));
    const before = { ...poisoned(text), observations: valued(text) };
    const after = { ...before, observations: valued(`${text}2`), verdicts: before.verdicts.slice(1) };
    return diffReports(before, { ...after, footer: { ...after.footer, stopped: text } });
  };

  it('is text in every form of a comparison', () => {
    const usual = renderDiffText(compared('harmless'), { verbose: true, width: 100_000 }).split('\n').length;
    fc.assert(
      fc.property(hostile, (text) => {
        const diff = compared(text);
        const told = renderDiffText(diff, { verbose: true, width: 100_000 });
        expect(told).not.toMatch(unsafeOnTerminal);
        expect(told.split('\n').length).toBeLessThanOrEqual(usual + told.length / 100_000);
        const markdown = renderDiffMarkdown(diff);
        expect(markdown).not.toMatch(unsafeOnTerminal);
        expect(outsideOfCode(markdown)).not.toMatch(/<|(?<!&#64;)@|(?<!\\)\]\(|https?:\/\//);
        const json = renderDiffJson(diff);
        expect(json.replaceAll('\n', '')).not.toMatch(unsafeOnTerminal);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(diff)));
      }),
    );
  });

  it('is text in every form of runs side by side', () => {
    const runs = (text: string) =>
      sideBySide([
        { name: text, report: poisoned(text) },
        { name: 'b', report: poisoned('harmless') },
      ]);
    const tags = (html: string): readonly string[] => [...html.matchAll(/<\/?[a-z]\w*/g)].map(([tag]) => tag);
    const usual = {
      lines: sideBySideForms.terminal(runs('harmless'), {}).split('\n').length,
      tags: tags(sideBySideForms.html(runs('harmless'))),
      rows: sideBySideForms.markdown(runs('harmless')).split('\n').length,
    };
    fc.assert(
      fc.property(hostile, (text) => {
        const told = sideBySideForms.terminal(runs(text), {});
        expect(told).not.toMatch(unsafeOnTerminal);
        expect(told.split('\n').length).toBe(usual.lines);
        const markdown = sideBySideForms.markdown(runs(text));
        expect(markdown.split('\n').length).toBe(usual.rows);
        expect(markdown).not.toMatch(unsafeOnTerminal);
        expect(outsideOfCode(markdown)).not.toMatch(/<|@|https?:\/\//);
        const html = sideBySideForms.html(runs(text));
        expect(tags(html)).toEqual(usual.tags);
        expect(XMLValidator.validate(html.replace('<!DOCTYPE html>', ''))).toBe(true);
        expect(html).not.toMatch(/\p{Cf}|\p{Cs}/u);
      }),
    );
  });
});

/** What of a Markdown text is no code: there a server must have no say. */
function outsideOfCode(markdown: string): string {
  const outside: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const [found] = /^`{3,}/.exec(line) ?? [];
    if (fence === undefined && found !== undefined) fence = found;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence === undefined) outside.push(line.replaceAll(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, ''));
  }
  expect(fence).toBeUndefined();
  return outside.join('\n');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
