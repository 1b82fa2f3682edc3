// `hwangso tr`: all APIs of Kiwoom's guide, looked up and called from the shell.

import type { Command } from 'commander';
import type { Words } from '#app/messages.ts';
import { addCommand, addGroup, type CommandHost } from '../command.ts';
import { CONFIG_OPTION } from './stream.ts';

export interface TrListChoices {
  readonly group?: string;
}

export interface TrCallChoices {
  readonly config?: string;
  readonly allPages?: boolean;
  readonly nextKey?: string;
  readonly csv?: boolean;
  readonly raw?: boolean;
}

const ID: { readonly name: string; readonly summary: Words } = {
  name: '<id>',
  summary: { ko: 'TR 또는 실시간 항목 (ka10081, 0B)', en: 'TR or real-time type (ka10081, 0B)' },
};

export function addTrCommands(program: Command, host: CommandHost): void {
  const tr = addGroup(program, host, {
    name: 'tr',
    summary: {
      ko: '키움 가이드의 182개 API를 찾아보고 호출합니다',
      en: 'Look up and call the 182 APIs of Kiwoom’s guide',
    },
    examples: [
      { line: 'hwangso tr list', does: { ko: '모든 API의 목록', en: 'lists every API' } },
      {
        line: 'hwangso tr show ka10081',
        does: { ko: '요청과 응답 항목을 봅니다', en: 'shows the fields of request and answer' },
      },
    ],
  });
  addCommand<[], TrListChoices>(tr, host, {
    name: 'list',
    summary: { ko: 'API의 목록', en: 'List the APIs' },
    options: [
      {
        flags: '--group <group>',
        summary: {
          ko: '한 그룹만: 우리 이름(charts)이나 중분류(차트)',
          en: 'one group only: our name (charts) or the guide’s (차트)',
        },
      },
    ],
    examples: [
      { line: 'hwangso tr list --group charts', does: { ko: '차트 TR', en: 'the chart TRs' } },
      {
        line: 'hwangso tr list --json',
        does: { ko: '모든 API와 모든 항목을 JSON으로', en: 'every API with every field, as JSON' },
      },
    ],
    run: async (context, _given, options) => (await import('../actions/tr.ts')).listTrs(context, options),
  });
  addCommand<[string], object>(tr, host, {
    name: 'show',
    summary: { ko: '한 API의 항목, 값, 예시', en: 'Show the fields, values and examples of an API' },
    arguments: [ID],
    examples: [
      { line: 'hwangso tr show ka10081', does: { ko: '일봉 차트 TR', en: 'the daily chart TR' } },
      {
        line: 'hwangso tr show 0B --json',
        does: { ko: '주식체결 실시간 항목을 JSON으로', en: 'the trades of the WebSocket, as JSON' },
      },
    ],
    run: async (context, [id]) => (await import('../actions/tr.ts')).showTr(context, id),
  });
  addCall(tr, host);
  addCommand<[], object>(tr, host, {
    name: 'errors',
    summary: {
      ko: '오류 코드의 뜻, 재시도 여부, 할 일',
      en: 'What each error code means, whether a retry helps, and what to do',
    },
    examples: [
      { line: 'hwangso tr errors', does: { ko: '모든 오류 코드', en: 'every error code' } },
      { line: 'hwangso tr errors --json', does: { ko: 'JSON으로', en: 'as JSON' } },
    ],
    run: async (context) => (await import('../actions/tr.ts')).listTrErrors(context),
  });
}

function addCall(tr: Command, host: CommandHost): void {
  addCommand<[string, readonly string[]], TrCallChoices>(tr, host, {
    name: 'call',
    summary: {
      ko: '조회 TR을 호출합니다 (주문은 hwangso order로만)',
      en: 'Call a query TR (orders: hwangso order)',
    },
    arguments: [
      ID,
      {
        name: '[values...]',
        summary: {
          ko: '항목=값 (stk_cd=005930 또는 stockCode=005930)',
          en: 'field=value (stk_cd=005930 or stockCode=005930)',
        },
      },
    ],
    options: [
      CONFIG_OPTION,
      { flags: '--all-pages', summary: { ko: '마지막 페이지까지', en: 'go on to the last page' } },
      {
        flags: '--next-key <key>',
        summary: { ko: '이 연속조회키부터 이어서', en: 'go on from this next-key' },
      },
      { flags: '--csv', summary: { ko: '목록을 CSV로 출력', en: 'print the list as CSV' } },
      { flags: '--raw', summary: { ko: '받은 본문을 그대로 출력', en: 'print the bodies as they came' } },
    ],
    examples: [
      {
        line: 'hwangso tr call ka10081 stk_cd=005930 base_dt=20250901 upd_stkpc_tp=1',
        does: { ko: '일봉 한 페이지', en: 'one page of daily bars' },
      },
      {
        line: 'hwangso tr call ka10099 mrkt_tp=0 --all-pages --csv > kospi.csv',
        does: { ko: '코스피 종목 전체를 CSV로', en: 'every KOSPI instrument, as CSV' },
      },
    ],
    run: async (context, [id, values], options) =>
      (await import('../actions/tr.ts')).callTr(context, id, values, options),
  });
}
