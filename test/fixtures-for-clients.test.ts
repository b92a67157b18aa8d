import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-tree.ts';

const nock = createRequire(import.meta.url).resolve('nock');

/** As somebody writes it who has this package, nock and a library: loads the documents, and makes the documented calls. */
const loading = `
import { createRequire } from 'node:module';
import { forAnyClient } from ${JSON.stringify(join(root, 'dist/index.js'))};
const nock = createRequire(import.meta.url)(${JSON.stringify(nock)});
nock.disableNetConnect();
const definitions = nock.loadDefs(${JSON.stringify(join(root, 'recordings/documents-v1.0.json'))});
nock.define(forAnyClient(definitions));
const bodyOf = (part) => definitions.find(({ path }) => path.toLowerCase().includes(part.toLowerCase()))?.body;
const [robin, alice] = ['fd15cad8-80f6-484f-9666-3caf695fbf32', '871dbd5c-3a6a-4392-bfe1-042452793a50'];
const said = [];
const say = async (what, call) => said.push([what, await call.then((value) => value?.state ?? value?.value?.length ?? 'done', (error) => String(error?.message ?? error))]);
`;

const graphClient = `${loading}
const { Client } = createRequire(import.meta.url)('@microsoft/microsoft-graph-client');
const client = Client.init({ authProvider: (done) => done(null, 'made-up') });
const cards = (team) => '/teams/' + team + '/schedule/timeCards';
await say('clockIn', client.api(cards(robin) + '/clockIn').post(bodyOf('/clockin')));
await say('clockIn for another', client.api(cards(robin) + '/clockIn').post({ onBehalfOfUserId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e', isAtApprovedLocation: true }));
await say('clockOut', client.api(cards(alice) + '/TCK_95c44dff-bc12-4de2-8a9a-9772e4421eb4/clockOut').post(bodyOf('/clockout')));
await say('startBreak', client.api(cards(alice) + '/TCK_29ad0a09-b97a-49a2-9490-141cb7602540/startBreak').post(bodyOf('/startbreak')));
await say('endBreak', client.api(cards(robin) + '/TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972/endBreak').post(bodyOf('/endbreak')));
await say('create', client.api(cards(alice)).post(definitions[1].body));
await say('replace', client.api(cards(alice) + '/TCK_29ad0a09-b97a-49a2-9490-141cb7602540').put(definitions[2].body));
await say('get', client.api(cards(robin) + '/TCK_3e74d9a1-f45f-4da3-95df-be72a8af448d').get());
await say('list', client.api(cards(alice)).get());
console.log(JSON.stringify(said));
process.exit();
`;

const sdk = `${loading}
import { AllowedHostsValidator, BaseBearerTokenAuthenticationProvider } from '@microsoft/kiota-abstractions';
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import '@microsoft/msgraph-sdk-teams';
const adapter = new GraphRequestAdapter(new BaseBearerTokenAuthenticationProvider({ getAuthorizationToken: async () => 'made-up', getAllowedHostsValidator: () => new AllowedHostsValidator(new Set()) }));
const of = (team) => createGraphServiceClient(adapter).teams.byTeamId(team).schedule.timeCards;
await say('clockIn', of(robin).clockIn.post(bodyOf('/clockin')));
await say('clockIn for another', of(robin).clockIn.post({ onBehalfOfUserId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e', isAtApprovedLocation: true }));
await say('clockOut', of(alice).byTimeCardId('TCK_95c44dff-bc12-4de2-8a9a-9772e4421eb4').clockOut.post(bodyOf('/clockout')));
await say('startBreak', of(alice).byTimeCardId('TCK_29ad0a09-b97a-49a2-9490-141cb7602540').startBreak.post(bodyOf('/startbreak')));
await say('endBreak', of(robin).byTimeCardId('TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972').endBreak.post(bodyOf('/endbreak')));
const dated = structuredClone(definitions[1].body);
for (const name of ['clockInEvent', 'clockOutEvent']) if (dated[name]) dated[name].dateTime = new Date(dated[name].dateTime);
await say('create', of(alice).post(dated));
await say('get', of(robin).byTimeCardId('TCK_3e74d9a1-f45f-4da3-95df-be72a8af448d').get());
await say('list', of(alice).get());
console.log(JSON.stringify(said));
process.exit();
`;

function run(program: string, folder: string): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const answers = [
  ['clockIn', 'clockedIn'],
  ['clockIn for another', 'clockedIn'],
  ['clockOut', 'done'],
  ['startBreak', 'done'],
  ['endBreak', 'done'],
  ['create', 'clockedOut'],
];

test('the documents, loaded with nock, serve @microsoft/microsoft-graph-client', () => {
  expect(run(graphClient, root)).toEqual([...answers, ['replace', 'done'], ['get', 'clockedOut'], ['list', 2]]);
});

const installed = join(root, 'clients/msgraph-sdk-typescript');
test.skipIf(!existsSync(join(installed, 'node_modules')))(
  'the documents, loaded with nock, serve @microsoft/msgraph-sdk',
  () => {
    expect(run(sdk, installed)).toEqual([...answers, ['get', 'clockedOut'], ['list', 2]]);
  },
);
