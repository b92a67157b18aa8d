import { describe, expect, test } from 'vitest';
import * as rules from './architecture-rules.ts';
import { importsOf, readSourceTree } from './source-tree.ts';

const { longest, ...named } = rules;
const tree = readSourceTree();

describe('the code of this package', () => {
  test('was found', () => {
    expect(tree.size).toBeGreaterThan(150);
    expect([...tree.keys()]).toEqual(
      expect.arrayContaining(['index.ts', 'cli/main.ts', 'specs/requirements/index.ts']),
    );
  });

  test.each(Object.entries(named))('keeps to %s', (_, rule) => {
    expect(rule(tree)).toEqual([]);
  });
});

describe('each rule finds what breaks it', () => {
  const clean = { 'specs/a.ts': 'export const a = 1;', 'engine/b.ts': "import { a } from '../specs/a.ts';" };

  test.each(Object.entries(named))('%s: nothing in a clean tree', (_, rule) => {
    expect(rule(new Map(Object.entries(clean)))).toEqual([]);
  });

  const broken: readonly [rule: keyof typeof named, path: string, text: string, says: string][] = [
    [
      'importOrder',
      'specs/c.ts',
      "import { b } from '../engine/b.ts';",
      'specs/c.ts imports engine/b.ts: engine comes after specs',
    ],
    [
      'importOrder',
      'checks/c.ts',
      "import type { B } from '../engine/b.ts';",
      'checks/c.ts imports engine/b.ts: engine comes after checks',
    ],
    [
      'importOrder',
      'checks/c.ts',
      "export {\n  b,\n} from '../engine/b.ts';",
      'checks/c.ts imports engine/b.ts: engine comes after checks',
    ],
    [
      'importOrder',
      'checks/c.ts',
      "type B = import('../engine/b.ts').B;",
      'checks/c.ts imports engine/b.ts: engine comes after checks',
    ],
    [
      'importOrder',
      'checks/deep/c.ts',
      "await import('../../cli/run.ts');",
      'checks/deep/c.ts imports cli/run.ts: cli comes after checks',
    ],
    [
      'importOrder',
      'reference/c.ts',
      "import '../model/m.ts';",
      'reference/c.ts imports model/m.ts: reference imports only traffic and specs and schemas/generated',
    ],
    [
      'importOrder',
      'reference/c.ts',
      "import '../schemas/validators.ts';",
      'reference/c.ts imports schemas/validators.ts: reference imports only traffic and specs and schemas/generated',
    ],
    [
      'importOrder',
      'faults/c.ts',
      "import '../checks/index.ts';",
      'faults/c.ts imports checks/index.ts: faults imports only traffic and specs and reference',
    ],
    [
      'importOrder',
      'checks/c.ts',
      "import '../reference/server.ts';",
      'checks/c.ts imports reference/server.ts: reference is for targets and cli only',
    ],
    [
      'importOrder',
      'engine/c.ts',
      "import '../test/sample.ts';",
      'engine/c.ts imports test/sample.ts: test is no room of the code',
    ],
    [
      'orderWithinRooms',
      'reporters/view/c.ts',
      "import { lines } from '../text/lines.ts';",
      'reporters/view/c.ts imports reporters/text/lines.ts: text comes after view',
    ],
    [
      'orderWithinRooms',
      'reporters/text/c.ts',
      "import { render } from '../terminal.ts';",
      'reporters/text/c.ts imports reporters/terminal.ts: . comes after text',
    ],
    ['orderWithinRooms', 'reporters/odd/c.ts', '', 'reporters/odd/c.ts is in a folder that reporters has not'],
    ['noCycles', 'specs/c.ts', "import './c.ts';", 'specs/c.ts → specs/c.ts'],
    [
      'processBelongsToCli',
      'engine/c.ts',
      'process.exitCode = 1;',
      'engine/c.ts uses process.exitCode, which only cli/ may',
    ],
    [
      'networkBelongsToTargets',
      'checks/c.ts',
      "import * as http from 'node:http';",
      'checks/c.ts uses node:http; only targets/ and reference/ connect to anything',
    ],
    [
      'networkBelongsToTargets',
      'cli/c.ts',
      "await fetch('http://127.0.0.1');",
      'cli/c.ts uses fetch; only targets/ and reference/ connect to anything',
    ],
    ['noDefaultExports', 'specs/c.ts', 'export default 1;', 'specs/c.ts has a default export'],
    ['tellingNames', 'specs/utils/c.ts', '', 'specs/utils/c.ts is named after nothing that it does'],
    [
      'importsWithExtension',
      'engine/c.ts',
      "import { a } from '../specs/a';",
      'engine/c.ts imports ../specs/a, which does not end in .ts',
    ],
    [
      'shortFiles',
      'engine/c.ts',
      'x\n'.repeat(longest + 1),
      `engine/c.ts has ${longest + 1} lines; at most ${longest}`,
    ],
  ];

  test.each(broken)('%s: breach %# in %s', (name, path, text, says) => {
    expect(named[name](new Map(Object.entries({ ...clean, [path]: text })))).toEqual([says]);
  });

  test('a cycle through several files', () => {
    const round = {
      'specs/a.ts': "import './b.ts';",
      'specs/b.ts': "import './c.ts';",
      'specs/c.ts': "import './a.ts';",
    };
    expect(rules.noCycles(new Map(Object.entries(round)))).toEqual([
      'specs/a.ts → specs/b.ts → specs/c.ts → specs/a.ts',
    ]);
  });

  test('comments are no imports', () => {
    const text = "/** import { a } from './a.ts'; */\n// import './b.ts';\nimport './c.ts'; // from './d.ts'";
    expect(importsOf('specs/x.ts', text.replace(' // from', ''))).toEqual([
      { specifier: './c.ts', file: 'specs/c.ts' },
    ]);
  });
});
