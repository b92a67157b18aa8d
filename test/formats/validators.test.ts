import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { lint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { renderHtml } from '../../reporters/html.ts';
import { renderJunit } from '../../reporters/junit.ts';
import { renderMarkdown } from '../../reporters/markdown.ts';
import { sideBySideForms } from '../../reporters/side-by-side/index.ts';
import { sideBySide } from '../../reporters/side-by-side/side-by-side.ts';
import type { RunReport } from '../../results/report.ts';
import { sampleFinding, sampleFooter, sampleHeader, sampleReport } from '../sample-report.ts';
import { root } from '../source-tree.ts';

const hostile = '</td></pre><script>alert(1)</script>|`x`\n# heading\n- [ ] item \u001B[2J\u202E';
const reports: readonly (readonly [string, RunReport])[] = [
  ['a failure and a warning', sampleReport()],
  [
    'nothing judged',
    sampleReport({
      verdicts: [],
      findings: [],
      observations: [],
      footer: sampleFooter({ exitCode: 3, verdict: 'inconclusive', stopped: 'nothing could be reached' }),
    }),
  ],
  [
    'hostile text',
    sampleReport({
      header: sampleHeader({ target: { kind: 'server', baseUrl: hostile } }),
      footer: sampleFooter({ stopped: hostile, leftBehind: [hostile] }),
      findings: [
        sampleFinding({
          violation: {
            kind: 'violated',
            pointer: '/state',
            expected: hostile,
            actual: { [hostile]: hostile },
            evidence: [1],
          },
        }),
      ],
    }),
  ],
];
const pairOf = (report: RunReport) =>
  sideBySide([
    { name: 'a', report },
    { name: hostile, report },
  ]);

/** Both ways to write these are right; ours are well-formed as XML, too. */
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'void-style': 'off', 'attribute-boolean-style': 'off' },
});

/** What a validator of HTML has to say, in its words. */
function faultsOfHtml(page: string): readonly string[] {
  const { results } = html.validateStringSync(page);
  return results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
}

/** Lines are as long as what they quote, and findings fold: that is HTML. */
function faultsOfMarkdown(text: string): readonly string[] {
  const { report = [] } = lint({ strings: { report: text }, config: { MD013: false, MD033: false } });
  return report.map(
    ({ lineNumber, ruleNames, errorDetail }) => `${lineNumber}: ${ruleNames[0] ?? ''} ${errorDetail ?? ''}`,
  );
}

const schema = readFileSync(join(root, 'test/formats/junit.xsd'), 'utf8');
async function faultsOfJunit(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [schema] });
  return errors.map(({ message }) => message);
}

describe.each(reports)('a run with %s', (_, report) => {
  test('is valid HTML, alone and beside another', () => {
    expect(faultsOfHtml(renderHtml(report))).toEqual([]);
    expect(faultsOfHtml(sideBySideForms.html(pairOf(report)))).toEqual([]);
  });

  test('is Markdown that a linter has nothing against, alone and beside another', () => {
    expect(faultsOfMarkdown(renderMarkdown(report))).toEqual([]);
    expect(faultsOfMarkdown(sideBySideForms.markdown(pairOf(report)))).toEqual([]);
  });

  test('is JUnit as its readers take it', async () => {
    expect(await faultsOfJunit(renderJunit(report))).toEqual([]);
  });
});

test('the validators find what is wrong', async () => {
  expect(faultsOfHtml(renderHtml(sampleReport()).replace('</h1>', ''))).not.toEqual([]);
  expect(faultsOfMarkdown(renderMarkdown(sampleReport()).replace('# ', '#'))).not.toEqual([]);
  expect(
    await faultsOfJunit(renderJunit(sampleReport()).replace('<testsuites ', '<testsuites skipped="1" ')),
  ).not.toEqual([]);
});
