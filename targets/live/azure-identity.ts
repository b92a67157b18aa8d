import { everyConsented, type Credential } from './credential.ts';
import { gitHubAssertion } from './github-assertion.ts';
import { LiveRefusal } from './live-tenant.ts';

/** How `--auth` signs in. */
export const waysToSignIn = ['device-code', 'client-secret', 'certificate', 'github', 'azure-cli', 'default'] as const;
export type WayToSignIn = (typeof waysToSignIn)[number];

export interface SignInSettings {
  readonly tenantId: string;
  /** PEM of additional certificate authorities. */
  readonly ca?: string;
  /** Tells a person what to do: the sentence that the sign-in service gives for the device code. */
  readonly prompt: (sentence: string) => void;
}

/** The package is an optional peer: who takes tokens from elsewhere needs none of its forty packages. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';

  constructor(way: WayToSignIn) {
    super(
      `--auth ${way} signs in through @azure/identity, which is not installed; run "npm install @azure/identity@~4.13" (the last that Node 20 runs), or set TIMECARD_TOKEN and leave --auth out.`,
    );
  }
}

const ofJob = 'GitHub Actions sets it for a job that has the permission "id-token: write"';

type AzureIdentity = typeof import('@azure/identity');

/**
 * A credential of @azure/identity, which is loaded here only.
 * @throws NotInstalled
 * @throws LiveRefusal where a variable is missing
 */
export async function credentialFor(
  way: WayToSignIn,
  settings: SignInSettings,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly credential: Credential; readonly scopes: readonly string[] }> {
  const identity = await load(way);
  return {
    credential: make(identity, way, settings, environment) as Credential,
    scopes: [way === 'device-code' ? 'https://graph.microsoft.com/Schedule.ReadWrite.All' : everyConsented],
  };
}

async function load(way: WayToSignIn): Promise<AzureIdentity> {
  try {
    return await import('@azure/identity');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    throw isMissing && error.message.includes('@azure/identity') ? new NotInstalled(way) : error;
  }
}

function make(
  identity: AzureIdentity,
  way: WayToSignIn,
  { tenantId, ca, prompt }: SignInSettings,
  environment: NodeJS.ProcessEnv,
) {
  const need = (name: string, what: string): string => {
    const value = environment[name]?.trim() ?? '';
    if (value === '') throw new LiveRefusal(`--auth ${way} needs ${name}: ${what}.`);
    return value;
  };
  const clientId = (): string => need('AZURE_CLIENT_ID', 'the id of the app registration');
  const common = ca === undefined ? {} : { tlsOptions: { ca } };
  switch (way) {
    case 'device-code':
      return new identity.DeviceCodeCredential({
        ...common,
        tenantId,
        clientId: clientId(),
        // By itself it would print to where results go.
        userPromptCallback: ({ message }) => prompt(message),
      });
    case 'client-secret':
      return new identity.ClientSecretCredential(
        tenantId,
        clientId(),
        need('AZURE_CLIENT_SECRET', 'a secret of the app registration'),
        common,
      );
    case 'certificate': {
      const certificatePath = need('AZURE_CLIENT_CERTIFICATE_PATH', 'a PEM file with the certificate and its key');
      const certificatePassword = environment['AZURE_CLIENT_CERTIFICATE_PASSWORD'];
      return new identity.ClientCertificateCredential(
        tenantId,
        clientId(),
        { certificatePath, ...(certificatePassword ? { certificatePassword } : {}) },
        common,
      );
    }
    case 'github': {
      const url = need('ACTIONS_ID_TOKEN_REQUEST_URL', ofJob);
      const bearer = need('ACTIONS_ID_TOKEN_REQUEST_TOKEN', ofJob);
      return new identity.ClientAssertionCredential(
        tenantId,
        clientId(),
        () => gitHubAssertion(url, bearer, ca),
        common,
      );
    }
    case 'azure-cli':
      return new identity.AzureCliCredential({ tenantId });
    case 'default':
      return new identity.DefaultAzureCredential({ ...common, tenantId });
  }
}
