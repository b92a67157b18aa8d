import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../cli/live-tokens.ts';
import { claimsOf } from '../../targets/live/claims.ts';
import { selfSigned } from '../../targets/listening/certificate.ts';
import type { Refusal, SignInRequest } from './fake-entra.ts';
import { startLiveEnvironment, type LiveEnvironment } from './surroundings.ts';
import { clientId, tenant, tokenOf } from './tenant-people.ts';

let there: LiveEnvironment;
const path = process.env['PATH'] ?? '';

beforeAll(async () => {
  await import(new URL('redirect.mjs', import.meta.url).href);
  there = await startLiveEnvironment();
  process.env['CONNECT_TABLE'] = there.table;
  writeFileSync(join(there.folder, 'app.pem'), certificatePem());
});

afterEach(() => {
  const { certificate } = there.entra.options;
  there.entra.options = { certificate };
  there.entra.requests.length = 0;
  process.env['PATH'] = path;
});

afterAll(() => there.close());

/** MSAL signs with RSA keys only; nobody here looks whether the certificate is of that key. */
function certificatePem(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return `${String(privateKey.export({ type: 'pkcs8', format: 'pem' }))}${selfSigned(['app'], []).cert}`;
}

type Auth = NonNullable<Parameters<typeof signIn>[0]['auth']>;

async function signedIn(auth: Auth | undefined, more: NodeJS.ProcessEnv = {}, credentials?: unknown) {
  const environment: NodeJS.ProcessEnv = {
    AZURE_CLIENT_ID: clientId,
    AZURE_CLIENT_SECRET: 'a-secret',
    AZURE_CLIENT_CERTIFICATE_PATH: join(there.folder, 'app.pem'),
    ACTIONS_ID_TOKEN_REQUEST_URL: `https://localhost:${new URL(`https://x:${JSON.parse(there.table)['login.microsoftonline.com']}`).port}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-job',
    ...more,
  };
  const supply = await signIn(
    { tenant, credentials, ca: there.ca, ...(auth === undefined ? {} : { auth }) },
    environment,
  );
  supply.close();
  return { tokens: supply.tokens, environment };
}

async function fault(signing: Promise<unknown>): Promise<string> {
  return signing.then(
    () => 'signed in',
    (error: unknown) =>
      error instanceof Error && 'exitCode' in error
        ? `${String(error.exitCode)}: ${error.message}`
        : `threw ${String(error)}`,
  );
}

describe('each way to sign in, through @azure/identity and the real names', () => {
  it.each(['client-secret', 'certificate', 'github'] as const)('%s gives a token of the application', async (auth) => {
    const { tokens, environment } = await signedIn(auth);
    expect(Object.keys(tokens)).toEqual(['application']);
    expect(environment['TIMECARD_APP_TOKEN']).toBe(tokens.application);
    const grant = there.entra.requests.find(({ form }) => form['grant_type'] !== undefined);
    expect(grant).toMatchObject({ host: 'login.microsoftonline.com', form: { grant_type: 'client_credentials' } });
    expect(grant?.form['scope']).toContain('https://graph.microsoft.com/.default');
  });

  it('device-code signs in the caller and the second user, each with a prompt', async () => {
    let asked = 0;
    there.entra.options = { ...there.entra.options, whom: () => ((asked += 1) > 1 ? 'secondUser' : 'caller') };
    const { tokens } = await signedIn('device-code');
    expect(claimsOf(tokens.caller ?? '')?.objectId).toBe(tenant.userIds[0]);
    expect(claimsOf(tokens.secondUser ?? '')?.objectId).toBe(tenant.userIds[1]);
  });

  it.runIf(process.platform !== 'win32')('azure-cli takes the token of whoever is signed in there', async () => {
    const token = there.entra.issue('application');
    const answer = JSON.stringify({ accessToken: token, expires_on: 4_000_000_000, tokenType: 'Bearer' });
    writeFileSync(join(there.folder, 'az'), `#!/bin/sh\necho '${answer}'\n`);
    chmodSync(join(there.folder, 'az'), 0o755);
    process.env['PATH'] = `${there.folder}:${path}`;
    expect(execFileSync('az', { encoding: 'utf8' })).toContain('accessToken');
    expect((await signedIn('azure-cli')).tokens).toEqual({ application: token });
  });

  it('default takes what it finds, here the variables of a service principal', async () => {
    const found = { AZURE_TENANT_ID: tenant.tenantId, AZURE_CLIENT_ID: clientId, AZURE_CLIENT_SECRET: 'a-secret' };
    Object.assign(process.env, found);
    try {
      expect(Object.keys((await signedIn('default')).tokens)).toEqual(['application']);
    } finally {
      for (const name of Object.keys(found)) delete process.env[name];
    }
  });

  it('takes credentials and providers of the configuration file', async () => {
    const caller = tokenOf('caller');
    const secondUser = tokenOf('secondUser');
    const credentials = {
      caller: { getToken: async (scopes: readonly string[]) => ({ token: caller, scopes }) },
      secondUser: { getAccessToken: async () => secondUser },
    };
    expect((await signedIn(undefined, {}, credentials)).tokens).toEqual({ caller, secondUser });
  });
});

