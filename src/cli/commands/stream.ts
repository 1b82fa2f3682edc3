// `hwangso stream` and `hwangso conditions`: Kiwoom's real-time types and condition searches, from the shell.

import type { Command } from 'commander';
import { addCommand, addGroup, type CommandHost, type OptionSpec } from '../command.ts';
import { parseQuantity } from '../values.ts';

export interface BrokerChoices {
  readonly config?: string;
}

export interface StreamFlags extends BrokerChoices {
  readonly count?: number;
}

/** Commands that only look need a broker, not a whole configuration. */
export const CONFIG_OPTION: OptionSpec = {
  flags: '--config <file>',
  summary: {
    ko: '증권사를 정하는 설정 파일 (없으면 HWANGSO_CONFIG, 그것도 없으면 모의투자)',
    en: 'configuration that names the broker (else HWANGSO_CONFIG, else the mock domain)',
  },
};
const COUNT: OptionSpec = {
  flags: '--count <n>',
  summary: { ko: '이만큼 받고 끝냅니다', en: 'end after so many messages' },
  parse: parseQuantity,
};

export function addStreamCommands(program: Command, host: CommandHost): void {
  addCommand<[string, readonly string[]], StreamFlags>(program, host, {
    name: 'stream',
    summary: {
      ko: '실시간 항목을 받아 한 줄씩 보여줍니다 (같은 키로 연결된 다른 세션은, 실행 중인 엔진도, 끊깁니다)',
      en: 'Show a real-time type as it comes, a line a message (ends another session of the same key, such as a running engine’s)',
    },
    arguments: [
      {
        name: '<type>',
        summary: {
          ko: '실시간 항목 (0B 체결, 0D 호가, 00 주문체결 …)',
          en: 'real-time type (0B trades, 0D books, 00 our orders …)',
        },
      },
      {
        name: '[items...]',
        summary: {
          ko: '종목, 업종 코드 (00, 04, 0s처럼 필요 없는 것도 있음)',
          en: 'symbols or index codes; 00, 04, 0s and some more need none',
        },
      },
    ],
    options: [COUNT, CONFIG_OPTION],
    examples: [
      {
        line: 'hwangso stream 0B 005930 000660',
        does: { ko: '두 종목의 체결', en: 'the trades of two instruments' },
      },
      {
        line: 'hwangso stream 0J 001 101 --count 10 --json',
        does: { ko: '지수 10건을 JSON으로', en: 'ten index messages, as JSON lines' },
      },
    ],
    run: async (context, [type, items], options) =>
      (await import('../actions/stream.ts')).stream(context, type, items, options),
  });
  addConditions(program, host);
}

function addConditions(program: Command, host: CommandHost): void {
  const conditions = addGroup(program, host, {
    name: 'conditions',
    summary: {
      ko: '조건검색: 목록, 검색, 실시간 (하위 명령이 없으면 목록; 같은 키의 다른 세션은 끊깁니다)',
      en: 'Condition searches: list, search, follow (the list without a subcommand; ends another session of the same key)',
    },
    examples: [
      { line: 'hwangso conditions', does: { ko: '저장된 조건식 목록', en: 'lists the stored conditions' } },
      {
        line: 'hwangso conditions search "급등주"',
        does: { ko: '지금 만족하는 종목', en: 'who meets it now' },
      },
    ],
  });
  addCommand<[], BrokerChoices>(conditions, host, {
    name: 'list',
    isDefault: true,
    summary: { ko: '저장된 조건식의 목록', en: 'List the conditions stored at the broker' },
    options: [CONFIG_OPTION],
    examples: [
      { line: 'hwangso conditions list --json', does: { ko: '목록을 JSON으로', en: 'the list as JSON' } },
    ],
    run: async (context, _given, options) =>
      (await import('../actions/stream.ts')).listConditions(context, options),
  });
  addCommand<[string], BrokerChoices>(conditions, host, {
    name: 'search',
    summary: { ko: '지금 조건을 만족하는 종목', en: 'Who meets a condition now' },
    arguments: [{ name: '<condition>', summary: { ko: '이름 또는 번호', en: 'name or number' } }],
    options: [CONFIG_OPTION],
    examples: [
      { line: 'hwangso conditions search 0', does: { ko: '0번 조건의 종목', en: 'condition number 0' } },
    ],
    run: async (context, [condition], options) =>
      (await import('../actions/stream.ts')).searchCondition(context, condition, options),
  });
  addCommand<[string], StreamFlags>(conditions, host, {
    name: 'follow',
    summary: { ko: '편입과 이탈을 실시간으로', en: 'Who enters and leaves, as it happens' },
    arguments: [{ name: '<condition>', summary: { ko: '이름', en: 'name' } }],
    options: [COUNT, CONFIG_OPTION],
    examples: [
      {
        line: 'hwangso conditions follow "급등주"',
        does: { ko: 'Ctrl-C까지 보여줍니다', en: 'goes on until Ctrl-C' },
      },
    ],
    run: async (context, [condition], options) =>
      (await import('../actions/stream.ts')).followCondition(context, condition, options),
  });
}
