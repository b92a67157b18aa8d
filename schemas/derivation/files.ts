import type { Json } from '../../traffic/json.ts';
import { asOpenApi30 } from '../../specs/openapi/as-openapi-3.0.ts';
import { openApiDocument } from '../../specs/openapi/document.ts';
import { apiVersions, type ApiVersion } from '../../traffic/operation.ts';
import { schemaNames } from '../schema-name.ts';
import { selfContained, type Definitions } from '../self-contained.ts';
import { definitionsOf } from './definitions.ts';
import { typesOf } from './types.ts';

/** Every generated file: its path from the root of the package, and its text. */
export async function derivedFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const all = {} as Record<ApiVersion, Definitions>;
  for (const version of apiVersions) {
    const definitions = definitionsOf(version);
    all[version] = definitions;
    files.set(`specs/openapi/timecard-${version}.json`, json(openApiDocument(version)));
    files.set(`specs/openapi/timecard-${version}-openapi-3.0.3.json`, json(asOpenApi30(openApiDocument(version))));
    for (const name of schemaNames[version]) {
      files.set(`schemas/generated/${version}/${name}.schema.json`, json(selfContained(definitions, version, name)));
    }
    files.set(`schemas/generated/types-${version}.ts`, await typesOf(definitions));
  }
  return files.set('schemas/generated/schemas.ts', schemasModule(all));
}

/** The definitions as a module: Node 20 warns on every import of a JSON file. */
function schemasModule(definitions: Json): string {
  return [
    '// Generated from specs/openapi by `npm run derive`. Do not edit.',
    "import type { ApiVersion } from '../../traffic/operation.ts';",
    "import type { Definitions } from '../self-contained.ts';",
    '',
    '/** The JSON Schemas of each version, referring to each other as `#/$defs/name`. */',
    `export const definitions: Readonly<Record<ApiVersion, Definitions>> = ${JSON.stringify(definitions, null, 2)};`,
    '',
  ].join('\n');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
