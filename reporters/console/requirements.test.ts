import { stripVTControlCharacters } from 'node:util';
import { createColors } from 'picocolors';
import { describe, expect, test } from 'vitest';
import { requirement, requirements } from '../../specs/requirements/index.ts';
import { requirementsMatching } from '../../specs/requirements/find.ts';
import { renderRequirement, renderRequirementList } from './requirements.ts';

const widest = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));

describe('the list', () => {
  test('stands in columns by group', () => {
    expect(renderRequirementList(requirementsMatching('TC-GET-*'), { width: 100 })).toMatchSnapshot();
  });

  test.for([60, 80, 120, 200])('fits a terminal of %i columns', (width) => {
    expect(widest(renderRequirementList(requirements, { width }))).toBeLessThanOrEqual(width);
  });

  test('names every requirement and counts them', () => {
    const printed = renderRequirementList(requirements);
    expect(requirements.filter(({ id }) => !printed.includes(` ${id} `))).toEqual([]);
    expect(printed).toContain(`${requirements.length} requirements: `);
  });

  test('is the same with colours, but for the colours', () => {
    const painted = renderRequirementList(requirements, { colours: createColors(true) });
    expect(painted).toContain('\u{1B}[31mMUST');
    expect(stripVTControlCharacters(painted)).toBe(renderRequirementList(requirements));
  });
});

describe('the explanation', () => {
  test('shows both sides of a contradiction and what is made of it', () => {
    expect(renderRequirement(requirement('TC-CLOCKIN-001'), { width: 80 })).toMatchSnapshot();
  });

  test('says what is needed beyond the caller', () => {
    expect(renderRequirement(requirement('TC-CLOCKIN-021'))).toMatch(/needs +onBehalfOfUser callerIdentity/);
    expect(renderRequirement(requirement('TC-CLOCKIN-001'))).toMatch(/needs +only the caller/);
  });

  test('says why no traffic can show a requirement', () => {
    const row = { ...requirement('TC-GEN-014'), untestable: 'It binds clients.' };
    expect(renderRequirement(row)).toContain('Why no traffic can show it\n  It binds clients.');
  });

  test('does not pass a day of reading off as the date of a document', () => {
    expect(renderRequirement(requirement('TC-GET-002'))).toMatch(/\(undated; read \d{4}-\d{2}-\d{2}\)/);
  });

  test('leaves only URLs wider than the terminal', () => {
    const lines = requirements.flatMap((row) => renderRequirement(row, { width: 60 }).split('\n'));
    expect(lines.filter((line) => [...line].length > 60 && !/^ +\S+$/.test(line))).toEqual([]);
  });
});
