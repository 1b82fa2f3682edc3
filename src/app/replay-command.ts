// `hwangso replay`: lives a recorded session again and says whether it gives the same ledger, byte for byte.

import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { replay } from '#engine/replay.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import type { HwangsoConfig } from './config/config.ts';
import { toEngineSettings } from './config/config-engine.ts';
import { openRecording } from './live/recording.ts';

/** Replays the recording at `path` against the configuration's ledger. */
export async function runReplay(config: HwangsoConfig, path: string, context: CliContext): Promise<ExitCode> {
  const { header, events } = await openRecording(path);
  const ledger = openSqliteLedger(config.data.ledger, { readOnly: true });
  try {
    const records = [...ledger.records()];
    const past = records.slice(0, header.ledger.records);
    const result = await replay(toEngineSettings(config), past, records.slice(past.length), events);
    if (context.json) context.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    else context.stdout.write(sayResult(result, context.lang === 'ko'));
    return result.difference === null ? EXIT.ok : EXIT.halted;
  } finally {
    ledger.close();
  }
}

function sayResult({ events, records, difference }: Awaited<ReturnType<typeof replay>>, ko: boolean): string {
  if (difference === null) {
    return ko
      ? `이벤트 ${events}건을 재생했고 원장 기록 ${records}건이 바이트까지 같습니다\n`
      : `replayed ${events} events; all ${records} ledger records are the same to the byte\n`;
  }
  const head = ko
    ? `원장 기록 ${difference.record}번이 다릅니다`
    : `ledger record ${difference.record} came out otherwise`;
  return `${head}\n  ledger: ${difference.recorded ?? '–'}\n  replay: ${difference.replayed ?? '–'}\n`;
}
