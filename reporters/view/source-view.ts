import { documents } from '../../specs/documents.ts';
import type { Source } from '../../specs/requirement.ts';
import { documentDate } from './document-date.ts';
import { visible } from './visible.ts';

export interface SourceView {
  /** Where it stands: `timeCard: clockOut, v1.0 (2025-01-17), Response`. */
  readonly title: string;
  readonly says: string;
}

export function sourceView({ document, section, says }: Source): SourceView {
  const place = section === '' ? '' : `, ${section}`;
  return {
    title: visible(`${documents[document].title} (${documentDate(documents[document])})${place}`),
    says: visible(says),
  };
}
