import type { Section } from '../view/run-view.ts';
import { causeLines } from './cause-lines.ts';
import { unmetLines } from './finding-lines.ts';
import { noColours, settingsOf, type ReportOptions } from './options.ts';

/** A section as a block of text, for reports that keep it in one: without colours, and as wide as a page. */
export function sectionLines(section: Section, options: ReportOptions): readonly string[] {
  const { verbose = false } = options;
  const known = (verbose ? verboseBlocks : blocks).get(section);
  if (known !== undefined) return known;
  const settings = { ...settingsOf(options), colours: noColours, width: 100 };
  const { about, level } = section;
  const lines = about.kind === 'cause' ? causeLines(about.cause, settings) : unmetLines(about.unmet, level, settings);
  (verbose ? verboseBlocks : blocks).set(section, lines);
  return lines;
}

/** Several reports of one run show the same. */
const blocks = new WeakMap<Section, readonly string[]>();
const verboseBlocks = new WeakMap<Section, readonly string[]>();
