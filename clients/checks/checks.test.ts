import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTranscript, sceneOf } from '../transcripts/read-transcript.ts';
import type { TranscriptScene } from '../transcripts/transcript.ts';
import type { Scene } from '../scene.ts';
import { requirements } from '../../specs/requirements/index.ts';
import { clientChecks } from './index.ts';

/** A scene of a faulty client, with what every check says of it. Written by npm run client-kill-matrix. */
interface ViolatingScene {
  readonly defect: string;
  readonly said: Readonly<Record<string, unknown>>;
  readonly scene: TranscriptScene;
}

const folder = join(process.cwd(), 'clients');
const lines = readFileSync(join(folder, 'checks/violating-scenes.ndjson'), 'utf8').trimEnd().split('\n');
const violating = lines.map((line) => JSON.parse(line) as ViolatingScene);

function saidOf(scene: Scene): unknown {
  const said = clientChecks.map(({ requirement, judge }) => [requirement, judge(scene)] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(said.filter(([, judgements]) => judgements.length > 0))));
}

test('every requirement of a client has one check', () => {
  const binding = requirements.filter(({ binds }) => binds === 'client').map(({ id }) => id);
  expect(clientChecks.map(({ requirement }) => requirement).toSorted()).toEqual(binding.toSorted());
});

describe('what each check says of a scene that shows a defect', () => {
  test.each(violating.map((one) => [one.defect, one] as const))('%s', (_, { scene, said }) => {
    expect(saidOf(sceneOf(scene, { host: 'graph' }))).toEqual(said);
  });
});

const libraries = [
  'reference-client',
  'python-standard-library',
  'microsoft-graph-client',
  'msgraph-sdk-typescript',
  'msgraph-sdk-python',
  'office365-rest-python-client',
  'msgraph-core-python',
  'microsoft-graph-java',
  'msgraph-sdk-go',
];

test.each(libraries)('what each check says of each scene of %s', (library) => {
  const { scenes } = readTranscript(readFileSync(join(folder, library, 'transcript.ndjson'), 'utf8'));
  const counted = scenes.map((scene) => {
    const said = clientChecks.flatMap(({ requirement, judge }) => {
      const kinds = judge(scene).map((one) => (one.kind === 'violated' ? `violated ${one.pointer}` : one.kind));
      const different = [...new Set(kinds)].map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`);
      return kinds.length === 0 ? [] : [`${requirement}: ${different.join(', ')}`];
    });
    return `${scene.case} ${scene.client}: ${said.join('; ')}`;
  });
  expect(counted).toMatchSnapshot(library);
});
