/** Nobody was let in: one sentence that says what to do. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed';
}

/** What the codes of Microsoft Entra mean for whoever runs this. Source: Microsoft Entra authentication and authorization error codes. */
const advice: readonly (readonly [codes: RegExp, advice: string])[] = [
  [
    /AADSTS(7000215|7000222|7000218)\b/,
    'make a new secret of the app registration, and set AZURE_CLIENT_SECRET to its value, not to its id',
  ],
  [/AADSTS(90002|900023)\b/, 'correct liveTenant.tenantId'],
  [/AADSTS(700016|90094)\b/, 'correct AZURE_CLIENT_ID, or register the app in this tenant'],
  [
    /AADSTS(50076|50079|50074|50158|53003|53000|50105)\b/,
    'the tenant asks for more than this way can give, such as MFA or a managed device: sign in elsewhere and set TIMECARD_TOKEN, or have the test users excepted',
  ],
  [/AADSTS(65001|650057|650051)\b/, "give consent to Schedule.ReadWrite.All; an application's needs an administrator"],
  [
    /AADSTS(700024|50013|700027|7000272)\b/,
    'check the clock of this machine, and that the certificate is the one of the app registration',
  ],
  [
    /AADSTS(70021|700211|700212|700213)\b/,
    'add a federated credential with exactly this issuer, subject and audience to the app registration',
  ],
  [
    /AADSTS(70016|70019|70020|53002|50199)\b|expired_token|authorization_declined/,
    'nobody signed in in time; run again',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|endpoints_resolution_error|network_error/,
    'login.microsoftonline.com cannot be reached; check the network, and --ca behind a proxy that opens TLS',
  ],
  [/CERT_|_CERT\b|SELF_SIGNED|ISSUER|_VERIFY_/, 'give the certificate authority with --ca'],
  [
    /ChainedTokenCredential|DefaultAzureCredential/,
    'it found nobody who is signed in: set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or take another way',
  ],
  [
    /az login|Azure CLI|AzureCliCredential/,
    'run "az login" first; as a user the Azure CLI has no Schedule permission, so take a service principal or another way',
  ],
  [
    /PEM|ENOENT|EACCES/,
    'set AZURE_CLIENT_CERTIFICATE_PATH to a PEM file that holds the certificate and its private key',
  ],
];

/** @param what who wanted to sign in, as the beginning of a sentence */
export function signInFailure(what: string, error: unknown): SignInFailed {
  const texts = [...causesOf(error)].map((one) => one.message);
  const all = texts.join(' ');
  const hint = advice.find(([codes]) => codes.test(all))?.[1] ?? 'check the way to sign in (docs/live.md)';
  const told = texts.filter((text, index) => !texts.slice(0, index).some((earlier) => earlier.includes(text)));
  return new SignInFailed(`${what} could not sign in: ${shortened(told.join(' '))}; ${hint}.`);
}

function* causesOf(error: unknown): Generator<Error> {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    yield current;
    if ('errors' in current && Array.isArray(current.errors))
      yield* current.errors.filter((one): one is Error => one instanceof Error);
    // Keeps what was said where it is worth more than the message.
    if ('code' in current && typeof current.code === 'string') yield new Error(current.code);
  }
}

/** The words of the sign-in service without its numbers of traces, as far as one line of them goes. */
function shortened(text: string): string {
  const described = /AADSTS\d+:? [^.]*/.exec(text)?.[0] ?? text;
  return (
    described
      .split(/\r?\n| Trace ID/)[0]
      ?.trim()
      .slice(0, 240)
      .replace(/\.$/, '') ?? ''
  );
}
