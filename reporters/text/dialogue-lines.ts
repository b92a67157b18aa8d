import type { DialogueView } from '../view/finding-view.ts';
import { abbreviate } from './layout.ts';
import type { RenderSettings } from './options.ts';

/** More cases than this tell a reader nothing new. */
const mostCases = 6;

/** What a client library was asked and what it handed over. */
export function dialogueLines(
  dialogue: DialogueView | undefined,
  { colours, width }: RenderSettings,
): readonly string[] {
  if (dialogue === undefined) return [];
  const { turns, otherCases } = dialogue;
  const others = otherCases.slice(0, mostCases);
  const more = otherCases.length - others.length;
  return [
    `    ${colours.dim('what it was asked, and what it handed over')}`,
    ...turns.flatMap(({ asked, said }, index) => [
      `      ${index + 1}  ${abbreviate(asked, width - 9)}`,
      `         ${colours.dim('→')} ${abbreviate(said, width - 11)}`,
    ]),
    ...(others.length === 0
      ? []
      : [
          `    ${colours.dim(`also in the ${others.length === 1 ? 'case' : 'cases'} ${others.join(', ')}${more > 0 ? ` and ${more} more` : ''}`)}`,
        ]),
  ];
}
