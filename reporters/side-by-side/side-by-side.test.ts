import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { sampleFooter, sampleHeader, sampleReport, sampleVerdict } from '../../test/sample-report.ts';
import type { RunReport } from '../../results/report.ts';
import { sideBySideForms } from './index.ts';
import { sideBySide } from './side-by-side.ts';

const whole = sampleReport();
/** The same server a day later: what failed holds, what was skipped was judged. */
const later = sampleReport({
  header: sampleHeader({ startedAt: '2025-11-04T09:00:00.000Z' }),
  verdicts: [
    sampleVerdict('TC-CLOCKIN-001'),
    sampleVerdict('TC-CLOCKIN-017', 'warned'),
    sampleVerdict('TC-CLOCKIN-020'),
    sampleVerdict('TC-CLOCKOUT-003'),
  ],
  footer: sampleFooter({ verdict: 'conforming', exitCode: 0 }),
});
const runs = sideBySide([
  { name: 'monday.ndjson', report: whole },
  { name: 'tuesday.ndjson', report: later },
]);

test('what fails in one of them comes first, then what was not judged in all', () => {
  const cells = (rows: typeof runs.failing) => rows.map(({ requirement: { id }, cells: told }) => [id, ...told]);
  expect(cells(runs.failing)).toEqual([
    ['TC-CLOCKIN-017', 'warned', 'warned'],
    ['TC-CLOCKOUT-003', 'failed', 'passed'],
  ]);
  expect(cells(runs.uneven)).toContainEqual(['TC-CLOCKIN-020', 'skipped', 'passed']);
  expect(cells(runs.uneven)).toContainEqual(['TC-CLOCKOUT-001', 'passed', 'absent']);
  expect(runs.alike).toBe(1);
});

test('a known failure is told from a new one', () => {
  const baseline = [{ requirement: 'TC-CLOCKOUT-003', standing: 'known' }] as const;
  const known: RunReport = { ...whole, footer: { ...whole.footer, baseline } };
  const [, row] = sideBySide([
    { name: 'a', report: known },
    { name: 'b', report: whole },
  ]).failing;
  expect(row?.cells).toEqual(['known', 'failed']);
});

const hostile = '</td><script>alert(1)</script>|`x`\n::error::\u001B[2J\u202E';
const poisoned = sideBySide([
  {
    name: hostile,
    report: sampleReport({
      header: sampleHeader({ target: { kind: 'server', baseUrl: hostile } }),
      footer: sampleFooter({ stopped: hostile }),
    }),
  },
  { name: 'b', report: whole },
]);

test('text of a server is no markup', () => {
  const html = sideBySideForms.html(poisoned);
  expect(html).not.toContain('<script');
  expect(XMLValidator.validate(html.replace('<!DOCTYPE html>\n', ''))).toBe(true);
  const outsideOfCode = sideBySideForms.markdown(poisoned).replaceAll(/(`+)[^]*?[^`]\1(?!`)/g, '');
  expect(outsideOfCode).not.toContain('<script');
});

describe.each(Object.keys(sideBySideForms) as (keyof typeof sideBySideForms)[])('as %s', (form) => {
  const render = (of: typeof runs) => sideBySideForms[form](of, { verbose: true });

  test('both runs and every row are there', () => {
    const text = render(runs);
    for (const shown of ['monday.ndjson', 'tuesday.ndjson', 'TC-CLOCKOUT-003', 'TC-CLOCKIN-020', 'exit code 1'])
      expect(text).toContain(shown);
  });

  test('text of a server cannot act on a terminal or be a command', () => {
    expect(render(poisoned)).not.toMatch(/\p{Cf}|^::error/mu);
    expect(render(poisoned)).not.toContain('\u001B');
  });

  test('nothing that fails is said to be so', () => {
    const text = render(
      sideBySide([
        { name: 'a', report: { ...later, verdicts: [] } },
        { name: 'b', report: { ...later, verdicts: [] } },
      ]),
    );
    expect(text).toMatch(/Nothing that was exercised/);
  });
});
