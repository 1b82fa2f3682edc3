// A daily report in which one figure of the broker's differs, for the tests of its page.

import type { DailyReport } from '../../src/report/daily-report.ts';

export const SAMPLE_REPORT: DailyReport = {
  date: '2026-03-03',
  account: 'demo',
  rows: [
    {
      strategy: 'trend',
      symbol: '005930',
      name: '삼성전자',
      boughtQuantity: 225,
      boughtAmount: 15_997_500,
      soldQuantity: 0,
      soldAmount: 0,
      realised: -112_638,
      unrealised: -67_500,
      commission: 2_390,
      tax: 0,
      heldQuantity: 225,
      heldCost: 15_997_500,
      heldValue: 15_930_000,
    },
  ],
  totals: { realised: -112_638, unrealised: -67_500, commission: 2_390, tax: 0 },
  equity: 99_817_472,
  equityBefore: 100_000_000,
  cash: 100_000_000,
  cashD1: 100_000_000,
  cashD2: 83_887_472,
  orderCount: 1,
  fillCount: 1,
  refusals: { 'session-closed': 2 },
  comparison: [
    { figure: 'cash-d2', symbol: null, source: 'kt00001', ours: 83_887_472, theirs: 83_887_000 },
    { figure: 'held-quantity', symbol: '005930', source: 'kt00018', ours: 225, theirs: 225 },
  ],
  remarks: [{ ko: '주문 중지 (전체): 소식', en: 'halted (all): news' }],
};
