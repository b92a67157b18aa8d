import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { clientDefects, clientVariants } from '../clients/faulty/index.ts';
import type { DriverMessage } from '../clients/protocol/messages.ts';
import { ReferenceDriver } from '../clients/reference-client/reference-driver.ts';
import { CommandError } from './command-error.ts';
import { hintOf } from './nearest.ts';

interface DriverFlags {
  readonly fault?: string;
  readonly variant?: string;
  readonly list?: boolean;
}

/** `driver`: the reference client behind the protocol of drivers, as it is, with a defect, or otherwise within the documents. */
export function driverCommand(): Command {
  return new Command('driver')
    .description(
      'the reference client as a driver on standard input and output, for "client -- timecard-conformance driver"',
    )
    .option('--fault <id>', 'misbehave in a known way (see --list)')
    .option('--variant <id>', 'differ in a way that the documents allow (see --list)')
    .option('--list', 'list the known defects with what must catch them, and the known variants, and exit')
    .action(async ({ fault, variant, list }: DriverFlags) => {
      if (fault !== undefined && variant !== undefined) throw new CommandError('Give --fault or --variant, not both.');
      const seams =
        fault === undefined
          ? variant && named(variant, clientVariants, 'variant')
          : named(fault, clientDefects, 'defect');
      if (list === true) process.stdout.write(catalogue());
      else await drive(new ReferenceDriver(optionsFor(seams)));
    });
}

type Seams = NonNullable<ConstructorParameters<typeof ReferenceDriver>[0]>['seams'];

function optionsFor(
  entry: { readonly id: string; start(): NonNullable<Seams> } | undefined | '',
): ConstructorParameters<typeof ReferenceDriver>[0] {
  const proxy = process.env['HTTPS_PROXY'];
  return {
    ...(proxy === undefined ? {} : { proxy }),
    ...(entry === undefined || entry === '' ? {} : { seams: entry.start(), name: `reference client with ${entry.id}` }),
  };
}

async function drive(driver: ReferenceDriver): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line) as DriverMessage;
    if (message.cmd === 'stop') break;
    const answer = message.cmd === 'start' ? await driver.start() : await driver.ask(message);
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  await driver.stop();
  process.stdin.destroy();
}

function named<T extends { readonly id: string }>(id: string, all: readonly T[], what: string): T {
  const found = all.find((one) => one.id === id);
  if (found === undefined)
    throw new CommandError(
      `Unknown ${what} '${id}'${hintOf(
        id,
        all.map((one) => one.id),
      )} 'driver --list' shows all.`,
    );
  return found;
}

function catalogue(): string {
  const defects = clientDefects.map(({ id, title, caughtBy }) => `  ${id}\n      ${title}; ${caughtBy.join(', ')}\n`);
  const variants = clientVariants.map(({ id, title }) => `  ${id}\n      ${title}\n`);
  return `Defects, and what must catch them\n${defects.join('')}\nVariants, which conform\n${variants.join('')}`;
}
