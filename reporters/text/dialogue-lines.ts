import type { AnyFinding } from '../../judgements/finding.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { abbreviate } from './layout.ts';
import type { RenderSettings } from './options.ts';
import { visible, visibleJson } from '../view/visible.ts';

/** More cases than this tell a reader nothing new. */
const mostCases = 6;

/** What a client library was asked and what it handed over; nothing for findings of any other kind. */
export function dialogueLines(finding: AnyFinding, { colours, width }: RenderSettings): readonly string[] {
  if (!('client' in finding) || finding.client.dialogue.length === 0) return [];
  const { cases, dialogue } = finding.client;
  const rest = cases.filter((one) => one !== finding.client.case);
  const others = rest.slice(0, mostCases);
  const more = rest.length - others.length;
  return [
    `    ${colours.dim('what it was asked, and what it handed over')}`,
    ...dialogue.flatMap(({ asked, said }, index) => [
      `      ${index + 1}  ${abbreviate(askedText(asked), width - 9)}`,
      `         ${colours.dim('→')} ${abbreviate(visibleJson(said), width - 11)}`,
    ]),
    ...(others.length === 0
      ? []
      : [
          `    ${colours.dim(`also in the ${others.length === 1 ? 'case' : 'cases'} ${others.join(', ')}${more > 0 ? ` and ${more} more` : ''}`)}`,
        ]),
  ];
}

/** The operation first, then what it is given. */
function askedText(asked: Json): string {
  if (!isJsonObject(asked)) return visibleJson(asked);
  const { op, ...given } = asked;
  return `${visible(String(op))}  ${visibleJson(given)}`;
}
