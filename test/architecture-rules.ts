import { beside, foldersWithin, line, users } from './rooms.ts';
import { importsOf, isTest, roomOf, withoutComments, type SourceTree } from './source-tree.ts';

/** Says what in a tree of sources breaks one rule, a sentence for each place; nothing where the rule is kept. */
export type Rule = (tree: SourceTree) => readonly string[];

const order = line.map(({ name }) => name);

/** The entry of the package may import every room. */
const entry = 'index.ts';

/** Programs for development that are not part of the package, and so have arguments and an exit code of their own. */
const programs = new Set(['schemas/derive.ts', 'bench/main.ts']);

function product(tree: SourceTree): readonly (readonly [path: string, text: string])[] {
  return [...tree].filter(([path]) => !isTest(path) && path !== entry && !path.endsWith('.config.ts'));
}

export const importOrder: Rule = (tree) =>
  product(tree).flatMap(([path, text]) =>
    importsOf(path, text).flatMap(({ file }) => {
      const why = file === undefined ? undefined : whyNot(roomOf(path), file);
      return why === undefined ? [] : [`${path} imports ${file}: ${why}`];
    }),
  );

function whyNot(from: string, file: string): string | undefined {
  const to = roomOf(file);
  if (from === to) return undefined;
  const aside = beside.find(({ name }) => name === from);
  if (aside !== undefined) {
    const allowed = aside.imports.some((room) => file.startsWith(`${room}/`));
    return allowed ? undefined : `${from} imports only ${aside.imports.join(' and ')}`;
  }
  if (!order.includes(from)) return `${from || 'the root'} is no room of the code`;
  if (beside.some(({ name }) => name === to)) {
    return users[to]?.includes(from) ? undefined : `${to} is for ${users[to]?.join(' and ')} only`;
  }
  if (!order.includes(to)) return `${to || 'the root'} is no room of the code`;
  return order.indexOf(to) < order.indexOf(from) ? undefined : `${to} comes after ${from}`;
}

export const orderWithinRooms: Rule = (tree) =>
  product(tree).flatMap(([path, text]) => {
    const room = roomOf(path);
    const folders = foldersWithin[room];
    if (folders === undefined) return [];
    const from = folderWithin(path);
    if (!folders.includes(from)) return [`${path} is in a folder that ${room} has not`];
    return importsOf(path, text).flatMap(({ file }) => {
      if (file === undefined || roomOf(file) !== room) return [];
      const to = folderWithin(file);
      return folders.indexOf(to) <= folders.indexOf(from) ? [] : [`${path} imports ${file}: ${to} comes after ${from}`];
    });
  });

/** The folder of its room in which a file is; `.` for a file of the room itself. */
function folderWithin(path: string): string {
  const [, folder = '', ...rest] = path.split('/');
  return rest.length === 0 ? '.' : folder;
}

export const noCycles: Rule = (tree) => {
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (finished.has(path) || trail.includes(path)) return;
    for (const { file } of importsOf(path, tree.get(path) ?? '')) if (file !== undefined) visit(file, [...trail, path]);
    finished.add(path);
  };
  for (const path of tree.keys()) visit(path, []);
  return cycles;
};

export const processBelongsToCli: Rule = (tree) =>
  product(tree)
    .filter(([path]) => roomOf(path) !== 'cli' && !programs.has(path))
    .flatMap(([path, text]) =>
      [...withoutComments(text).matchAll(/\bprocess\.(argv|exitCode|exit)\b/g)].map(
        ([used]) => `${path} uses ${used}, which only cli/ may`,
      ),
    );

/** The reference client is what is judged, and connects as any library does. */
const clientUnderTest = 'clients/reference-client/';

export const networkBelongsToTargets: Rule = (tree) =>
  product(tree)
    .filter(([path]) => !['targets', 'reference'].includes(roomOf(path)) && !path.startsWith(clientUnderTest))
    .flatMap(([path, text]) => {
      const modules = importsOf(path, text).filter(({ specifier }) =>
        /^(node:)?(https?|http2|net|tls|dgram|undici)$/.test(specifier),
      );
      const calls = [...withoutComments(text).matchAll(/(?<![.\w])(?:globalThis\.)?fetch\(/g)];
      return [...modules.map(({ specifier }) => specifier), ...calls.map(() => 'fetch')].map(
        (used) => `${path} uses ${used}; only targets/ and reference/ connect to anything`,
      );
    });

export const noDefaultExports: Rule = (tree) =>
  [...tree]
    .filter(
      ([path, text]) =>
        !path.endsWith('.config.ts') && /^\s*export default\b|\bas default\b/m.test(withoutComments(text)),
    )
    .map(([path]) => `${path} has a default export`);

export const tellingNames: Rule = (tree) =>
  [...tree.keys()]
    .filter((path) => /(^|\/)(utils?|helpers?|managers?|common|misc)(\/|\.)/.test(path))
    .map((path) => `${path} is named after nothing that it does`);

export const importsWithExtension: Rule = (tree) =>
  product(tree).flatMap(([path, text]) =>
    importsOf(path, text)
      .filter(({ file }) => file !== undefined && !/\.(ts|json)$/.test(file))
      .map(({ specifier }) => `${path} imports ${specifier}, which does not end in .ts`),
  );

export const longest = 250;

/** Rows of data and what a program wrote may be long. */
export const shortFiles: Rule = (tree) =>
  [...tree]
    .filter(([path]) => !isTest(path) && !/^(specs|schemas\/generated)\//.test(path))
    .map(([path, text]) => [path, text.trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > longest)
    .map(([path, lines]) => `${path} has ${lines} lines; at most ${longest}`);
