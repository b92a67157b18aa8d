import type { UnmetRequirement } from '../view/breakdown.ts';
import type { CauseView } from '../view/cause-view.ts';
import { count } from '../view/amounts.ts';
import { visible } from '../view/visible.ts';
import { unmetLines } from './finding-lines.ts';
import { abbreviate, wrap } from './layout.ts';
import type { RenderSettings } from './options.ts';

/** So many findings are told in a line each; of more the ids are enough. */
const mostTold = 8;

/** What is wrong, in one sentence; what follows from it; and the smallest traffic that shows it. */
export function causeLines(cause: CauseView, settings: RenderSettings): readonly string[] {
  const { colours, width, verbose } = settings;
  const paint = cause.level === 'failure' ? colours.red : colours.yellow;
  const mark = cause.level === 'failure' ? '✗' : '⚠';
  const [first = '', ...rest] = wrap(cause.sentence, width - 2);
  return [
    `${paint(mark)} ${colours.bold(first)}`,
    ...rest.map((line) => `  ${colours.bold(line)}`),
    ...explainedLines(cause, settings),
    ...(verbose ? [] : exampleLines(cause.example, cause.level, settings)),
  ];
}

function explainedLines(
  { failures, warnings }: CauseView,
  { colours, width, verbose }: RenderSettings,
): readonly string[] {
  const explained = [...failures, ...warnings];
  if (explained.length === 0) return [];
  const parts = [
    ...(failures.length > 0 ? [count(failures.length, 'failure')] : []),
    ...(warnings.length > 0 ? [count(warnings.length, 'warning')] : []),
  ];
  const where = verbose ? '' : ' (--verbose tells each in full)';
  return [
    `    explains ${parts.join(' and ')}${colours.dim(where)}:`,
    ...(explained.length > mostTold
      ? wrap(explained.map(({ requirement: { id } }) => id).join(' '), width - 6)
      : explained.map(({ requirement: { id, statement } }) => abbreviate(`${id}  ${visible(statement)}`, width - 6))
    ).map((line) => `      ${line}`),
  ];
}

function exampleLines(
  example: UnmetRequirement | undefined,
  level: CauseView['level'],
  settings: RenderSettings,
): readonly string[] {
  if (example === undefined) return [];
  return [
    `    ${settings.colours.dim('for example')}`,
    ...unmetLines(example, level, { ...settings, width: settings.width - 4 }).map((line) => `    ${line}`),
  ];
}
