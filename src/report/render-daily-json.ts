// The daily report for programs: schema `hwangso.daily-report/1`, keys sorted, all amounts in whole won.

import {
  comparisonState,
  comparisonVerdict,
  dayChange,
  differenceOf,
  sumByStrategy,
} from './daily-figures.ts';
import type { DailyReport } from './daily-report.ts';
import { stableJson } from './stable-json.ts';

/** The version goes up when a key changes its meaning or goes away. */
export const DAILY_REPORT_SCHEMA = 'hwangso.daily-report/1';

/** The report with what was worked out from it: `dayChange`, `byStrategy`, `verdict` and each `difference`. Remarks are English. */
export function renderDailyJson(report: DailyReport): string {
  return stableJson(DAILY_REPORT_SCHEMA, {
    ...report,
    remarks: report.remarks.map(({ en }) => en),
    dayChange: dayChange(report),
    byStrategy: sumByStrategy(report.rows),
    verdict: comparisonVerdict(report.comparison),
    comparison: report.comparison.map((row) => ({
      ...row,
      difference: differenceOf(row),
      state: comparisonState(row),
    })),
  });
}
