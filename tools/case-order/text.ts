import { join } from 'node:path';
import type { CaseOrder } from './order.ts';

export const caseOrderPath = join('engine', 'cases', 'case-order.ts');

/** The source file that holds an order, as the formatter writes it. */
export function textOf({ quick, normal, thorough }: CaseOrder): string {
  const list = (names: readonly string[]): string => names.map((name) => `    ${quoted(name)},\n`).join('');
  return `/**
 * The listed cases by the effort that they begin with, in the order in which they tell most for what they cost; written by
 * \`npm run case-order\`. A case that is not named here comes after all of a normal run.
 */
export const caseOrder: Readonly<Record<'quick' | 'normal' | 'thorough', readonly string[]>> = {
  quick: [
${list(quick)}  ],
  normal: [
${list(normal)}  ],
  thorough: [
${list(thorough)}  ],
};
`;
}

function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
