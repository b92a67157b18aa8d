import { createHash } from 'node:crypto';

/** A file with one secret in it. */
export interface Planted {
  readonly kind: string;
  readonly place: string;
  readonly text: (secret: string) => string;
  readonly secret: string;
}

/** Letters and digits that nobody chose, the same in every run, and in no file of this repository. */
function random(seed: string, length: number): string {
  const bytes = Buffer.concat([0, 1, 2, 3].map((part) => createHash('sha512').update(`${part} ${seed}`).digest()));
  return bytes.toString('base64').replaceAll(/[+/=]/g, '').slice(0, length);
}

const password = (seed: string) => `pw-${random(seed, 9)}!`;
const token = (seed: string) => random(seed, 40);
const jwt = (seed: string) =>
  [
    { alg: 'RS256', typ: 'JWT' },
    { aud: 'https://graph.microsoft.com', oid: random(seed, 12) },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(random(seed, 86))
    .join('.');
const entraSecret = (seed: string) => `${random(seed, 3)}8Q~${random(`${seed}2`, 34)}`;
const functionKey = (seed: string) => `${random(seed, 54)}==`;
const github = (seed: string) => `ghp_${random(seed, 36)}`;
const accountKey = (seed: string) => `${random(seed, 86)}==`;

type Make = (seed: string) => string;
type Rows = readonly (readonly [place: string, make: Make, text: (secret: string) => string])[];

const json = (value: unknown) => JSON.stringify(value, null, 2);
const url = 'https://graph.microsoft.com/v1.0/teams';

function har(request: object, response: object = {}): string {
  const entry = {
    startedDateTime: '2026-03-02T09:15:30.650Z',
    time: 1,
    request: { method: 'GET', url, headers: [], ...request },
    response: { status: 200, headers: [], content: {}, ...response },
  };
  return json({ log: { version: '1.2', entries: [entry] } });
}

const kinds: Readonly<Record<string, Rows>> = {
  HAR: [
    ['a header', jwt, (one) => har({ headers: [{ name: 'Authorization', value: `Bearer ${one}` }] })],
    [
      'a header, its value first',
      token,
      (one) => har({ headers: [{ value: `Bearer ${one}`, name: 'Authorization' }] }),
    ],
    ['a cookie', password, (one) => har({ cookies: [{ name: 'sid', value: one }] })],
    [
      'a cookie of the answer',
      token,
      (one) => har({}, { headers: [{ name: 'Set-Cookie', value: `s=${one}; Path=/` }] }),
    ],
    [
      'a parameter of a form',
      password,
      (one) => har({ postData: { params: [{ name: 'client_secret', value: one }] } }),
    ],
    ['the text of a form', entraSecret, (one) => har({ postData: { text: `a=b&client_secret=${one}` } })],
    ['a query', functionKey, (one) => har({ url: `https://x.example.com/api/f?code=${one}` })],
    ['JSON in the answer', token, (one) => har({}, { content: { text: JSON.stringify({ access_token: one }) } })],
  ],
  NDJSON: [
    ['a member', token, (one) => `{"a":1}\n{"access_token":"${one}"}\n`],
    ['a pair', jwt, (one) => `{"headers":[["authorization","Bearer ${one}"]]}\n`],
    ['names and values in turn', token, (one) => `{"rawHeaders":["Host","x","Authorization","Bearer ${one}"]}\n`],
    ['JSON in a text', password, (one) => `{"log":${JSON.stringify(JSON.stringify({ password: one }))}}\n`],
    ['a URL', token, (one) => `{"url":"https://me:${one}@x.example.com/"}\n`],
    ['base64', token, (one) => `{"basic":"${Buffer.from(`Bearer ${one}`).toString('base64')}"}\n`],
    ['a message', github, (one) => `{"message":"pushed with ${one}"}\n`],
  ],
  'settings in JSON': [
    ['a client secret', entraSecret, (one) => json({ azure: { clientSecret: one } })],
    ['a password', password, (one) => json({ database: { password: one } })],
    ['a connection string', accountKey, (one) => json({ storage: `AccountName=x;AccountKey=${one};EndpointSuffix=y` })],
    ['a list of names and values', token, (one) => json({ values: [{ key: 'api_key', value: one, enabled: true }] })],
    ['a key of a function', functionKey, (one) => json({ functionsKey: one })],
    ['a token for npm', (seed) => `npm_${random(seed, 36)}`, (one) => json({ note: `use ${one}` })],
    ['a subscription key', token, (one) => json({ 'Ocp-Apim-Subscription-Key': one })],
  ],
  YAML: [
    ['a member', password, (one) => `db:\n  user: app\n  password: ${one}\n`],
    ['the next line', password, (one) => `db:\n  password:\n    ${one}\n`],
    ['a folded text', token, (one) => `auth:\n  token: >-\n    ${one}\n`],
    ['name and value', token, (one) => `env:\n  - name: API_KEY\n    value: ${one}\n`],
    ['in quotes', entraSecret, (one) => `clientSecret: "${one}"\n`],
    ['a header', jwt, (one) => `headers:\n  Authorization:\n  - Bearer ${one}\n`],
    ['a list', github, (one) => `tokens:\n  - ${one}\n`],
  ],
  'environment file': [
    ['a token', token, (one) => `TIMECARD_TOKEN=${one}\n`],
    ['in quotes', password, (one) => `DB_PASSWORD="${one}"\n`],
    ['exported', entraSecret, (one) => `export AZURE_CLIENT_SECRET='${one}'\n`],
    ['a URL', password, (one) => `DATABASE_URL=postgres://app:${one}@db.example.com/x\n`],
    ['an access key', (seed) => `AKIA${random(seed, 60).toUpperCase().slice(0, 16)}`, (one) => `AWS_KEY_ID=${one}\n`],
    ['a shared access signature', token, (one) => `BLOB=https://x.example.com/c?sv=2022&sig=${one}\n`],
    ['a connection string', accountKey, (one) => `STORE=AccountName=x;AccountKey=${one}\n`],
  ],
  XML: [
    ['an element', password, (one) => `<settings><password>${one}</password></settings>\n`],
    ['key and value', token, (one) => `<add key="ApiKey" value="${one}" />\n`],
    ['a server of Maven', password, (one) => `<server>\n  <id>x</id>\n  <password>${one}</password>\n</server>\n`],
    [
      'a connection string',
      password,
      (one) => `<add name="x" connectionString="Server=a;User=b;Password=${one};" />\n`,
    ],
    ['a token', github, (one) => `<token>${one}</token>\n`],
    ['text', jwt, (one) => `<p>It was sent with ${one}.</p>\n`],
  ],
  'shell script': [
    ['curl -u', password, (one) => `curl -s -u "app:${one}" https://x.example.com/\n`],
    ['curl --user', password, (one) => `curl https://x.example.com/ --user app:${one}\n`],
    ['a header', jwt, (one) => `curl -H "Authorization: Bearer ${one}" ${url}\n`],
    ['a form', entraSecret, (one) => `curl -d "client_id=x&client_secret=${one}" https://x.example.com/token\n`],
    ['a variable', token, (one) => `export GITHUB_TOKEN=${one}\n`],
    ['a URL', token, (one) => `git clone https://x:${one}@github.com/x/y\n`],
    ['a code', functionKey, (one) => `curl "https://x.example.com/api/f?a=b&code=${one}"\n`],
  ],
  PowerShell: [
    ['a variable', password, (one) => `$password = "${one}"\n`],
    ['of the environment', token, (one) => `$env:TIMECARD_TOKEN = "${one}"\n`],
    ['a header', jwt, (one) => `Invoke-RestMethod -Headers @{ Authorization = "Bearer ${one}" }\n`],
    ['a secret of Entra', entraSecret, (one) => `Connect -Tenant x -Secret (ConvertTo-SecureString "${one}")\n`],
    ['an account key', accountKey, (one) => `$c = "AccountName=x;AccountKey=${one}"\n`],
    ['a token', github, (one) => `gh auth login --with "${one}"\n`],
  ],
  'log of HTTP': [
    ['a header', jwt, (one) => `> GET /v1.0/teams HTTP/1.1\n> Authorization: Bearer ${one}\n`],
    ['basic', password, (one) => `Authorization: Basic ${Buffer.from(`me:${one}`).toString('base64')}\n`],
    ['a cookie', token, (one) => `< Set-Cookie: session=${one}; HttpOnly\n`],
    ['a query', token, (one) => `GET /x?access_token=${one} HTTP/1.1\n`],
    ['a query, encoded', token, (one) => `next=%2Fx%3Faccess_token%3D${one}\n`],
    ['a form', password, (one) => `POST /token\n\ngrant_type=password&username=x&password=${one}\n`],
    ['a key', token, (one) => `X-Api-Key: ${one}\n`],
  ],
  properties: [
    ['a password', password, (one) => `db.user=app\ndb.password=${one}\n`],
    ['a secret', entraSecret, (one) => `azure.client-secret = ${one}\n`],
    ['a section', token, (one) => `[api]\ntoken = ${one}\n`],
    ['a registry', (seed) => `npm_${random(seed, 36)}`, (one) => `//registry.example.com/:_authToken=${one}\n`],
    ['a key', accountKey, (one) => `account_key: ${one}\n`],
    ['a passphrase', password, (one) => `passphrase = ${one}\n`],
  ],
  TypeScript: [
    ['a constant', password, (one) => `const password = '${one}';\n`],
    ['a member', token, (one) => `const options = { apiKey: "${one}" };\n`],
    ['a header', jwt, (one) => `fetch(url, { headers: { Authorization: 'Bearer ${one}' } });\n`],
    ['a token', github, (one) => `login('${one}');\n`],
    ['a URL', password, (one) => `connect('amqp://app:${one}@mq.example.com');\n`],
    ['a secret of Entra', entraSecret, (one) => `new Credential(tenant, id, '${one}');\n`],
  ],
  Markdown: [
    ['a command', password, (one) => `Run\n\n    curl -u app:${one} https://x.example.com/\n`],
    ['a token', github, (one) => `The token is \`${one}\`.\n`],
    [
      'a private key',
      (seed) => random(seed, 64),
      (one) => `-----BEGIN PRIVATE KEY-----\n${one}\n-----END PRIVATE KEY-----\n`,
    ],
    ['a JWT', jwt, (one) => `Use ${one} until Friday.\n`],
    ['a setting', token, (one) => `\`\`\`\nAPI_KEY=${one}\n\`\`\`\n`],
    ['a link', functionKey, (one) => `[call](https://x.example.com/api/f?code=${one})\n`],
  ],
};

export const planted: readonly Planted[] = Object.entries(kinds).flatMap(([kind, rows]) =>
  rows.map(([place, make, text]) => ({ kind, place, text, secret: make(`${kind} ${place}`) })),
);

/** The same files with what people write in the place of a secret. */
export const placeholders: readonly string[] = ['$TOKEN', '${TOKEN}', '<token>', '***'];
