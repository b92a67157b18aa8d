import { documents } from '../../specs/documents.ts';
import type { Source } from '../../specs/requirement.ts';
import type { Requirement } from '../../specs/requirements/index.ts';
import { documentDate } from '../view/document-date.ts';
import { wrap } from './layout.ts';
import { visible } from '../view/visible.ts';

/** Where a source stands: `timeCard: clockOut, v1.0 (2025-01-17), Response`. */
function sourceTitle({ document, section }: Source): string {
  const place = section === '' ? '' : `, ${section}`;
  return visible(`${documents[document].title} (${documentDate(documents[document])})${place}`);
}

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
    ...listed.flatMap((source) => [
      ...wrap(sourceTitle(source), width),
      ...(quote ? wrap(visible(source.says), width - 2).map((line) => `  ${line}`) : []),
    ]),
    ...(left > 0 ? [`and ${left} more: npx timecard-conformance requirements ${id}`] : []),
  ];
}
