import type { Diff } from '../../results/diff/difference.ts';
import type { ReportOptions } from '../text/options.ts';
import { renderDiffJson } from './json.ts';
import { renderDiffMarkdown } from './markdown.ts';
import { renderDiffText } from './text.ts';

/** The forms of a comparison, each by its name. */
export const diffFormats = {
  text: renderDiffText,
  markdown: (diff: Diff): string => renderDiffMarkdown(diff),
  json: renderDiffJson,
} as const satisfies Readonly<Record<string, (diff: Diff, options: ReportOptions) => string>>;

export type DiffFormat = keyof typeof diffFormats;
export const diffFormatNames = Object.keys(diffFormats) as readonly DiffFormat[];
