// What accounts are told of corporate actions when a day begins, and what they keep of them until it is due.

import type { Instrument } from '#domain/instrument.ts';
import type { Price, Quantity, SymbolCode, TradeDate, Won } from '#domain/units.ts';
import type { DayTotalsView, SaleView } from '../contract.ts';
import {
  type Acting,
  type ActionKind,
  actionsOn,
  type CorporateAction,
  type ShareRatio,
} from './corporate-action.ts';
import { inNewShares } from './share-counts.ts';

/** An action that begins, and whose it is. */
export interface DueAction {
  readonly instrument: Instrument;
  readonly action: CorporateAction;
}

export interface CorporateMorning {
  readonly date: TradeDate;
  readonly begun: readonly DueAction[];
  /** Base price of an instrument that day, won. */
  baseOf(symbol: SymbolCode): Price;
}

/** A morning without actions, on which nothing is due. */
export function quietMorning(date: TradeDate): CorporateMorning {
  return { date, begun: [], baseOf: () => 0 };
}

/** The morning of a market's running days. */
export function morningOf(
  date: TradeDate,
  markets: readonly {
    readonly listing: Acting & { readonly instrument: Instrument };
  }[],
  baseOf: CorporateMorning['baseOf'],
): CorporateMorning {
  const begun = markets.flatMap(({ listing }) =>
    actionsOn(listing, date).map((action) => ({ instrument: listing.instrument, action })),
  );
  return { date, begun, baseOf };
}

/** What a holder is to get. `quantity` is what was held when the right came off. */
export interface Claim {
  readonly kind: Exclude<ActionKind, 'split' | 'reverse-split' | 'capital-reduction' | 'rights-issue'>;
  readonly instrument: Instrument;
  readonly quantity: Quantity;
  readonly on: TradeDate;
  readonly dueOn: TradeDate;
  readonly ratio: ShareRatio | null;
  readonly perShare: Won | null;
}

/** Old shares became new ones at the beginning of a day; told to every account, since it may have sold them the day before. */
export interface SharesExchanged extends ShareRatio {
  readonly symbol: SymbolCode;
}

/** A JSON value that holds what an account keeps of actions; absent for nothing. */
export interface SavedActions {
  readonly claims?: readonly Claim[];
  readonly exchanged?: readonly SharesExchanged[];
}

/** What was traded on the day before, in shares of the day that began with these exchanges. */
export function tradedInNewShares(
  totals: readonly DayTotalsView[],
  exchanged: readonly SharesExchanged[] = [],
): readonly DayTotalsView[] {
  if (exchanged.length === 0) return totals;
  return totals.map((row) => {
    const ratios = ratiosOf(row.symbol, exchanged);
    return {
      ...row,
      boughtQuantity: inNewShares(row.boughtQuantity, ratios),
      soldQuantity: inNewShares(row.soldQuantity, ratios),
    };
  });
}

/** The same for its sales one by one, from which what a single loan gave out is counted. */
export function soldInNewShares(
  sales: readonly SaleView[],
  exchanged: readonly SharesExchanged[] = [],
): readonly SaleView[] {
  if (exchanged.length === 0) return sales;
  return sales.map((sale) => ({
    ...sale,
    quantity: inNewShares(sale.quantity, ratiosOf(sale.symbol, exchanged)),
  }));
}

function ratiosOf(asked: SymbolCode, exchanged: readonly SharesExchanged[]): readonly ShareRatio[] {
  return exchanged.filter(({ symbol }) => symbol === asked);
}
