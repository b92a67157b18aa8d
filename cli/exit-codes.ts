export { exitCodes, type ExitCode } from '../results/exit-code.ts';
