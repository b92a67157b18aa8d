// npm run look: opens the HTML report in the Chromium that CHROME_PATH names, and fails where it is not as it should be.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { renderHtml } from '../../reporters/html.ts';
import type { RunReport } from '../../results/report.ts';
import { requirements } from '../../specs/requirements/index.ts';
import { sampleFinding, sampleReport, sampleVerdict } from '../sample-report.ts';
import { Browser } from './browser.ts';

/** Text that would run, load, leave its cell, or hide what follows, if the page let it. */
const hostile = [
  '</pre></td></table><script>document.title="owned"</script>',
  '<img src=http://127.0.0.1:9/x onerror=document.title="owned">',
  '"><svg/onload=document.title="owned"><iframe src=javascript:1>',
  '<style>*{display:none}</style><!-- ]]>',
  '\u202E\u2066reversed\u0000\u001B[2J',
  'x'.repeat(4000),
].join(' ');

function reportWith(findings: number, text: string): RunReport {
  const ids = requirements.slice(0, findings).map(({ id }) => id);
  const violation = { kind: 'violated', pointer: '/state', expected: text, actual: text, evidence: [1] } as const;
  return sampleReport({
    verdicts: ids.map((id) => sampleVerdict(id, 'failed', { exercised: 1, violated: 1 })),
    findings: ids.map((requirement) => sampleFinding({ requirement, violation })),
    observations: [{ requirement: 'TC-GEN-023', observation: { subject: text, value: text }, count: 1 }],
  });
}

const pages: Readonly<Record<string, readonly [findings: number, text: string]>> = {
  'no finding': [0, 'plain'],
  'one finding': [1, 'plain'],
  '300 findings': [300, 'plain'],
  'hostile text': [3, hostile],
};

/** What is to be seen of a page, in the words of the browser. */
const look = `(() => {
  const shade = (colour) => (colour.match(/[\\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
  const { color } = getComputedStyle(document.body);
  const back = getComputedStyle(document.documentElement).backgroundColor;
  const own = getComputedStyle(document.body).backgroundColor;
  return {
    title: document.title,
    foreign: document.querySelectorAll('script, img, iframe, svg, object, link, form, body style').length,
    loaded: performance.getEntriesByType('resource').length,
    findings: document.querySelectorAll('section[id^=finding-]').length,
    beyond: document.documentElement.scrollWidth - innerWidth,
    text: shade(color),
    back: [own, back].filter((one) => !/, 0\\)$/.test(one)).map(shade)[0] ?? null,
    height: document.body.getBoundingClientRect().height,
  };
})()`;

interface Seen {
  readonly title: string;
  readonly foreign: number;
  readonly loaded: number;
  readonly findings: number;
  readonly beyond: number;
  readonly text: number;
  readonly back: number | null;
  readonly height: number;
}

/** What is wrong with a page, each in a few words. */
function faultsOf(seen: Seen, findings: number, scheme: 'light' | 'dark'): readonly string[] {
  const isLegible = scheme === 'light' ? seen.text < 100 : seen.text > 150;
  const isOfScheme = seen.back === null || (scheme === 'light' ? seen.back > 150 : seen.back < 100);
  return [
    ...(seen.title.startsWith('timeCard conformance') ? [] : [`its title is ${seen.title}`]),
    ...(seen.foreign === 0 ? [] : [`${seen.foreign} elements that no report has`]),
    ...(seen.loaded === 0 ? [] : [`it loads ${seen.loaded} files`]),
    ...(seen.findings === findings ? [] : [`it shows ${seen.findings} findings`]),
    ...(seen.beyond <= 0 ? [] : [`it is ${seen.beyond} pixels wider than the window`]),
    ...(isLegible && isOfScheme ? [] : [`text ${seen.text} on ${seen.back} is not ${scheme}`]),
    ...(seen.height > 100 ? [] : ['nothing is to be seen']),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'look-'));
const browser = new Browser(process.env['CHROME_PATH'] ?? 'chromium');
let faults = 0;
try {
  for (const [name, [findings, text]] of Object.entries(pages)) {
    const file = join(folder, `${findings}.html`);
    writeFileSync(file, renderHtml(reportWith(findings, text)));
    for (const scheme of ['light', 'dark'] as const)
      for (const width of [360, 1280]) {
        const seen = (await browser.valueIn(pathToFileURL(file).href, width, scheme, look)) as Seen;
        const wrong = faultsOf(seen, findings, scheme);
        faults += wrong.length;
        process.stdout.write(
          `${wrong.length === 0 ? 'ok  ' : 'BAD '} ${name}, ${scheme}, ${width} wide  ${wrong.join('; ')}\n`,
        );
      }
  }
} finally {
  browser.close();
  rmSync(folder, { recursive: true });
}
process.stdout.write(faults === 0 ? 'All pages are as they should be.\n' : `${faults} faults.\n`);
process.exitCode = faults === 0 ? 0 : 1;
