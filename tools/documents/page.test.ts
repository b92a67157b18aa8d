import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkedRequirements } from '../../checks/index.ts';
import { documents } from '../../specs/documents.ts';
import { requirements } from '../../specs/requirements/index.ts';
import { checkFiles } from './check-files.ts';
import { pagePath } from './page-path.ts';
import { page } from './page.ts';

const files = checkFiles();
const text = page(files);

describe('the page of documents', () => {
  test('is up to date: npm run documents writes it', () => {
    expect(readFileSync(pagePath, 'utf8') === text).toBe(true);
  });

  test('leads to a file for every requirement that has a check', () => {
    expect([...files.keys()].toSorted()).toEqual([...checkedRequirements].toSorted());
    expect(files.get('TC-CLOCKOUT-001')).toBe('checks/clock-out.ts');
  });

  test('holds every source of every requirement, in a table that nothing breaks', () => {
    const sources = requirements.flatMap((row) => row.sources);
    const rows = text.split('\n').filter((line) => / TC-[A-Z]+-\d{3} (MUST|SHOULD|MAY|OBSERVE) \|/.test(line));
    expect(rows).toHaveLength(sources.length);
    expect(rows.filter((line) => line.replaceAll(String.raw`\|`, '').split('|').length !== 7)).toEqual([]);
  });

  test('links only to what it has', () => {
    const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id));
    const headings = [...text.matchAll(/^#+ ([A-Z][a-z ]+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    const missing = [...text.matchAll(/\]\(#([^)]+)\)/g)].filter(
      ([, id = '']) => !anchors.has(id) && !headings.includes(id),
    );
    expect(missing.map(([link]) => link)).toEqual([]);
    expect(anchors.size).toBeGreaterThan(Object.keys(documents).length);
  });
});
