import type { ServerEndView } from '../view/server-end-view.ts';
import { abbreviate, wrap } from './layout.ts';
import type { RenderSettings } from './options.ts';

/** Long enough to send the request again by hand. */
const longestBody = 4000;

/** Told before all else, with bodies. */
export function serverEndLines(
  { title, requests }: ServerEndView,
  { colours, width }: RenderSettings,
): readonly string[] {
  return [
    ...wrap(title, width).map((line) => colours.bold(line)),
    ...requests.flatMap(({ sequence, method, url, status, sent, answer }) => [
      `  ${sequence}  ${method} ${url}  ${colours.bold(status)}`,
      ...bodyLine('sent', sent),
      ...bodyLine('answer', answer),
    ]),
  ];
}

function bodyLine(label: string, body: string | undefined): readonly string[] {
  return body === undefined ? [] : [`     ${label}  ${abbreviate(body, longestBody)}`];
}
