import { documents, type DocumentId } from '../documents.ts';
import type { Source } from '../requirement.ts';

/** One place in a document, with the date of the document. */
export function cite(document: DocumentId, section: string, says: string): Source {
  return { document, section, date: documents[document].date, says };
}