describe('each refusal is one sentence, before anything goes to Graph', () => {
  const refusing = (code: string, error = 'invalid_client', when?: (request: SignInRequest) => boolean) => {
    const refusal: Refusal = {
      status: 401,
      error,
      description: `${code}: What it says. Trace ID: 1 Correlation ID: 2`,
    };
    there.entra.options = {
      ...there.entra.options,
      refuse: (request) => ((when?.(request) ?? true) ? refusal : undefined),
    };
  };

  it.each([
    ['a wrong secret', 'AADSTS7000215', 'AZURE_CLIENT_SECRET'],
    ['a secret that ended', 'AADSTS7000222', 'AZURE_CLIENT_SECRET'],
    ['a tenant that there is not', 'AADSTS90002', 'liveTenant.tenantId'],
    ['an app that is not registered there', 'AADSTS700016', 'AZURE_CLIENT_ID'],
    ['MFA asked for', 'AADSTS50076', 'MFA'],
    ['no consent', 'AADSTS65001', 'consent'],
    ['a clock that is off', 'AADSTS700024', 'clock'],
  ])('%s', async (_name, code, hint) => {
    refusing(code);
    const sentence = await fault(signedIn('client-secret'));
    expect(sentence).toMatch(/^3: The application could not sign in: /);
    expect(sentence).toContain(code);
    expect(sentence).toContain(hint);
    expect(sentence).not.toContain('Trace');
  });

  it.each([
    ['the wrong audience', { aud: 'https://management.azure.com' }, 'is for https://management.azure.com'],
    ['another tenant', { tid: '00000000-1111-4222-8333-444444444444' }, 'is of the tenant 00000000'],
    ['a token that expired', { exp: 1_700_000_000 }, 'expired at 2023-11-14T22:13:20.000Z'],
    ['a token of tomorrow', { nbf: 4_000_000_000, exp: 4_000_003_600 }, 'correct the clock of this machine'],
    ['no Schedule permission', { scp: 'User.Read' }, 'lacks Schedule.ReadWrite.All; it has User.Read'],
    ['reading only', { scp: 'Schedule.Read.All' }, 'lacks Schedule.ReadWrite.All'],
    ['another user', { oid: '99999999-1111-4222-8333-444444444444' }, 'is not the first of liveTenant.userIds'],
  ])('%s', async (_name, claims, hint) => {
    const sentence = await fault(signedIn(undefined, { TIMECARD_TOKEN: tokenOf('caller', 3600, claims) }));
    expect(sentence).toMatch(/^5: The token for TIMECARD_TOKEN /);
    expect(sentence).toContain(hint);
  });

  it('what is no token of Microsoft Entra', async () => {
    expect(await fault(signedIn(undefined, { TIMECARD_TOKEN: 'any-text' }))).toMatch(
      /^5: .*not a readable access token/,
    );
  });

  it("an application's token in the place of a user's", async () => {
    const given = { TIMECARD_TOKEN: tokenOf('application') };
    expect(await fault(signedIn(undefined, given))).toMatch(/^5: .*an application's; a user's is needed/);
  });

  it('a variable that is missing', async () => {
    expect(await fault(signedIn('client-secret', { AZURE_CLIENT_SECRET: '' }))).toMatch(/^5: .*AZURE_CLIENT_SECRET/);
    expect(await fault(signedIn('github', { ACTIONS_ID_TOKEN_REQUEST_URL: '' }))).toContain('id-token: write');
  });

  it('a certificate that there is not, and nobody whom default finds', async () => {
    const certificate = await fault(signedIn('certificate', { AZURE_CLIENT_CERTIFICATE_PATH: '/nowhere/app.pem' }));
    expect(certificate).toMatch(
      /^3: The application could not sign in: ENOENT: [^;]*'\/nowhere\/app.pem'; set AZURE_CLIENT_/,
    );
    process.env['PATH'] = join(there.folder, 'nothing');
    const nobody = await fault(signedIn('default'));
    expect(nobody).toMatch(/^3: --auth default could not sign in: ChainedTokenCredential [^;.]*; it found nobody/);
  });

  it('a credential that gives nothing', async () => {
    const nothing = { caller: { getToken: async () => null } };
    expect(await fault(signedIn(undefined, {}, nothing))).toMatch(/^3: The caller could not sign in: it gave no token/);
    expect(await fault(signedIn(undefined, {}, [nothing]))).toMatch(/^5: credentials in .* is not an object/);
    expect(await fault(signedIn(undefined, {}, { caller: 'text' }))).toMatch(/^5: credentials.caller gives no tokens/);
  });
});
