import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adjudications } from './adjudications.ts';
import { libraries } from './catalogue.ts';
import { judgeTranscripts, librariesPagePath, readFigures, transcriptPath } from './files.ts';
import { librariesPage } from './page.ts';

// Where one of these fails: run npm run clients -- --page, and look at what changed before it is committed.
const judged = judgeTranscripts();

test('docs/clients.md is what the committed transcripts come to', () => {
  expect(readFileSync(librariesPagePath, 'utf8')).toBe(librariesPage(judged, readFigures()));
});

test.each(judged.map((one) => [one.library.folder, one] as const))(
  'the verdicts on %s',
  (folder, { judged: { verdicts } }) => {
    const telling = verdicts.filter(({ kind }) => kind !== 'passed' && kind !== 'observed');
    expect(
      telling.map(({ requirement, kind, because = '' }) => `${requirement} ${kind} ${because}`.trim()),
    ).toMatchSnapshot(folder);
  },
);

test('every finding was held against the documents, and none that is no longer there', () => {
  const found = judged.flatMap(({ library, judged: { findings } }) =>
    findings.map(({ requirement }) => `${library.folder} ${requirement}`),
  );
  const told = Object.entries(adjudications).flatMap(([folder, rows]) =>
    Object.keys(rows).map((id) => `${folder} ${id}`),
  );
  expect(told.toSorted()).toEqual(found.toSorted());
});

test('the clients that are ours keep every requirement', () => {
  const ours = judged.filter(({ library }) => ['reference-client', 'python-standard-library'].includes(library.folder));
  expect(ours.flatMap(({ judged: { findings } }) => findings)).toEqual([]);
});

test('no transcript tells of the machine that it was made on', () => {
  for (const library of libraries) {
    const text = readFileSync(transcriptPath(library), 'utf8');
    expect(text).not.toMatch(/\/(home|Users|tmp|root|work)\//);
    expect(text).not.toMatch(/127\.0\.0\.1:\d/);
  }
});
