// `hwangso report`: the daily P&L from the ledger, on the terminal, as JSON or as a page.

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openSqliteLedger } from '#adapters/sqlite/sqlite-ledger.ts';
import { tradingCalendar } from '#domain/calendar.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { TradeDate } from '#domain/units.ts';
import { placed, type Words } from '#domain/words.ts';
import { buildDailyReport } from '../report/build-daily-report.ts';
import type { DailyReport } from '../report/daily-report.ts';
import { renderDailyHtml } from '../report/render-daily-html.ts';
import { renderDailyJson } from '../report/render-daily-json.ts';
import { renderDailyTable } from '../report/render-daily-table.ts';
import { type CliContext, EXIT, type ExitCode } from './cli-context.ts';
import type { HwangsoConfig } from './config/config.ts';
import { koreanReason } from './korean-reason.ts';

export interface ReportOptions {
  /** The day; null for the last one in the ledger. */
  readonly date: TradeDate | null;
  /** Writes the page to this file as well. */
  readonly html: string | null;
}

/** The ledger knows nothing of the day asked for. */
export class NoSuchDayError extends Error {
  override readonly name = 'NoSuchDayError';
  readonly code = 'no-such-day';
  readonly retryable = false;
  /** For people, in both languages. */
  readonly text: Words;

  constructor(text: Words) {
    super(text.en);
    this.text = text;
  }
}

/** Prints the report of one day. Exit code 6 when a figure differs from the broker's. */
export async function runReport(
  config: HwangsoConfig,
  options: ReportOptions,
  context: CliContext,
): Promise<ExitCode> {
  const report = readDailyReport(config, options.date);
  if (options.html !== null)
    await writeFile(resolve(context.cwd, options.html), renderDailyHtml(report, { lang: context.lang }));
  if (context.json) context.stdout.write(renderDailyJson(report));
  else context.stdout.write(renderDailyTable(report, { lang: context.lang, colors: context.color }));
  return report.comparison.some(({ ours, theirs }) => theirs !== null && ours !== theirs)
    ? EXIT.halted
    : EXIT.ok;
}

/** Builds the report of `date`, or of the last day, from the configuration's ledger. Throws NoSuchDayError. */
export function readDailyReport(config: HwangsoConfig, date: TradeDate | null): DailyReport {
  const ledger = openSqliteLedger(config.data.ledger, { readOnly: true });
  try {
    const records = [...ledger.records()];
    const day = date ?? lastDay(records);
    const settings = {
      account: config.account,
      costs: config.costs,
      calendar: tradingCalendar(config.calendar),
      koreanOf: koreanReason,
    };
    const report = day === null ? null : buildDailyReport(records, day, settings);
    if (report === null) throw noSuchDay(config, day, records);
    return report;
  } finally {
    ledger.close();
  }
}

function lastDay(records: readonly LedgerRecord[]): TradeDate | null {
  return daysOf(records).at(-1) ?? null;
}

function daysOf(records: readonly LedgerRecord[]): TradeDate[] {
  return records.flatMap((record) => (record.type === 'day-opened' ? [record.tradeDate] : []));
}

function noSuchDay(
  config: HwangsoConfig,
  day: TradeDate | null,
  records: readonly LedgerRecord[],
): NoSuchDayError {
  const days = daysOf(records);
  if (days.length === 0)
    return new NoSuchDayError(
      placed(config.data.ledger, { ko: '아직 거래일이 없습니다', en: 'no trading day yet' }),
    );
  return new NoSuchDayError(
    placed(config.data.ledger, {
      ko: `${days[0]}부터 ${days.at(-1)}까지의 거래일이 필요하지만 ${day}입니다`,
      en: `expected a trading day from ${days[0]} to ${days.at(-1)}, found ${day}`,
    }),
  );
}
