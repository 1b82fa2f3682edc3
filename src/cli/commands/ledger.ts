// `hwangso ledger`: the proof that nobody changed the books, and the books as text.

import type { Command } from 'commander';
import { addCommand, addGroup, type CommandHost } from '../command.ts';

const CONFIG = { name: '<config>', summary: { ko: '설정 파일', en: 'configuration file' } } as const;

export function addLedgerCommands(program: Command, host: CommandHost): void {
  const ledger = addGroup(program, host, {
    name: 'ledger',
    summary: { ko: '장부를 검증하고 내보냅니다', en: 'Verify and export the ledger' },
    examples: [
      {
        line: 'hwangso ledger verify config/mock.yaml',
        does: { ko: '모든 기록의 체인 값을 확인합니다', en: 'checks the digest of every record' },
      },
    ],
  });
  addCommand<[string], object>(ledger, host, {
    name: 'verify',
    summary: {
      ko: '기록이 빠지거나 바뀌지 않았는지 확인합니다',
      en: 'Check that no record is missing or changed',
    },
    arguments: [CONFIG],
    examples: [
      {
        line: 'hwangso ledger verify config/mock.yaml',
        does: { ko: '깨진 첫 기록의 번호를 알려 줍니다', en: 'names the first record that is broken' },
      },
    ],
    run: async (context, [config]) => (await import('../actions/ledger.ts')).verifyLedger(context, config),
  });
  addCommand<[string], object>(ledger, host, {
    name: 'export',
    summary: { ko: '장부를 한 줄에 한 기록씩 출력합니다', en: 'Print the ledger, one line a record' },
    arguments: [CONFIG],
    examples: [
      {
        line: 'hwangso ledger export config/mock.yaml > ledger.jsonl',
        does: { ko: '두 장부를 비교하거나 보관할 때', en: 'to compare two ledgers, or to keep one' },
      },
    ],
    run: async (context, [config]) =>
      (await import('../actions/ledger.ts')).exportLedgerText(context, config),
  });
}
