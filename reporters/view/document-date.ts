import type { Document } from '../../specs/documents.ts';

/**
 * When a document was written, or where its date comes from if it carries none: a date that is not its own is never shown
 * as if it were.
 */
export function documentDate({ date, dateFrom }: Document): string {
  if (dateFrom === undefined) return date;
  switch (dateFrom) {
    case 'sisterPage':
      return `undated; a page of the same state is of ${date}`;
    case 'examples':
      return `undated; its newest example is of ${date}`;
    case 'reading':
      return `undated; read ${date}`;
  }
}
