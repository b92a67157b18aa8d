import type { Requirement } from '../../specs/requirements/index.ts';
import { sourceView } from '../view/source-view.ts';
import { wrap } from './layout.ts';

/** How many sources a finding shows before it refers to the command that shows all. */
const shown = 2;

/** The sources of a requirement, each with what it says, in lines of at most `width` characters. */
export function sourceLines(
  { id, sources }: Requirement,
  { width, all, quote }: { readonly width: number; readonly all: boolean; readonly quote: boolean },
): readonly string[] {
  const listed = all ? sources : sources.slice(0, shown);
  const left = sources.length - listed.length;
  return [
    ...listed
      .map(sourceView)
      .flatMap(({ title, says }) => [
        ...wrap(title, width),
        ...(quote ? wrap(says, width - 2).map((line) => `  ${line}`) : []),
      ]),
    ...(left > 0 ? [`and ${left} more: npx timecard-conformance requirements ${id}`] : []),
  ];
}
