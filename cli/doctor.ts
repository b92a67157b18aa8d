import { Command } from 'commander';
import { readReadiness } from '../engine/readiness/readiness.ts';
import type { ReadinessLine } from '../engine/readiness/line.ts';
import { visible } from '../reporters/view/visible.ts';
import { tokenVariables } from '../traffic/token-variables.ts';
import { claimsOf, type Bearer } from '../targets/live/claims.ts';
import type { TokenSupply } from '../targets/live/token-supply.ts';
import { openTarget } from '../targets/open-target.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { refusedLive } from './live-keys.ts';
import { refuseWithoutToken } from './live-tokens.ts';
import type { LiveSignIn } from './live-sign-in.ts';
import { signIn } from './live-tokens.ts';
import { addConfigFlag, readRunFlags, type RunFlags } from './run-flags.ts';
import { addFlags, descriptionOf } from './settings.ts';
import { sentenceWithoutSecrets } from './without-secrets.ts';

/** `doctor`: tells whether a run on a live tenant can begin. Reads, and never writes. */
export function doctorCommand(): Command {
  const command = new Command('doctor')
    .description('check whether a live tenant is ready to be judged; only reads, and writes nothing there')
    .option('--json', 'print the lines as JSON');
  return addConfigFlag(
    addFlags(command, {
      live: 'check the live tenant that liveTenant in the configuration file names; doctor checks no other',
      auth: descriptionOf('auth'),
      rate: descriptionOf('rate'),
      maxRequests: descriptionOf('maxRequests'),
      requestTimeout: descriptionOf('requestTimeout'),
      ca: descriptionOf('ca'),
      noColor: descriptionOf('noColor'),
    }),
  ).action(async (flags: Readonly<Record<string, unknown>>) => {
    // There is nothing else to look at, so that the flag says nothing more.
    const read = await readRunFlags({ ...flags, live: true });
    if (read.live === undefined) throw refusedLive('doctor only checks live tenants.');
    process.exitCode = await diagnose(read, read.live, flags['json'] === true);
  });
}

async function diagnose({ configuration }: RunFlags, live: LiveSignIn, asJson: boolean): Promise<ExitCode> {
  const supply = await signIn(live, process.env);
  try {
    const { maxRequests: _, maxTime: __, ...unlimited } = configuration;
    refuseWithoutToken(supply);
    const target = await openTarget(unlimited, process.env);
    try {
      const lines = [...tokenLines(supply, live), ...(await readReadiness(target, 'whole')), rateLine(configuration)];
      tell(lines, asJson);
      return lines.some(({ state }) => state === 'missing') ? exitCodes.inconclusive : exitCodes.conforming;
    } finally {
      await target.close();
    }
  } finally {
    supply.close();
  }
}

function tokenLines(supply: TokenSupply, { tenant }: LiveSignIn): readonly ReadinessLine[] {
  const present = Object.entries(supply.tokens).map(([bearer, token]: readonly [string, string]) => {
    const claims = claimsOf(token);
    const end = supply.endOf(bearer as Bearer);
    return {
      what: `token ${tokenVariables[bearer as Bearer]}`,
      state: 'ready',
      is: `${claims?.isApplication === true ? 'of an application' : `of ${claims?.objectId ?? ''}`}, ${claims?.permissions.join(' ') || 'no permission'}, ${end === undefined ? 'renewed' : `until ${new Date(end).toISOString()}`}`,
      needed: `for tenant ${tenant.tenantId}`,
    } as const;
  });
  if (supply.tokens.caller !== undefined) return present;
  const absent: ReadinessLine = {
    what: `token ${tokenVariables.caller}`,
    state: 'unknown',
    is: 'none; the application stands in for the caller',
    needed: "a user's for confirm, and for what cards say of who wrote them; both are skipped without",
  };
  return [...present, absent];
}

function rateLine({ rate = 0, maxRequests = 0 }: RunFlags['configuration']): ReadinessLine {
  return {
    what: 'rate',
    state: 'ready',
    is: `${rate} requests a second, ${maxRequests} in all: some ${Math.ceil(maxRequests / rate / 60)} minutes`,
    needed: 'at most 4 a second for each app and team, which others need as well',
  };
}

const marks = { ready: 'ok     ', missing: 'MISSING', unknown: 'unknown' } as const;

function tell(lines: readonly ReadinessLine[], asJson: boolean): void {
  const isReady = lines.every(({ state }) => state !== 'missing');
  const text = asJson
    ? `${JSON.stringify({ ready: isReady, lines }, undefined, 2)}\n`
    : [
        ...lines.flatMap(({ what, state, is, needed, remedy }) => [
          `${marks[state]}  ${what}: ${is}`,
          ...(state === 'ready' ? [] : [`         needed: ${needed}`]),
          ...(remedy === undefined ? [] : [`         do: ${remedy}`]),
        ]),
        isReady ? 'A run can begin.' : 'A run cannot begin.',
        '',
      ]
        .map((line) => visible(line))
        .join('\n');
  process.stdout.write(sentenceWithoutSecrets(text));
}
