// The daily report from the ledger's records alone: what each strategy earned in each instrument on a day, what the
// account is worth, and our figures beside the broker's last word of that day.

import type { BrokerSnapshot } from '#domain/broker-event.ts';
import type { TradingCalendar } from '#domain/calendar.ts';
import {
  type CostSchedule,
  commissionFor,
  netRealisedProfit,
  sellTax,
  sellTaxRatesUnder,
} from '#domain/costs.ts';
import type { Fill } from '#domain/fill.ts';
import type { Instrument } from '#domain/instrument.ts';
import type { LedgerRecord } from '#domain/ledger-record.ts';
import type { Price, StrategyName, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { ComparisonRow, DailyReport, ProfitRow } from './daily-report.ts';
import { type BookPosition, DayLedger } from './day-ledger.ts';
import type { KoreanOf } from './day-remarks.ts';

export interface ReportSettings {
  readonly account: string;
  readonly costs: CostSchedule;
  readonly calendar: TradingCalendar;
  /** For the remarks of a Korean reader. */
  readonly koreanOf: KoreanOf;
}

/** The strategy name of what several strategies' shared average cost leaves over in one instrument. */
export const SHARED_COST = '(shared cost)';
/** The strategy name of shares that are no strategy's: taken over when the ledger began, or sold by hand. */
export const ACCOUNT = '(account)';

/** Report of `date`, or null when the ledger has nothing of that day. `records` are all of the ledger, oldest first. */
export function buildDailyReport(
  records: Iterable<LedgerRecord>,
  date: TradeDate,
  settings: ReportSettings,
): DailyReport | null {
  const day = new DayLedger(records, date, settings.koreanOf);
  if (!day.found) return null;
  const rows = profitRows(day, settings);
  const sum = (pick: (row: ProfitRow) => Won): Won => rows.reduce((total, row) => total + pick(row), 0);
  const totals = {
    realised: sum((row) => row.realised),
    unrealised: sum((row) => row.unrealised),
    commission: sum((row) => row.commission),
    tax: sum((row) => row.tax),
  };
  const value = sum((row) => row.heldValue);
  const d1 = settings.calendar.nextTradingDay(date);
  return {
    date,
    account: settings.account,
    rows,
    totals,
    equity: day.cash + value,
    equityBefore: day.equityBefore,
    cash: day.cashSettledBy(date),
    cashD1: day.cashSettledBy(d1),
    cashD2: day.cash,
    orderCount: day.orderCount,
    fillCount: day.fills.length,
    refusals: day.refusals,
    comparison: day.snapshot === null ? [] : compare(day, day.snapshot, rows, totals, settings),
    remarks: day.remarks,
  };
}

/** Every strategy and instrument with a fill on the day or shares at its end, by instrument, then strategy. */
function profitRows(day: DayLedger, settings: ReportSettings): ProfitRow[] {
  return day.symbols().flatMap((symbol) => {
    const whole = accountRow(day, symbol, settings);
    const parts = day.strategiesOf(symbol).map((strategy) => strategyRow(day, strategy, symbol, settings));
    const rest = leftOver(whole, parts);
    return isNothing(rest) ? parts : [...parts, rest];
  });
}

function accountRow(day: DayLedger, symbol: SymbolCode, settings: ReportSettings): ProfitRow {
  const fills = day.fills.filter((fill) => fill.symbol === symbol);
  return row(day, ACCOUNT, symbol, fills, day.costOfSold(symbol), day.position(symbol), settings);
}

function strategyRow(
  day: DayLedger,
  strategy: StrategyName,
  symbol: SymbolCode,
  settings: ReportSettings,
): ProfitRow {
  const fills = day.fills.filter((fill) => fill.symbol === symbol && fill.strategy === strategy);
  const { costOfSold, position } = day.own(strategy, symbol);
  return row(day, strategy, symbol, fills, costOfSold, position, settings);
}

function row(
  day: DayLedger,
  strategy: StrategyName,
  symbol: SymbolCode,
  fills: readonly Fill[],
  costOfSold: Won,
  position: BookPosition,
  { costs }: ReportSettings,
): ProfitRow {
  const bought = fills.filter(({ side }) => side === 'buy');
  const sold = fills.filter(({ side }) => side === 'sell');
  const soldAmount = total(sold, ({ amount }) => amount);
  const tax = total(fills, (fill) => fill.tax);
  const price = day.priceOf(symbol);
  const heldValue = price === null ? position.cost : position.quantity * price; // no price known yet: at cost
  const realised = netRealisedProfit({
    sellAmount: soldAmount,
    costOfSold,
    buyCommissionOfSold: commissionFor(costOfSold, costs.commissionPpm),
    sellCommission: total(sold, ({ commission }) => commission),
    tax,
  });
  return {
    strategy,
    symbol,
    name: day.nameOf(symbol),
    boughtQuantity: total(bought, ({ quantity }) => quantity),
    boughtAmount: total(bought, ({ amount }) => amount),
    soldQuantity: total(sold, ({ quantity }) => quantity),
    soldAmount,
    realised,
    unrealised: position.quantity === 0 ? 0 : heldValue - position.cost,
    commission: total(fills, ({ commission }) => commission),
    tax,
    heldQuantity: position.quantity,
    heldCost: position.cost,
    heldValue,
  };
}

/**
 * What is left of the account's row beside those of the strategies, so that rows always sum to the account: shares of
 * nobody, or only the difference of the account's blended average cost to the strategies' own.
 */
function leftOver(whole: ProfitRow, parts: readonly ProfitRow[]): ProfitRow {
  const rest = (pick: (row: ProfitRow) => number): number =>
    parts.reduce((left, part) => left - pick(part), pick(whole));
  const heldQuantity = rest((one) => one.heldQuantity);
  return {
    strategy: heldQuantity === 0 ? SHARED_COST : ACCOUNT,
    symbol: whole.symbol,
    name: whole.name,
    boughtQuantity: rest((one) => one.boughtQuantity),
    boughtAmount: rest((one) => one.boughtAmount),
    soldQuantity: rest((one) => one.soldQuantity),
    soldAmount: rest((one) => one.soldAmount),
    realised: rest((one) => one.realised),
    unrealised: rest((one) => one.unrealised),
    commission: rest((one) => one.commission),
    tax: rest((one) => one.tax),
    heldQuantity,
    heldCost: rest((one) => one.heldCost),
    heldValue: rest((one) => one.heldValue),
  };
}

function isNothing(row: ProfitRow): boolean {
  return Object.values(row).every((value) => typeof value === 'string' || value === 0);
}

function compare(
  day: DayLedger,
  snapshot: BrokerSnapshot,
  rows: readonly ProfitRow[],
  totals: DailyReport['totals'],
  settings: ReportSettings,
): ComparisonRow[] {
  const cost = total(rows, ({ heldCost }) => heldCost);
  const value = total(rows, ({ heldValue }) => heldValue);
  const line = (figure: ComparisonRow['figure'], source: string, ours: Won, theirs: Won): ComparisonRow => {
    return { figure, symbol: null, source, ours, theirs };
  };
  const comparison = [
    line('cash-d2', 'kt00001', day.cash, snapshot.cashD2),
    line('total-cost', 'kt00018', cost, snapshot.totalCost),
    line('total-value', 'kt00018', value, snapshot.totalValue),
    line('estimated-assets', 'kt00018', day.cash + value, snapshot.estimatedAssets),
    line('realised', 'ka10074', totals.realised, snapshot.realisedProfit),
    ...(tellsCommission(snapshot)
      ? [line('commission', 'ka10074', totals.commission, snapshot.commission)]
      : []),
    line('tax', 'ka10074', totals.tax, snapshot.tax),
  ];
  const profit = valuedProfit(day, settings);
  if (profit !== null) comparison.splice(3, 0, line('total-profit', 'kt00018', profit, snapshot.totalProfit));
  return [...comparison, ...compareHoldings(day, snapshot), ...compareTrades(rows, snapshot)];
}

/** ka10074 leaves out days without a sale (guide): then the commission of what was bought is not in it. */
function tellsCommission({ commission, dayTrades }: BrokerSnapshot): boolean {
  const hasSold = dayTrades.some(({ sellQuantity }) => sellQuantity > 0);
  return commission !== 0 || hasSold || dayTrades.length === 0;
}

function compareHoldings(day: DayLedger, { holdings }: BrokerSnapshot): ComparisonRow[] {
  const theirs = new Map(holdings.map(({ symbol, quantity }) => [symbol, quantity]));
  const symbols = new Set([...day.heldSymbols(), ...theirs.keys()]);
  return [...symbols].sort().map((symbol) => ({
    figure: 'held-quantity',
    symbol,
    source: 'kt00018',
    ours: day.position(symbol).quantity,
    theirs: theirs.get(symbol) ?? 0,
  }));
}

function compareTrades(rows: readonly ProfitRow[], { dayTrades }: BrokerSnapshot): ComparisonRow[] {
  return dayTrades.flatMap((trade): ComparisonRow[] => {
    const own = rows.filter(({ symbol }) => symbol === trade.symbol);
    const source = 'ka10170';
    const { symbol } = trade;
    return [
      {
        figure: 'bought-amount',
        symbol,
        source,
        ours: total(own, ({ boughtAmount }) => boughtAmount),
        theirs: trade.buyAmount,
      },
      {
        figure: 'sold-amount',
        symbol,
        source,
        ours: total(own, ({ soldAmount }) => soldAmount),
        theirs: trade.sellAmount,
      },
    ];
  });
}

/** Profit of all holdings as kt00018 counts it: less the commission paid, and commission and tax if sold now. */
function valuedProfit(day: DayLedger, { costs }: ReportSettings): Won | null {
  let profit = 0;
  for (const symbol of day.heldSymbols()) {
    const instrument = day.instrumentOf(symbol);
    const price = day.priceOf(symbol);
    if (instrument === null || price === null) return null;
    profit += holdingProfit(day.position(symbol), price, instrument, day.date, costs);
  }
  return profit;
}

function holdingProfit(
  { quantity, cost }: BookPosition,
  price: Price,
  instrument: Instrument,
  date: TradeDate,
  costs: CostSchedule,
): Won {
  const value = quantity * price;
  const tax = sellTax(value, sellTaxRatesUnder(costs, instrument, date));
  return (
    value - cost - commissionFor(cost, costs.commissionPpm) - commissionFor(value, costs.commissionPpm) - tax
  );
}

function total<Item>(items: readonly Item[], pick: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + pick(item), 0);
}
