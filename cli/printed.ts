import { randomUUID } from 'node:crypto';
import type { ReporterName } from '../reporters/index.ts';

/** In a log of GitHub Actions a line that a server wrote could be a command: there, only annotations may be. */
export function spokenText(name: ReporterName, text: string): string {
  return name === 'github' ? text : printed(text);
}

/** Text for standard output, in which no CI takes for a command what a server wrote. */
export function printed(text: string, environment: NodeJS.ProcessEnv = process.env): string {
  if (text === '') return text;
  if (environment['GITHUB_ACTIONS'] === 'true') {
    const word = `timecard-${randomUUID()}`;
    return `::stop-commands::${word}\n${text}::${word}::\n`;
  }
  return environment['TF_BUILD'] === 'True' || environment['TEAMCITY_VERSION'] !== undefined
    ? text.replaceAll(loggingCommand, String.raw`#\u0023$1`)
    : text;
}

/** `##vso[…]` and `##[…]` of Azure Pipelines, `##teamcity[…]` of TeamCity: commands wherever they stand in a line. */
const loggingCommand = /##(\w*\[)/g;
