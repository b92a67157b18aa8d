import type { ReferenceServer } from '../reference/server.ts';
import { application, caller, secondUser } from '../reference/identities.ts';
import { Transmission } from '../targets/transmission.ts';
import type { Wire } from '../targets/wire.ts';

function jwt(claims: object): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'RS256', typ: 'JWT' }), part(claims), part('c2lnbmVkIGJ5IG5vYm9keQ')].join('.');
}

const people = {
  teamId: 'b7e4c2a1-93f5-4d28-a6be-5f0c1d9e8a37',
  otherTeamId: '0be6f3d2-58c1-4a97-8d40-c2e71fa3b965',
  callerId: '6c9a1e5f-27d8-4b30-95fc-e8b3047da1c2',
  onBehalfOfUserId: 'f24d8b7c-e016-4395-b8a2-719c5e3fd06b',
};
const [callerName, secondName, applicationName] = [
  'Zoë O\'Hara "Zo" Lindqvist',
  'Tariq Ben-Saïd',
  'Payroll bridge of Nordwind',
];
const host = 'clock.nordwind.corp:8443';

/** A tenant that nobody may recognise: what a user would give for a live run, and the names that only its answers tell. */
export const tenant = {
  host,
  baseUrl: `http://${host}/~olindqvist/clock`,
  people,
  names: [callerName, secondName, applicationName],
  tokens: {
    caller: jwt({ oid: people.callerId, name: callerName, upn: 'zoe@nordwind.onmicrosoft.com' }),
    secondUser: jwt({ oid: people.onBehalfOfUserId, scp: 'Schedule.ReadWrite.All', for: 2 }),
    application: jwt({ idtyp: 'app', roles: ['Schedule.ReadWrite.All'] }),
    readOnly: jwt({ oid: people.callerId, scp: 'Schedule.Read.All' }),
    noScope: jwt({ oid: people.callerId, scp: '' }),
  },
} as const;

/** The reference server as that tenant: everything that identifies it is exchanged on the way out and on the way in. */
export function tenantWire(server: ReferenceServer): Wire {
  const transmission = new Transmission({ timeout: 5000, maxResponseSize: 1_000_000 });
  const holders = Object.keys(tenant.tokens) as readonly (keyof typeof tenant.tokens)[];
  const pairs: readonly (readonly [theirs: string, ours: string])[] = [
    [tenant.baseUrl, server.url],
    [people.teamId, server.teamId],
    [people.otherTeamId, server.otherTeamId],
    [people.callerId, server.users.caller],
    [people.onBehalfOfUserId, server.users.secondUser],
    [JSON.stringify(callerName).slice(1, -1), caller.displayName],
    [secondName, secondUser.displayName],
    [applicationName, application.displayName],
    ...holders.map((holder) => [tenant.tokens[holder], server.tokens[holder]] as const),
  ];
  const both = pairs.flatMap(([theirs, ours]) => [
    [theirs, ours] as const,
    [theirs.toUpperCase(), ours.toUpperCase()] as const,
  ]);
  const toServer = (text: string): string => both.reduce((now, [theirs, ours]) => now.replaceAll(theirs, ours), text);
  const toTenant = (text: string): string =>
    both.reduce((now, [theirs, ours]) => now.replaceAll(ours, () => theirs), text);
  return {
    send: async (request) => {
      const headers = request.headers.map(([name, value]) => [name, toServer(value)] as const);
      const text = request.text === undefined ? undefined : toServer(request.text);
      const outcome = await transmission.send({ ...request, url: toServer(request.url), headers, text });
      if (outcome.kind === 'transport') return { ...outcome, detail: toTenant(outcome.detail) };
      return {
        ...outcome,
        headers: outcome.headers.map(([name, value]) => [name, toTenant(value)] as const),
        text: toTenant(outcome.text),
      };
    },
    hurry: () => undefined,
    close: () => transmission.close(),
  };
}
