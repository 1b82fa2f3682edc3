// The broker's whole word on the account, asked for with seven TRs and every page of each. A number that the reconciler
// depends on and that is missing fails the snapshot: a blank is not zero won.

import type {
  BrokerDayTrade,
  BrokerHolding,
  BrokerSnapshot,
  SnapshotOccasion,
} from '#domain/broker-event.ts';
import { type Clock, compactDate, kstDate } from '#domain/time.ts';
import type { Quantity, SymbolCode, TradeDate } from '#domain/units.ts';
import { mergeOrders, type OrderLists } from './broker-orders.ts';
import type { Priority } from './budget/rate-budget.ts';
import type { InputsOf, RowOf, TrId } from './catalogue.ts';
import { ownError } from './errors/errors.ts';
import type { Answer, RestClient } from './rest/rest-client.ts';

/** Takes the snapshot of `tradeDate`. The lists of open and filled orders know today only and are left out for other days. */
export async function fetchSnapshot(
  client: RestClient,
  clock: Clock,
  tradeDate: TradeDate,
  occasion: SnapshotOccasion,
): Promise<BrokerSnapshot> {
  const day = compactDate(tradeDate);
  const priority = 'reconcile';
  const [lists, holdings, deposit, realised, diary] = await Promise.all([
    fetchOrderLists(client, tradeDate, kstDate(clock.now()) === tradeDate),
    fetchHoldings(client, priority),
    client.call('kt00001', { queryKind: '3' }, { priority }),
    client.call('ka10074', { fromDate: day, untilDate: day }, { priority }),
    allRows(client, 'ka10170', { baseDate: day, matching: '2', creditKind: '0' }, priority),
  ]);
  const { totals } = holdings;
  const isEmpty = holdings.holdings.length === 0;
  const cashD2 = needed(deposit.fields.depositD2, 'kt00001', 'depositD2');
  return {
    type: 'broker-snapshot',
    at: clock.now(),
    tradeDate,
    occasion,
    orders: mergeOrders(lists, tradeDate),
    holdings: holdings.holdings,
    dayTrades: diary.flatMap(dayTradeOf),
    cash: needed(deposit.fields.deposit, 'kt00001', 'deposit'),
    cashD1: needed(deposit.fields.depositD1, 'kt00001', 'depositD1'),
    cashD2,
    // An empty account is answered with blanks (kiwoom-wire 2.7).
    totalCost: needed(totals.totalCost ?? (isEmpty ? 0 : null), 'kt00018', 'totalCost'),
    totalValue: needed(totals.totalValue ?? (isEmpty ? 0 : null), 'kt00018', 'totalValue'),
    totalProfit: needed(totals.totalProfit ?? (isEmpty ? 0 : null), 'kt00018', 'totalProfit'),
    estimatedAssets: needed(
      totals.estimatedAssets ?? (isEmpty ? cashD2 : null),
      'kt00018',
      'estimatedAssets',
    ),
    // Filled only for days with a sale (guide: ka10074).
    realisedProfit: realised.fields.realisedProfit ?? 0,
    commission: realised.fields.commission ?? 0,
    tax: realised.fields.tax ?? 0,
  };
}

async function fetchOrderLists(client: RestClient, date: TradeDate, isToday: boolean): Promise<OrderLists> {
  const priority = 'reconcile';
  const everyOrder = {
    queryKind: '1',
    assetKind: '1',
    side: '0',
    symbol: '',
    fromOrderNo: '',
    venue: '%',
  } as const;
  const all = await allRows(client, 'kt00007', { orderDate: compactDate(date), ...everyOrder }, priority);
  if (!isToday) return { all, open: [], filled: [] };
  const openOrders = { symbolScope: '0', side: '0', symbol: '', venue: '0' } as const;
  const open = await allRows(client, 'ka10075', openOrders, priority);
  // An order number here would hide that order and all younger ones (kiwoom-wire 4.15).
  const filledOrders = { symbol: '', symbolScope: '0', side: '0', olderThanOrderNo: '', venue: '0' } as const;
  return { all, open, filled: await allRows(client, 'ka10076', filledOrders, priority) };
}

