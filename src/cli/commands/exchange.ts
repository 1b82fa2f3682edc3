// The simulated exchange as a command: a Korean market on this machine that speaks Kiwoom's protocol.

import type { Command } from 'commander';
import type { AccountsChoice } from '#app/exchange/exchange-accounts.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import { addCommand, type CommandHost, type OptionSpec } from '../command.ts';
import {
  parseAccounts,
  parseHostNames,
  parseSpeed,
  parseSymbolsChoice,
  parseTimeOfDay,
  type SymbolsChoice,
} from '../exchange-values.ts';
import { type CallRate, parseDate, parsePort, parseRate, parseWholeNumber } from '../values.ts';

export interface ExchangeChoices {
  readonly seed: number;
  readonly speed: number | 'max';
  readonly port: number;
  readonly socketPort?: number;
  readonly date?: TradeDate;
  /** Milliseconds after Korean midnight. */
  readonly time: number;
  readonly symbols?: SymbolsChoice;
  readonly charts?: string;
  readonly recording?: string;
  readonly actions?: string;
  readonly accounts: AccountsChoice;
  readonly cash: Won;
  readonly rate: CallRate | null;
  readonly scenario?: string;
  /** True where no folder was named. */
  readonly tls?: string | true;
  readonly tlsNames?: readonly string[];
  readonly page: boolean;
  readonly pagePort: number;
  readonly state?: string;
  readonly hold?: boolean;
}

const MARKET_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--seed <number>',
    summary: { ko: '모의 시장의 시드', en: 'seed of the simulated market' },
    parse: parseWholeNumber,
    byDefault: '1',
  },
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
    flags: '--date <date>',
    summary: {
      ko: '첫 거래일 (없으면 오늘이나 다음 거래일)',
      en: 'first trading day (else today or the next one)',
    },
    parse: parseDate,
  },
  {
    flags: '--time <time>',
    summary: { ko: '그날 시작하는 시각', en: 'time of day it begins at' },
    parse: parseTimeOfDay,
    byDefault: '08:50',
  },
  {
    flags: '--symbols <symbols>',
    summary: {
      ko: '종목의 수, 또는 쉼표로 나눈 종목 코드 (없으면 다섯 종목)',
      en: 'how many instruments, or their codes with commas (else five)',
    },
    parse: parseSymbolsChoice,
  },
  {
    flags: '--charts <path>',
    summary: {
      ko: '저장된 차트로 시장을: 차트 저장소 파일이나 CSV 폴더',
      en: 'a market from stored charts: a chart store, or a folder of CSV files',
    },
  },
  {
    flags: '--recording <file>',
    summary: {
      ko: '기록된 하루로 시장을: hwangso run의 기록이나 키움 프레임의 줄',
      en: 'a market from a recorded day: of hwangso run, or Kiwoom frames as lines',
    },
  },
  {
    flags: '--actions <file>',
    summary: {
      ko: '액면분할, 증자, 감자, 배당, 분배금, 신규상장을 날짜와 함께 적은 YAML 파일',
      en: 'a YAML file of splits, issues, dividends, distributions and new names with their dates',
    },
  },
];

const ACCOUNT_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--accounts <accounts>',
    summary: { ko: '계좌의 수, 또는 계좌를 적은 YAML 파일', en: 'how many accounts, or a YAML file of them' },
    parse: parseAccounts,
    byDefault: '1',
  },
  {
    flags: '--cash <won>',
    summary: { ko: '계좌의 처음 현금', en: 'opening cash of an account' },
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
    byDefault: '5,20',
  },
  {
    flags: '--scenario <scenario>',
    summary: {
      ko: '장애 시나리오: YAML 파일, 또는 rough-morning 같은 제공된 이름',
      en: 'faults: a YAML file, or one that ships such as rough-morning',
    },
  },
];

