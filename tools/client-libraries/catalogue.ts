import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/dist\/$/, '');

/** A library with a driver of ours: how it is installed, and how its driver is started. */
export interface Library {
  /** Folder below clients/. */
  readonly folder: string;
  readonly name: string;
  /** Commands, run in its folder, that leave it installed; none where nothing is needed. */
  readonly install: readonly (readonly string[])[];
  /** What the installation leaves, for its size. */
  readonly installed: readonly string[];
  /** The words that start the driver, from the root of this package. */
  readonly start: readonly string[];
  /** Small and quick enough for every CI run, where its registry answers. */
  readonly inCi: boolean;
}

const at = (folder: string, ...rest: readonly string[]): string => join('clients', folder, ...rest);
const classPath = [
  at('microsoft-graph-java', 'target', 'classes'),
  at('microsoft-graph-java', 'target', 'lib', '*'),
].join(':');

const npm = [['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error']];
const pip = [
  ['python3', '-m', 'venv', '.venv'],
  ['.venv/bin/pip', 'install', '--quiet', '--no-compile', '-r', 'requirements.txt'],
];

/** Every library that was judged, in the order of the table. */
export const libraries: readonly Library[] = [
  {
    folder: 'reference-client',
    name: 'the reference client of this package',
    install: [],
    installed: [],
    start: [process.execPath, 'dist/cli/main.js', 'driver'],
    inCi: true,
  },
  {
    folder: 'python-standard-library',
    name: 'urllib of Python',
    install: [],
    installed: [],
    start: ['python3', at('python-standard-library', 'driver.py')],
    inCi: true,
  },
  {
    folder: 'microsoft-graph-client',
    name: '@microsoft/microsoft-graph-client',
    install: npm,
    installed: ['node_modules'],
    start: [process.execPath, at('microsoft-graph-client', 'driver.mjs')],
    inCi: true,
  },
  {
    folder: 'msgraph-sdk-typescript',
    name: '@microsoft/msgraph-sdk (TypeScript)',
    install: npm,
    installed: ['node_modules'],
    start: [process.execPath, at('msgraph-sdk-typescript', 'driver.mjs')],
    inCi: true,
  },
  {
    folder: 'msgraph-sdk-python',
    name: 'msgraph-sdk (Python)',
    install: pip,
    installed: ['.venv'],
    start: [at('msgraph-sdk-python', '.venv/bin/python'), at('msgraph-sdk-python', 'driver.py')],
    inCi: true,
  },
  {
    folder: 'office365-rest-python-client',
    name: 'office365-rest-python-client',
    install: pip,
    installed: ['.venv'],
    start: [at('office365-rest-python-client', '.venv/bin/python'), at('office365-rest-python-client', 'driver.py')],
    inCi: true,
  },
  {
    folder: 'msgraph-core-python',
    name: 'msgraph-core before 1.0 (Python)',
    install: pip,
    installed: ['.venv'],
    start: [at('msgraph-core-python', '.venv/bin/python'), at('msgraph-core-python', 'driver.py')],
    inCi: true,
  },
  {
    folder: 'microsoft-graph-java',
    name: 'microsoft-graph (Java)',
    install: [
      ['mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=target/lib'],
      ['javac', '-nowarn', '-d', 'target/classes', '-cp', 'target/lib/*', 'Driver.java'],
    ],
    installed: ['target'],
    start: ['java', '-cp', classPath, 'Driver'],
    inCi: false,
  },
  {
    folder: 'msgraph-sdk-go',
    name: 'msgraph-sdk-go',
    install: [['go', 'build', '-o', 'driver', '.']],
    installed: ['driver'],
    start: [at('msgraph-sdk-go', 'driver')],
    inCi: false,
  },
];
