// What an operator says to a running engine, from another terminal. It also works while no engine runs: the next one
// reads the command first.

import type { Command } from 'commander';
import type { Words } from '#app/messages.ts';
import { addCommand, type CommandHost } from '../command.ts';

const CONFIG = { name: '<config>', summary: { ko: '설정 파일', en: 'configuration file' } } as const;
const REASON: Words = { ko: '장부에 남길 이유', en: 'the reason, kept in the ledger' };

export function addOperatorCommands(program: Command, host: CommandHost): void {
  addCommand<[string], { reason?: string }>(program, host, {
    name: 'halt',
    summary: {
      ko: '새 주문을 멈추고 미체결 주문을 취소합니다',
      en: 'Stop new orders and cancel those still working',
    },
    arguments: [CONFIG],
    options: [{ flags: '--reason <text>', summary: REASON }],
    examples: [
      {
        line: 'hwangso halt config/mock.yaml --reason "news"',
        does: { ko: '`resume`까지 거래를 멈춥니다', en: 'no trading until `resume`' },
      },
    ],
    run: async (context, [config], { reason }) =>
      (await import('../actions/operator.ts')).tellEngine(context, config, 'halt', reason),
  });
  addCommand<[string], { reason?: string }>(program, host, {
    name: 'resume',
    summary: { ko: '정지를 풀고 다시 거래합니다', en: 'Lift a halt' },
    arguments: [CONFIG],
    options: [{ flags: '--reason <text>', summary: REASON }],
    examples: [
      {
        line: 'hwangso resume config/mock.yaml',
        does: { ko: '거래를 다시 시작합니다', en: 'trading goes on' },
      },
    ],
    run: async (context, [config], { reason }) =>
      (await import('../actions/operator.ts')).tellEngine(context, config, 'resume', reason),
  });
  addCommand<[string], { reason: string }>(program, host, {
    name: 'explain',
    summary: {
      ko: '증권사와의 차이를 설명하고 조정 분개로 기록합니다',
      en: 'Explain the last differences to the broker and book them as an adjustment',
    },
    arguments: [CONFIG],
    options: [{ flags: '--reason <text>', summary: REASON, isRequired: true }],
    examples: [
      {
        line: 'hwangso explain config/mock.yaml --reason "dividend of 005930"',
        does: { ko: '입금된 배당금을 설명합니다', en: 'accounts for a dividend that came in' },
      },
    ],
    run: async (context, [config], { reason }) =>
      (await import('../actions/operator.ts')).tellEngine(context, config, 'explain', reason),
  });
}
