// The commands that live in the past: backtests on stored charts, and days lived again from a recording.

import type { Command } from 'commander';
import { addCommand, type CommandHost } from '../command.ts';

const CONFIG = { name: '<config>', summary: { ko: '설정 파일', en: 'configuration file' } } as const;

export function addBacktestCommands(program: Command, host: CommandHost): void {
  addCommand<[string], { out?: string }>(program, host, {
    name: 'backtest',
    summary: {
      ko: '저장된 차트로 전략을 검증합니다. 위험 한도와 비용은 실거래와 같습니다',
      en: 'Run the strategies on stored charts, with the risk rules and costs of live trading',
    },
    arguments: [CONFIG],
    options: [
      {
        flags: '--out <folder>',
        summary: { ko: 'HTML, JSON 보고서를 저장할 폴더', en: 'folder for the HTML and JSON reports' },
      },
    ],
    examples: [
      {
        line: 'hwangso backtest config/backtest-daily.yaml --out reports/daily',
        does: {
          ko: '결과를 표로 보이고 보고서를 저장합니다',
          en: 'prints the result and writes the reports',
        },
      },
    ],
    run: async (context, [config], options) =>
      (await import('../actions/run.ts')).backtest(context, config, options),
  });
  addCommand<[string, string], object>(program, host, {
    name: 'replay',
    summary: {
      ko: '기록한 하루를 다시 실행해 장부가 같은지 확인합니다',
      en: 'Live a recorded day again and check that the ledger comes out the same',
    },
    arguments: [CONFIG, { name: '<recording>', summary: { ko: '기록 파일', en: 'recording' } }],
    examples: [
      {
        line: 'hwangso replay config/mock.yaml data/recordings/2025-09-15.jsonl',
        does: { ko: '그날의 모든 사건을 순서대로 다시 실행합니다', en: 'every event of that day, in order' },
      },
    ],
    run: async (context, [config, recording]) =>
      (await import('../actions/run.ts')).replay(context, config, recording),
  });
}