const SERVER_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--port <port>',
    summary: { ko: '포트 (0은 빈 포트)', en: 'port (0 takes a free one)' },
    parse: parsePort,
    byDefault: '18080',
  },
  {
    flags: '--socket-port <port>',
    summary: {
      ko: '웹소켓의 포트 (없으면 REST와 같음)',
      en: 'a port of its own for the WebSocket (else the same)',
    },
    parse: parsePort,
  },
  {
    flags: '--tls [folder]',
    summary: {
      ko: 'https와 wss로, 인증서는 이 폴더에 (없으면 .hwangso/tls)',
      en: 'https and wss, with a certificate kept in this folder (else .hwangso/tls)',
    },
  },
  {
    flags: '--tls-names <names>',
    summary: {
      ko: '인증서에 더 넣을 호스트 이름, 쉼표로 (주소를 못 바꾸는 클라이언트에게, --tls를 겸합니다)',
      en: 'more host names for the certificate, with commas (clients with a fixed address; implies --tls)',
    },
    parse: parseHostNames,
  },
  {
    flags: '--page-port <port>',
    summary: {
      ko: '브라우저 화면의 포트 (0은 빈 포트)',
      en: 'port of the page for a browser (0 takes a free one)',
    },
    parse: parsePort,
    byDefault: '0',
  },
  { flags: '--no-page', summary: { ko: '브라우저 화면 없이', en: 'without the page' } },
  {
    flags: '--state <file>',
    summary: {
      ko: '시장과 계좌와 키를 이어 가는 파일',
      en: 'file that keeps market, accounts and keys between runs',
    },
  },
  {
    flags: '--hold',
    summary: { ko: '개장 전에 멈춰 go를 기다립니다', en: 'wait before the open for a line saying go' },
  },
];

export function addExchangeCommands(program: Command, host: CommandHost): void {
  const exchange = addCommand<[], ExchangeChoices>(program, host, {
    name: 'exchange',
    summary: {
      ko: '키움 프로토콜을 말하는 모의 거래소를 이 컴퓨터에서 엽니다',
      en: 'Open a simulated exchange on this machine that speaks Kiwoom’s protocol',
    },
    options: [...MARKET_OPTIONS, ...ACCOUNT_OPTIONS, ...SERVER_OPTIONS],
    examples: [
      {
        line: 'hwangso exchange --speed 60 --date 2025-09-15',
        does: { ko: '하루를 60배 빠르게 엽니다', en: 'a day, sixty times faster' },
      },
      {
        line: 'hwangso exchange --scenario rough-morning --seed 7',
        does: { ko: '통보를 잃고 소켓이 끊기는 아침', en: 'a morning of lost notices and cut sockets' },
      },
      {
        line: 'hwangso exchange --symbols 200 --speed max --rate off',
        does: {
          ko: '200종목을 가능한 한 빠르게',
          en: 'two hundred instruments, as fast as the machine goes',
        },
      },
      {
        line: 'hwangso exchange --charts .hwangso/demo/charts.sqlite --date 2026-02-10',
        does: { ko: '내려받은 차트의 하루를 다시', en: 'a day of downloaded charts, played again' },
      },
      {
        line: 'hwangso exchange --tls --socket-port 10000',
        does: {
          ko: 'https와 wss로, 웹소켓은 키움처럼 10000번에서',
          en: 'https and wss, the WebSocket on port 10000 as Kiwoom has it',
        },
      },
      {
        line: 'hwangso exchange --accounts 3 --rate off --state .hwangso/practice.json',
        does: {
          ko: '세 계좌로 한도 없이 연습하고, 다음에 이어 갑니다',
          en: 'three accounts to practise with, no rate limit, kept for the next time',
        },
      },
      {
        line: 'hwangso exchange --time 05:00 --speed 10 --scenario night-cut',
        does: { ko: '새벽의 단절을 지켜봅니다', en: 'watch how a client gets through the night cut' },
      },
    ],
    run: async (context, _given, options) =>
      (await import('../actions/exchange.ts')).exchange(context, options),
  });
  addCommand<[], object>(exchange, host, {
    name: 'coverage',
    summary: {
      ko: '182개 API 가운데 거래소가 답하는 것과, 답하지 않는 까닭',
      en: 'Which of the 182 APIs it answers, and why not the others',
    },
    examples: [
      { line: 'hwangso exchange coverage', does: { ko: '표로 보입니다', en: 'as a table' } },
      { line: 'hwangso exchange coverage --json', does: { ko: 'JSON으로', en: 'as JSON' } },
    ],
    run: async (context) => (await import('../actions/exchange.ts')).coverage(context),
  });
}
