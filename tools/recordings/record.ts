// npm run recordings [-- NAME...]: records recordings/ anew, all or those that are named, each from its own server.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { suiteVersion } from '../../cli/suite-version.ts';
import { apiVersions, type ApiVersion } from '../../traffic/operation.ts';
import { keepRecording, partOf, RecordingWriter } from '../../targets/recording/write-recording.ts';
import { readServers } from '../implementations/files.ts';
import { documentedHeader, documentedInteractions } from './documented-recording.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));

/** A recording, and the flags of its run. Seeds are fixed, so that a recording made anew differs only in what changed. */
interface Plan {
  readonly name: string;
  readonly flags: readonly string[];
  /** A server of docs/implementations/servers.json; the embedded one without it. */
  readonly server?: string;
}

const plans: readonly Plan[] = [
  { name: 'reference-v1.0', flags: ['--num-runs', '1'] },
  { name: 'reference-beta', flags: ['--num-runs', '1', '--api-version', 'beta'] },
  { name: 'prism', flags: ['--num-runs', '1', '--max-requests', '500'], server: 'prism' },
  { name: 'json-server', flags: ['--num-runs', '1', '--max-requests', '500'], server: 'json-server' },
];

const named = process.argv.slice(2);
const wanted = (name: string): boolean => named.length === 0 || named.includes(name);
for (const version of apiVersions) if (wanted(`documents-${version}`)) writeDocuments(version);
for (const plan of plans) if (wanted(plan.name) && !(await record(plan))) process.exitCode = 1;

function writeDocuments(version: ApiVersion): void {
  const file = join('recordings', `documents-${version}.json`);
  const writer = new RecordingWriter(partOf(file), documentedHeader(version, suiteVersion));
  const interactions = documentedInteractions(version);
  for (const interaction of interactions) writer.write(interaction);
  writer.close();
  keepRecording(file);
  process.stdout.write(`${file}: ${interactions.length} documented examples\n`);
}

/** True if the recording was made, whatever the verdict on its server is. */
async function record({ name, flags, server }: Plan): Promise<boolean> {
  const file = join('recordings', `${name}.json`);
  const running = server === undefined ? undefined : await start(server);
  const address = running === undefined ? ['--reference'] : ['--base-url', `http://127.0.0.1:${running.port}`];
  const words = ['record', file, '--seed', '1', ...flags, ...address, '--report-dir', join('conformance-report', name)];
  const { status, stderr } = spawnSync(process.execPath, [main, ...words, '--quiet'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...(server === undefined ? {} : { TIMECARD_TOKEN: 'any-text' }) },
  });
  if (running?.process.pid !== undefined) process.kill(-running.process.pid);
  const made = status !== 2 && !stderr.includes('nothing was recorded');
  process.stdout.write(`${file}: ${made ? `recorded, exit code ${status}` : `not recorded: ${stderr}`}\n`);
  return made;
}

/** Starts a server as docs/implementations.md says, in a group of processes of its own, so that it can be ended whole. */
async function start(name: string): Promise<{ readonly process: ChildProcess; readonly port: number }> {
  const server = readServers()[name];
  if (server === undefined) throw new Error(`${name} is no server of docs/implementations/servers.json`);
  const started = spawn('sh', ['-c', server.start.join(' && ')], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, npm_config_yes: 'true' },
  });
  for (let tries = 0; tries < 600; tries += 1) {
    if (await answers(server.port)) return { process: started, port: server.port };
    await sleep(200);
  }
  throw new Error(`${name} does not answer at port ${server.port}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
