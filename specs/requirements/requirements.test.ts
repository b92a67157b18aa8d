import { describe, expect, test } from 'vitest';
import { contradictions } from '../contradictions.ts';
import { documents, type Document } from '../documents.ts';
import { operations, routes } from '../../traffic/operation.ts';
import { requirement, requirements } from './index.ts';

const documentOf = (id: keyof typeof documents): Document => documents[id];

const groupOf = (id: string) => id.slice(0, id.lastIndexOf('-'));

describe('requirements', () => {
  test('change their meaning only where a reviewer sees it', async () => {
    const lines = requirements.map(({ id, level, statement }) => `${id} ${level} ${statement}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./requirements.snapshot.txt');
  });

  test('have ids that are unique and ascend by one within their group', () => {
    for (const group of new Set(requirements.map(({ id }) => groupOf(id)))) {
      const ids = requirements.map(({ id }) => id).filter((id) => groupOf(id) === group);
      expect(ids).toEqual(ids.map((_, index) => `${group}-${String(index + 1).padStart(3, '0')}`));
    }
  });

  test('stand together by group', () => {
    const runs = requirements.map(({ id }) => groupOf(id)).filter((group, index, all) => group !== all[index - 1]);
    expect(runs).toEqual([...new Set(runs)]);
  });

  test.for(requirements)('$id names its sources', ({ sources }) => {
    expect(sources.length).toBeGreaterThan(0);
    for (const { document, section, date, says } of sources) {
      expect(date).toBe(documents[document].date);
      expect(section).not.toBe('');
      expect(says).not.toBe('');
    }
  });

  test.for(requirements)('$id has a source for each version that it claims', ({ sources, versions }) => {
    // What users report is no promise of either.
    const promises = sources.map(({ document }) => documentOf(document)).filter(({ by }) => by !== 'thirdParty');
    const carried = versions.filter((claimed) =>
      promises.some(({ version }) => version === undefined || version === claimed),
    );
    expect(carried).toEqual(versions);
  });

  test.for(requirements.filter(({ level }) => level === 'MUST'))('$id rests on words of Microsoft', ({ sources }) => {
    expect(sources.map(({ document }) => documentOf(document).by)).toContain('microsoft');
  });

  const statuses = requirements.filter(
    ({ binds, statement, operations: about }) =>
      binds === 'server' &&
      about.length === 1 &&
      /^\w+ (?:\(PUT\) )?(?:under a delegated token )?answers 20\d/.test(statement),
  );

  test('say where a call is shown to succeed, wherever a page says what one answers that does', () => {
    expect(new Set(statuses.map(({ operations: about }) => about[0]))).toEqual(new Set(operations));
  });

  test.for(statuses)('$id holds nobody to success elsewhere', ({ shows }) => {
    expect(shows).toBe('success');
  });

  test.for(requirements)('$id is one sentence', ({ statement }) => {
    expect(statement).toMatch(/^\S.*\.$/);
  });

  test.for(requirements)('$id is about operations of its versions', ({ operations: about, versions }) => {
    expect(about.length).toBeGreaterThan(0);
    expect(new Set(about).size).toBe(about.length);
    for (const version of versions) {
      expect(about.some((operation) => (routes[operation].versions as readonly string[]).includes(version))).toBe(true);
    }
  });

  test('say how they follow, where they are inferred', () => {
    const silent = requirements.filter(({ provenance, derivation }) => provenance === 'inferred' && !derivation);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('link a contradiction once', () => {
    const twice = requirements.filter((row) => new Set(row.contradictions).size < row.contradictions.length);
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  test('cover every operation', () => {
    const covered = new Set(requirements.flatMap((row) => row.operations));
    expect(operations.filter((operation) => !covered.has(operation))).toEqual([]);
  });

  test('are found by id', () => {
    expect(requirement('TC-CLOCKIN-001').statement).toBe('clockIn answers 201 Created.');
  });
});

describe('contradictions', () => {
  test('are numbered from C01 to C55', () => {
    const expected = Array.from({ length: 55 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`);
    expect(contradictions.map(({ id }) => id)).toEqual(expected);
  });

  test.for([...contradictions])('$id has two sides', ({ sides }) => {
    expect(sides.length).toBeGreaterThan(1);
  });

  test('are linked from a requirement, or say why none depends on them', () => {
    const linked = new Set(requirements.flatMap((row) => row.contradictions));
    const loose = contradictions.filter((row) => linked.has(row.id) === 'noRequirement' in row);
    expect(loose.map(({ id }) => id)).toEqual([]);
  });
});

describe('documents', () => {
  const all = Object.entries(documents) as readonly (readonly [string, Document])[];

  test('of one version are named after it', () => {
    const odd = all.filter(([id, { version }]) => /^(?:v1|beta)-/.test(id) !== (version !== undefined));
    expect(odd.map(([id]) => id)).toEqual([
      'csdl',
      'csdl-beta',
      'types-beta',
      'shifts-role',
      'sdk-python',
      'openapi-v1',
    ]);
    const crossed = all.filter(
      ([id, { version }]) => /^(?:v1|beta)-/.test(id) && id.startsWith('v1') !== (version === 'v1.0'),
    );
    expect(crossed).toEqual([]);
  });

  test('in a repository are pinned to a commit', () => {
    const inRepository = all.filter(([, { url }]) => /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:blob|tree)\//.test(url));
    expect(inRepository.length).toBeGreaterThan(40);
    for (const [, { url, commit }] of inRepository) {
      expect(commit).toMatch(/^[0-9a-f]{8,40}$/);
      expect(url.split('/')[6]).toBe(commit);
    }
  });

  test('have a date, and say so where it is not their own', () => {
    for (const [, { date }] of all) expect(date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    const ofOneState = all.filter(([, { commit }]) => commit === documents['beta-list-2024'].commit);
    expect(ofOneState.length).toBeGreaterThan(9);
    expect(ofOneState.filter(([, { dateFrom }]) => dateFrom !== undefined)).toEqual([]);
  });
});

test('every document is cited', () => {
  const cited = new Set([
    ...requirements.flatMap(({ sources }) => sources.map(({ document }) => document)),
    ...contradictions.flatMap(({ sides }) => sides.map(({ document }) => document)),
  ]);
  expect(Object.keys(documents).filter((id) => !cited.has(id as keyof typeof documents))).toEqual([]);
});
