import { invalidBodies, invalidText } from '../../../arbitraries/invalid.ts';
import type { Mutation } from '../../../traffic/exchange.ts';
import type { JsonObject } from '../../../traffic/json.ts';
import type { ApiVersion, Operation } from '../../../traffic/operation.ts';
import type { Step } from '../case.ts';
import { changeAt } from '../change.ts';
import { requestSchema } from '../../request-schema.ts';

/** One thing that is wrong with a request, as a change of its control. */
export interface RequestDefect {
  readonly label: string;
  readonly pointer: string;
  readonly keyword: string;
  readonly parts: Pick<Step, 'change' | 'text' | 'headers'>;
}

/** Everything that can be wrong with the body of an operation, or with how it is labelled. */
export function defectsOf(version: ApiVersion, operation: Operation, valid: JsonObject): readonly RequestDefect[] {
  const name = requestSchema(operation);
  const bodies = name === undefined ? [] : invalidBodies(version, name, valid);
  const seen = new Map<string, number>();
  return [
    ...bodies.map(({ pointer, keyword, body }): RequestDefect => {
      const kind = `${keyword} at ${pointer === '' ? 'the root' : pointer}`;
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      return { label: `${kind}, ${count}`, pointer, keyword, parts: { change: changeAt(pointer, body) } };
    }),
    ...invalidText(valid).map(({ text }, index): RequestDefect => {
      return { label: `malformed JSON ${index + 1}`, pointer: '', keyword: 'malformed:json', parts: { text } };
    }),
    {
      label: 'text/plain',
      pointer: 'header:Content-Type',
      keyword: 'unsupported',
      parts: { text: JSON.stringify(valid), headers: { 'Content-Type': 'text/plain' } },
    },
  ];
}

/** The defective request beside its control. */
export function defective(step: Step, { label, pointer, keyword, parts }: RequestDefect, control = step.name): Step {
  const { body: _, makes: __, ...rest } = step;
  const mutation: Mutation = { pointer, keyword, controlOf: control };
  return { ...rest, name: `${step.operation}: ${label}`, ...parts, mutation };
}

/** Defects of one place and kind together, at most so many: a server that takes one of them leaves the others undecided. */
export function groupsOfOneKind(
  defects: readonly RequestDefect[],
  most: number,
): readonly (readonly RequestDefect[])[] {
  const kinds = new Map<string, RequestDefect[]>();
  for (const one of defects) {
    const kind = `${one.keyword} ${one.pointer}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()].flatMap((some) => chunks(some, most));
}

export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
