import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ShownCases } from '../case-order/combined.ts';
import type { Timed } from './measure-defect.ts';
import type { MeasuredVariant } from './measured.ts';

/** What a worker is told to measure. */
export interface Task {
  readonly kind: 'defect' | 'variant' | 'cases of a defect' | 'cases of a variant' | 'cases of the honest server';
  /** Of a defect or a variant; of the honest server its version. */
  readonly id: string;
  /** When its runs begin, in milliseconds since the epoch. */
  readonly begin: number;
}

export type Measured =
  | ({ readonly kind: 'defect' } & Timed)
  | { readonly kind: 'variant'; readonly measured: MeasuredVariant }
  | ({ readonly kind: 'cases' } & ShownCases);

const worker = fileURLToPath(new URL('worker.js', import.meta.url));

/**
 * Performs the tasks in so many processes and tells of each as it is done.
 * @throws Error where a worker ends before its work does
 */
export async function performAll(
  tasks: readonly Task[],
  processes: number,
  done: (measured: Measured) => void,
): Promise<void> {
  const queue = [...tasks];
  await Promise.all(Array.from({ length: Math.min(processes, tasks.length) }, () => performSome(queue, done)));
}

function performSome(queue: Task[], done: (measured: Measured) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(worker);
    let current: Task | undefined;
    const next = (): void => {
      current = queue.shift();
      if (current === undefined) child.disconnect();
      else child.send(current);
    };
    child.on('message', (measured: Measured) => {
      done(measured);
      next();
    });
    child.on('exit', (code) => {
      if (current === undefined) resolve();
      else reject(new Error(`the worker ended with ${code} while it measured ${current.id}`));
    });
    child.on('error', reject);
    next();
  });
}
