// A process that takes the lock of the ledger named on its command line, says so, and holds it until it is killed.

import { stdin, stdout } from 'node:process';
import { lockLedger } from '#adapters/sqlite/ledger-lock.ts';

const lock = lockLedger(process.argv[2] ?? '');
stdout.write('locked\n');
// Reading keeps the process alive; the lock goes with it, not with this line.
stdin.on('end', () => lock.release()).resume();
