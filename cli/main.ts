#!/usr/bin/env node
// Signals are heeded from here on; everything else is loaded after that.
import { interruption } from './interruption.ts';

interruption.listen();
const { runCommandLine } = await import('./command-line.ts');
await runCommandLine(process.argv.slice(2), interruption);
