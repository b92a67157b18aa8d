import type { LeftBehindView } from '../view/left-behind-view.ts';
import { wrap } from './layout.ts';
import type { RenderSettings } from './options.ts';

/** More ids than this would push the verdict off the screen. */
const mostIds = 5;

export function leftBehindLines(
  { cards, title, unnamed, ways, notOurs }: LeftBehindView,
  { colours, width }: RenderSettings,
): readonly string[] {
  const sentence = (text: string | undefined): readonly string[] =>
    text === undefined ? [] : wrap(text, width).map(colours.yellow);
  return [
    ...(title === undefined ? [] : [colours.yellow(`${title}:`)]),
    ...cards.slice(0, mostIds).map((id) => `  ${id}`),
    ...(cards.length > mostIds ? [`  and ${cards.length - mostIds} more, see results.json`] : []),
    ...sentence(unnamed),
    ...ways.map((way) => `  ${way}`),
    ...sentence(notOurs),
  ];
}
