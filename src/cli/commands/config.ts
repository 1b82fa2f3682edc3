// Help for writing a configuration: the strategies there are, and a check of the file before the market opens.

import type { Command } from 'commander';
import { addCommand, addGroup, type CommandHost } from '../command.ts';

export function addConfigCommands(program: Command, host: CommandHost): void {
  addCommand<[], object>(program, host, {
    name: 'strategies',
    summary: { ko: '기본 제공 전략과 매개변수', en: 'List the strategies that ship, with their parameters' },
    examples: [
      {
        line: 'hwangso strategies --json',
        does: { ko: '매개변수의 JSON Schema까지', en: 'with the JSON Schema of their parameters' },
      },
    ],
    run: async (context) => (await import('../actions/config.ts')).listStrategies(context),
  });
  const config = addGroup(program, host, {
    name: 'config',
    summary: { ko: '설정 파일을 다룹니다', en: 'Work on configuration files' },
    examples: [
      {
        line: 'hwangso config check config/example.yaml',
        does: { ko: '설정을 검사합니다', en: 'checks a configuration' },
      },
    ],
  });
  addCommand<[string], object>(config, host, {
    name: 'check',
    summary: {
      ko: '설정과 전략을 검사하고 적용될 값을 보여 줍니다',
      en: 'Check a configuration and its strategies, and show what applies',
    },
    arguments: [{ name: '<config>', summary: { ko: '설정 파일', en: 'configuration file' } }],
    examples: [
      {
        line: 'hwangso config check config/example.yaml',
        does: { ko: '모든 문제를 줄 번호와 함께 알려 줍니다', en: 'names every problem with its line' },
      },
    ],
    run: async (context, [file]) => (await import('../actions/config.ts')).checkConfig(context, file),
  });
}
