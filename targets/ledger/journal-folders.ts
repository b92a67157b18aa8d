import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

const name = 'timecard-conformance';

/**
 * Where journals lie, the first choice first: in the folder for the state of programs (XDG Base Directory Specification), and
 * where there is no home that can be written to, as in many containers, in that for temporary files. Never beside a report
 * or a recording: those are replaced, committed and uploaded.
 */
export function journalFolders(environment: NodeJS.ProcessEnv): readonly string[] {
  const { XDG_STATE_HOME: state = '', LOCALAPPDATA: local = '' } = environment;
  const home = process.platform === 'win32' && local !== '' ? local : join(homedir(), '.local', 'state');
  return [join(isAbsolute(state) ? state : home, name), join(tmpdir(), `${name}-${user()}`)];
}

function user(): string {
  try {
    return String(userInfo().uid);
  } catch {
    // A container may run as a user whom its system does not know.
    return String(process.getuid?.() ?? 'user');
  }
}
