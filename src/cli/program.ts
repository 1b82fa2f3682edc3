// The command line as a whole: the global options, the look of the help, and the groups of commands.

import { Command, Help } from 'commander';
import { LANGS, type Lang, messages, type Words } from '#app/messages.ts';
import type { CommandHost } from './command.ts';
import { addBacktestCommands } from './commands/backtest.ts';
import { addChartsCommands } from './commands/charts.ts';
import { addConfigCommands } from './commands/config.ts';
import { addLedgerCommands } from './commands/ledger.ts';
import { addLiveCommands } from './commands/live.ts';
import { addOperatorCommands } from './commands/operator.ts';
import { addOrderCommands } from './commands/order.ts';
import { addStreamCommands } from './commands/stream.ts';
import { addTrCommands } from './commands/tr.ts';

/** The global options as commander parses them. */
export interface GlobalOptions {
  readonly lang?: Lang;
  readonly json?: boolean;
  readonly debug?: boolean;
  readonly color: boolean;
}

/** Where help goes. */
export interface HelpOutput {
  out(text: string): void;
  err(text: string): void;
  readonly columns: number;
}

const SUMMARY: Words = {
  ko: '키움증권 REST, WebSocket API를 위한 이벤트 기반 자동매매 엔진',
  en: 'Event-driven trading engine for Kiwoom’s REST and WebSocket API',
};

const GLOBAL: Readonly<Record<'lang' | 'json' | 'debug' | 'color' | 'help' | 'version', Words>> = {
  lang: { ko: '언어 (없으면 HWANGSO_LANG, LC_ALL, LANG)', en: 'language (else HWANGSO_LANG, LC_ALL, LANG)' },
  json: { ko: '데이터를 JSON으로 출력', en: 'print data as JSON' },
  debug: { ko: '오류의 위치와 자세한 로그를 표시', en: 'show where errors come from, and detailed logs' },
  color: { ko: '색을 쓰지 않음', en: 'no colours' },
  help: { ko: '도움말', en: 'this help' },
  version: { ko: '버전', en: 'the version' },
};

const START = {
  line: 'npm start',
  does: {
    ko: '키 없이 시작: 모의 거래소에서 하루를 거래하고 대사하고 보고합니다',
    en: 'begin without keys: a day on a simulated exchange, traded, reconciled and reported',
  },
} as const;

/** Builds the program. It never ends the process: commander's own endings are thrown as CommanderError. */
export function buildProgram(host: CommandHost, version: string, output: HelpOutput): Command {
  const { lang } = host;
  const program = new Command('hwangso')
    .description(SUMMARY[lang])
    .version(version, '-V, --version', GLOBAL.version[lang])
    .helpOption('-h, --help', GLOBAL.help[lang])
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: output.out,
      writeErr: output.err,
      outputError: () => undefined,
      getOutHelpWidth: () => output.columns,
      getErrHelpWidth: () => output.columns,
    })
    .configureHelp(helpIn(lang))
    .addHelpText('after', `\n${messages(lang).cli.examples}\n  ${START.line}\n      ${START.does[lang]}`);
  program.addOption(program.createOption('--lang <lang>', GLOBAL.lang[lang]).choices(LANGS));
  program.option('--json', GLOBAL.json[lang]);
  program.option('--debug', GLOBAL.debug[lang]);
  program.option('--no-color', GLOBAL.color[lang]);

  addLiveCommands(program, host);
  addBacktestCommands(program, host);
  addChartsCommands(program, host);
  addOperatorCommands(program, host);
  addOrderCommands(program, host);
  addLedgerCommands(program, host);
  addConfigCommands(program, host);
  addTrCommands(program, host);
  addStreamCommands(program, host);
  return program;
}

function helpIn(lang: Lang): Partial<Help> {
  const { cli } = messages(lang);
  const titles: Readonly<Record<string, string>> = {
    'Usage:': cli.usage,
    'Arguments:': cli.arguments,
    'Options:': cli.options,
    'Global Options:': cli.globalOptions,
    'Commands:': cli.commands,
  };
  return {
    showGlobalOptions: true,
    styleTitle: (title) => titles[title] ?? title,
    displayWidth,
    optionDescription(option) {
      const english = Help.prototype.optionDescription.call(this, option);
      if (lang === 'en') return english;
      return english.replace('choices:', '선택:').replace('default:', '기본값:');
    },
  };
}

/** Columns of `text` on a terminal, where Hangul takes two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿＀-｠]/.test(character) ? 2 : 1;
  return width;
}
