import type { ReporterName } from '../index.ts';
import type { ReportOptions } from '../text/options.ts';
import { renderSideBySideHtml } from './html.ts';
import { renderSideBySideMarkdown } from './markdown.ts';
import type { SideBySide } from './side-by-side.ts';
import { renderSideBySideText } from './text.ts';

/** The forms that can show several runs; each of the others is of one run by its nature. */
export const sideBySideForms = {
  terminal: renderSideBySideText,
  markdown: renderSideBySideMarkdown,
  html: renderSideBySideHtml,
} as const satisfies Readonly<Partial<Record<ReporterName, (runs: SideBySide, options: ReportOptions) => string>>>;

export type SideBySideForm = keyof typeof sideBySideForms;
