// npm run pictures: takes the pictures of the README from a real run, with the Chromium that CHROME_PATH names.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fault } from '../../faults/index.ts';
import { startReferenceServer } from '../../reference/server.ts';
import { Browser } from './browser.ts';

const defect = 'clock-out-state-unchanged';

/** A run of its own against the reference server with a defect, reported as HTML. */
async function reportIn(folder: string): Promise<string> {
  const chosen = fault(defect);
  if (chosen === undefined) throw new Error(`There is no defect ${defect}.`);
  const server = await startReferenceServer({ fault: chosen });
  try {
    const words = ['run', '--base-url', server.url, '--seed', '7', '--report', 'html', '--report-dir', folder];
    const env = { ...process.env, TIMECARD_TOKEN: server.tokens.caller };
    const child = spawn(process.execPath, ['dist/cli/main.js', ...words], {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const exitCode = await new Promise((done) => child.once('close', done));
    if (exitCode !== 1) throw new Error(`The run ended with ${String(exitCode)}.`);
    return join(folder, 'report.html');
  } finally {
    await server.close();
  }
}

/** The page with its first finding and nothing else. */
function firstFinding(page: string, folder: string): string {
  const html = readFileSync(page, 'utf8');
  const finding = /<section class="failure" id="finding-1">[^]*?<\/section>/.exec(html)?.[0];
  if (finding === undefined) throw new Error('The report has no finding.');
  const only = join(folder, 'finding.html');
  writeFileSync(
    only,
    html.replace(/<main>[^]*<\/main>/, () => `<main>${finding}</main>`),
  );
  return only;
}

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  const page = await reportIn(folder);
  const finding = firstFinding(page, folder);
  const browser = new Browser(process.env['CHROME_PATH'] ?? 'chromium');
  try {
    for (const scheme of ['light', 'dark'] as const)
      for (const [name, file, height] of [
        ['report', page, 420],
        ['finding', finding, 640],
      ] as const)
        writeFileSync(
          join('docs/pictures', `${name}-${scheme}.png`),
          await browser.picture(pathToFileURL(file).href, 1120, height, scheme),
        );
  } finally {
    browser.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}