/** kt00018, all pages: shares that may be sold by instrument. */
export async function fetchSellable(
  client: RestClient,
  priority: Priority,
): Promise<Readonly<Record<SymbolCode, Quantity>>> {
  const { holdings } = await fetchHoldings(client, priority);
  return Object.fromEntries(holdings.map((holding) => [holding.symbol, holding.sellable]));
}

interface Holdings {
  readonly totals: Answer<'kt00018'>['fields'];
  readonly holdings: readonly BrokerHolding[];
}

async function fetchHoldings(client: RestClient, priority: Priority): Promise<Holdings> {
  const bySymbol = new Map<SymbolCode, BrokerHolding>();
  let totals: Answer<'kt00018'>['fields'] | null = null;
  for await (const page of client.pages('kt00018', { queryKind: '1', venue: 'KRX' }, { priority })) {
    totals ??= page.fields;
    for (const row of page.rows) {
      const holding = holdingOf(row);
      if (holding === null) continue;
      const other = bySymbol.get(holding.symbol);
      bySymbol.set(holding.symbol, other === undefined ? holding : sumOf(other, holding));
    }
  }
  return { totals: totalsOrThrow(totals), holdings: [...bySymbol.values()] };
}

function totalsOrThrow(totals: Answer<'kt00018'>['fields'] | null): Answer<'kt00018'>['fields'] {
  if (totals === null) throw missing('kt00018', 'totals');
  return totals;
}

/** Null for rows that are no shares (bonds) or hold none. */
function holdingOf(row: RowOf<'kt00018'>): BrokerHolding | null {
  if (row.symbol === null || row.held === 0) return null;
  return {
    symbol: row.symbol,
    name: row.name ?? row.symbol,
    quantity: needed(row.held, 'kt00018', 'held'),
    sellable: needed(row.sellable, 'kt00018', 'sellable'),
    cost: needed(row.cost, 'kt00018', 'cost'),
    value: needed(row.value, 'kt00018', 'value'),
    profit: needed(row.profit, 'kt00018', 'profit'),
    price: needed(row.last ?? row.previousClose, 'kt00018', 'last'),
  };
}

/** One instrument in two rows: bought for cash and on credit. */
function sumOf(one: BrokerHolding, other: BrokerHolding): BrokerHolding {
  return {
    ...one,
    quantity: one.quantity + other.quantity,
    sellable: one.sellable + other.sellable,
    cost: one.cost + other.cost,
    value: one.value + other.value,
    profit: one.profit + other.profit,
  };
}

function dayTradeOf(row: RowOf<'ka10170'>): BrokerDayTrade[] {
  if (row.symbol === null) return [];
  return [
    {
      symbol: row.symbol,
      buyQuantity: row.buyQuantity ?? 0,
      buyAmount: row.buyAmount ?? 0,
      sellQuantity: row.sellQuantity ?? 0,
      sellAmount: row.sellAmount ?? 0,
      commissionAndTax: row.commissionAndTax ?? 0,
      profit: row.profit ?? 0,
    },
  ];
}

async function allRows<Id extends TrId>(
  client: RestClient,
  id: Id,
  inputs: InputsOf<Id>,
  priority: Priority,
): Promise<RowOf<Id>[]> {
  const rows: RowOf<Id>[] = [];
  for await (const page of client.pages(id, inputs, { priority })) rows.push(...page.rows);
  return rows;
}

function needed(value: number | null, tr: string, name: string): number {
  if (value === null) throw missing(tr, name);
  return value;
}

function missing(tr: string, name: string): Error {
  return ownError('bad-answer', tr, { retryable: true, definite: true }, `${name} is missing`);
}
