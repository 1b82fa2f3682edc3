// The commands of a trading day: the demonstration, the live engine, the simulated exchange, the daily report.

import type { Command } from 'commander';
import type { TradeDate, Won } from '#domain/units.ts';
import { addCommand, type CommandHost } from '../command.ts';
import {
  type CallRate,
  parseDate,
  parsePort,
  parsePositive,
  parseRate,
  parseSpeed,
  parseWholeNumber,
} from '../values.ts';

export interface DemoChoices {
  readonly seed: number;
  readonly speed: number;
  readonly dir: string;
}

export interface LiveChoices {
  readonly realMoney?: boolean;
  readonly untilClose?: boolean;
}

export interface ExchangeChoices {
  readonly seed: number;
  readonly speed: number | 'max';
  readonly port: number;
  readonly cash: Won;
  readonly rate: CallRate | null;
  readonly date?: TradeDate;
  readonly state?: string;
  readonly hold?: boolean;
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
  addExchange(program, host);
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

function addExchange(program: Command, host: CommandHost): void {
  addCommand<[], ExchangeChoices>(program, host, {
    name: 'exchange',
    summary: {
      ko: '키움 프로토콜을 말하는 모의 거래소를 이 컴퓨터에서 엽니다',
      en: 'Open a simulated exchange on this machine that speaks Kiwoom’s protocol',
    },
    options: [
      SEED,
      {
        flags: '--speed <times>',
        summary: {
          ko: '실제 시간보다 몇 배 빠르게 (max: 가능한 한 빠르게)',
          en: 'times faster than the wall clock, or max',
        },
        parse: parseSpeed,
        byDefault: '1',
      },
      {
        flags: '--port <port>',
        summary: { ko: '포트 (0은 빈 포트)', en: 'port (0 takes a free one)' },
        parse: parsePort,
        byDefault: '18080',
      },
      {
        flags: '--date <date>',
        summary: { ko: '모의 거래일', en: 'the simulated trading day' },
        parse: parseDate,
      },
      {
        flags: '--cash <won>',
        summary: { ko: '계좌의 처음 현금', en: 'opening cash of the account' },
        parse: parseWholeNumber,
        byDefault: '100000000',
      },
      {
        flags: '--rate <rates>',
        summary: {
          ko: '초당 호출 한도: TR마다,모두 합쳐 (off: 한도 없음)',
          en: 'calls a second: for one TR, for all together (off: no limit)',
        },
        parse: parseRate,
        byDefault: '1,5',
      },
      {
        flags: '--state <file>',
        summary: { ko: '시장을 이어 가는 파일', en: 'file that keeps the market between runs' },
      },
      {
        flags: '--hold',
        summary: { ko: '개장 전에 멈춰 go를 기다립니다', en: 'wait before the open for a line saying go' },
      },
    ],
    examples: [
      {
        line: 'hwangso exchange --port 18080 --speed 60 --date 2025-09-15',
        does: { ko: '하루를 60배 빠르게 엽니다', en: 'a day, sixty times faster' },
      },
    ],
    run: async (context, _given, options) => (await import('../actions/run.ts')).exchange(context, options),
  });
}
