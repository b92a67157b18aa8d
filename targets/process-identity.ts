import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, so that it can be told later whether it is still running. */
export interface ProcessIdentity {
  readonly id: number;
  readonly host: string;
  /** When it started, in ticks of the system; ids of processes are given again. Absent where the system does not tell. */
  readonly started?: string;
}

export function thisProcess(): ProcessIdentity {
  return identityOf(process.pid);
}

/** True for a process that is running on this machine, as far as can be told. */
export function isRunning({ id, host, started }: ProcessIdentity): boolean {
  if (host !== hostname() || !exists(id)) return false;
  const now = identityOf(id).started;
  return started === undefined || now === undefined || started === now;
}

function identityOf(id: number): ProcessIdentity {
  const started = startedAt(id);
  return { id, host: hostname(), ...(started === undefined ? {} : { started }) };
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold anything, also parentheses. */
function startedAt(id: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function exists(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Whatever else is wrong, such as that it is the process of somebody else, there is one.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
