import type { Json } from '../../traffic/json.ts';

/** Longest line on which a structure is kept whole. */
const width = 120;

/**
 * JSON as people review it: what fits on a line stays on one, the rest has a line for each member. `rawHeaders`, a flat
 * list of names and values, has a line for each header.
 */
export function layout(value: Json | object, indent = 0, lead = 0): string {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return flat;
  if (indent > 0 && indent + lead + flat.length <= width) return flat;
  const inner = indent + 2;
  const lines = Array.isArray(value)
    ? value.map((one: Json) => layout(one, inner))
    : Object.entries(value as Readonly<Record<string, Json | undefined>>).flatMap(([name, one]) => {
        if (one === undefined) return [];
        const label = `${JSON.stringify(name)}: `;
        return [label + (name === 'rawHeaders' ? headers(one, inner) : layout(one, inner, label.length))];
      });
  if (lines.length === 0) return flat;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const margin = '\n' + ' '.repeat(inner);
  return `${open}${margin}${lines.join(`,${margin}`)}\n${' '.repeat(indent)}${close}`;
}

function headers(value: Json, indent: number): string {
  if (!Array.isArray(value) || value.length === 0) return layout(value, indent);
  const list = value as readonly Json[];
  const margin = ' '.repeat(indent + 2);
  const lines = list.flatMap((_, index) =>
    index % 2 === 0
      ? [
          `${margin}${list
            .slice(index, index + 2)
            .map((part) => JSON.stringify(part))
            .join(', ')}`,
        ]
      : [],
  );
  return `[\n${lines.join(',\n')}\n${' '.repeat(indent)}]`;
}
