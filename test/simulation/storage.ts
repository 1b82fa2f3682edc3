// Where a simulated world keeps its ledger between the lives of the engine: in memory, as the texts that SQLite would hold,
// or in a real file that every life opens anew.

import { join } from 'node:path';
import type { PostedCommand } from '#adapters/sqlite/operator-mailbox.ts';
import { postCommand } from '#adapters/sqlite/operator-mailbox.ts';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import type { LiveWorld } from '#app/live/live-session.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import { chainDigest, decodeRecord, EMPTY_DIGEST, encodeRecord } from '#engine/record-codec.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import type { Plan } from './plan.ts';

type SessionLedger = LiveWorld['ledger'];

export interface Storage {
  /** The ledger as the next life of the engine finds it. */
  open(): SessionLedger & { close(): void };
  post(command: PostedCommand): void;
  dispose(): void;
}

export function storageOf(kind: Plan['storage']): Storage {
  return kind === 'memory' ? memoryStorage() : sqliteStorage();
}

function memoryStorage(): Storage {
  const texts: string[] = [];
  let digest = EMPTY_DIGEST;
  const waiting: PostedCommand[] = [];
  return {
    open: () => ({
      append(records: readonly LedgerRecord[]): void {
        for (const text of records.map(encodeRecord)) {
          texts.push(text);
          digest = chainDigest(digest, text);
        }
      },
      tip: () => ({ records: texts.length, digest }),
      records: () => texts.map(decodeRecord),
      mailbox: () => ({
        take(at, deliver): void {
          for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
            deliver({ ...next, at });
            waiting.shift();
          }
        },
      }),
      close: () => undefined,
    }),
    post: (command) => waiting.push(command),
    dispose: () => undefined,
  };
}

function sqliteStorage(): Storage {
  let dispose = (): void => undefined;
  const folder = temporaryFolder((remove) => {
    dispose = remove;
  });
  const path = join(folder, 'ledger.sqlite');
  return {
    open: () => openSqliteLedger(path),
    post(command) {
      openSqliteLedger(path).close(); // there may be none yet
      postCommand(path, command);
    },
    dispose,
  };
}
