// The commands of a trading day: the demonstration, the live engine, the daily report; exchange.ts has the exchange's.

import type { Command } from 'commander';
import type { TradeDate } from '#domain/units.ts';
import { addCommand, type CommandHost } from '../command.ts';
import { parseDate, parsePositive, parseWholeNumber } from '../values.ts';
import { addExchangeCommands } from './exchange.ts';

export interface DemoChoices {
  readonly seed: number;
  readonly speed: number;
  readonly dir: string;
}

export interface LiveChoices {
  readonly realMoney?: boolean;
  readonly untilClose?: boolean;
}

const CONFIG = { name: '<config>', summary: { ko: '설정 파일', en: 'configuration file' } } as const;
const SEED = {
  flags: '--seed <number>',
  summary: { ko: '모의 시장의 시드', en: 'seed of the simulated market' },
  parse: parseWholeNumber,
  byDefault: '1',
} as const;

export function addLiveCommands(program: Command, host: CommandHost): void {
  addDemo(program, host);
  addRun(program, host);
  addExchangeCommands(program, host);
  addCommand<[string, TradeDate | undefined], { html?: string }>(program, host, {
    name: 'report',
    summary: {
      ko: '하루의 손익을 증권사 숫자와 나란히 보여 줍니다',
      en: 'Show a day’s profit, held against the broker’s figures',
    },
    arguments: [
      CONFIG,
      {
        name: '[date]',
        summary: { ko: '날짜 (없으면 마지막으로 마감한 날)', en: 'day (else the last one closed)' },
        parse: parseDate,
      },
    ],
    options: [{ flags: '--html <file>', summary: { ko: 'HTML로도 저장', en: 'also write it as HTML' } }],
    examples: [
      {
        line: 'hwangso report config/mock.yaml 2025-09-15 --html report.html',
        does: { ko: '표로 보이고 HTML로도 저장합니다', en: 'prints the table and writes an HTML file' },
      },
    ],
    run: async (context, [config, date], options) =>
      (await import('../actions/run.ts')).report(context, config, date, options),
  });
}

function addDemo(program: Command, host: CommandHost): void {
  addCommand<[], DemoChoices>(program, host, {
    name: 'demo',
    summary: {
      ko: '키 없이 모의 거래소에서 하루를 거래하고 대사하고 보고합니다',
      en: 'Trade, reconcile and report a day on a simulated exchange, without keys',
    },
    options: [
      SEED,
      {
        flags: '--speed <times>',
        summary: { ko: '실제 시간보다 몇 배 빠르게', en: 'times faster than the wall clock' },
        parse: parsePositive,
        byDefault: '600',
      },
      {
        flags: '--dir <folder>',
        summary: { ko: '장부와 보고서를 둘 폴더', en: 'folder for ledger and reports' },
        byDefault: '.hwangso/demo',
      },
    ],
    examples: [
      { line: 'hwangso demo', does: { ko: 'npm start와 같습니다', en: 'the same as npm start' } },
      { line: 'hwangso demo --seed 7', does: { ko: '다른 시장에서', en: 'in another market' } },
    ],
    run: async (context, _given, options) => (await import('../actions/run.ts')).demo(context, options),
  });
}

function addRun(program: Command, host: CommandHost): void {
  addCommand<[string], LiveChoices>(program, host, {
    name: 'run',
    summary: { ko: '설정의 전략으로 실시간 거래합니다', en: 'Trade the strategies of a configuration live' },
    arguments: [CONFIG],
    options: [
      {
        flags: '--real-money',
        summary: {
          ko: '실제 돈으로 거래해도 좋다는 두 번째 확인 (첫 번째는 broker.realMoney)',
          en: 'the second confirmation that real money may be traded (the first is broker.realMoney)',
        },
      },
      {
        flags: '--until-close',
        summary: { ko: '그날 장이 마감되면 끝냅니다', en: 'end when the trading day has been closed' },
      },
    ],
    examples: [
      {
        line: 'hwangso run config/mock.yaml',
        does: { ko: '모의투자 도메인에서 거래합니다', en: 'trades on the mock domain' },
      },
    ],
    run: async (context, [config], options) =>
      (await import('../actions/run.ts')).live(context, config, options),
  });
}
