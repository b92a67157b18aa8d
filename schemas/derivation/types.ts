import { compile } from 'json-schema-to-typescript';
import type { Definitions } from '../self-contained.ts';

const banner = '// Generated from specs/openapi by `npm run derive`. Do not edit.';

/**
 * TypeScript types of all definitions, named by their titles. Objects come out closed, though the schemas are open: an
 * index signature would let every misspelt property compile.
 */
export async function typesOf(definitions: Definitions): Promise<string> {
  const root = {
    title: 'Everything',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.keys(definitions).map((name) => [name, { $ref: `#/$defs/${name}` }])),
    $defs: definitions,
  };
  const text = await compile(structuredClone(root) as Parameters<typeof compile>[0], 'Everything', {
    additionalProperties: false,
    bannerComment: banner,
    enableConstEnums: false,
    style: { singleQuote: true, printWidth: 120 },
  });
  return withoutRoot(text);
}

/** The root only makes the generator reach every definition. */
function withoutRoot(text: string): string {
  return text.replace(/export interface Everything \{[^}]*\}\n/, '');
}
