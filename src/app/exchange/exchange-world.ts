// The world behind the protocol: a market from a seed, charts or a recording, with its accounts and their keys, new or as it
// was kept.

import type { ServerKey } from '#adapters/kiwoom-server/token-desk.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { krxCalendar } from '#domain/calendar.ts';
import { sessionHours } from '#domain/session.ts';
import { TICKS_KNOWN_FROM } from '#domain/tick.ts';
import { kstDate, kstMidnight, MINUTE_MS } from '#domain/time.ts';
import type { TradeDate, Won } from '#domain/units.ts';
import { createExchange, type Exchange, restoreExchange } from '#exchange/exchange.ts';
import { DEFAULT_LISTINGS } from '#exchange/market/listing.ts';
import { SavedExchangeError } from '#exchange/saved-exchange.ts';
import type { CliContext, Progress } from '../cli-context.ts';
import type { Words } from '../messages.ts';
import { type AccountsChoice, keysFor, planAccounts } from './exchange-accounts.ts';
import { LAST_DAY } from './exchange-days.ts';
import { ExchangeInputError } from './exchange-input-error.ts';
import { type MarketChoices, openMarket } from './exchange-market.ts';
import { exchangeMessages, exchangeWords } from './exchange-messages.ts';
import { type KeptExchange, readState } from './exchange-state.ts';

export interface WorldOptions extends Omit<MarketChoices, 'date'> {
  /** First trading day of a new market; null for the next trading day from today. */
  readonly date: TradeDate | null;
  /** Where the day begins, milliseconds after Korean midnight. */
  readonly startAt: number;
  readonly accounts: AccountsChoice;
  /** Opening cash of accounts that name none, won. */
  readonly cash: Won;
  /** File that keeps the market between runs, absolute; null keeps nothing. */
  readonly state: string | null;
}

export interface OpenedExchange {
  readonly exchange: Exchange;
  readonly keys: readonly ServerKey[];
  /** Where the market comes from, when it is not the default one. */
  readonly note: Words | null;
  /** True when it goes on with what a file had kept. */
  readonly isKept: boolean;
}

const COMMISSION_PPM = 150;
const HISTORY_DAYS = 120;

/** The exchange that was kept, or a new one. Rejects with errors that explain what was wrong with the choices. */
export async function openExchange(
  options: WorldOptions,
  { env, lang, progress }: Pick<CliContext, 'env' | 'lang' | 'progress'>,
  newKey: () => string,
): Promise<OpenedExchange> {
  const { seed, symbols, charts, recording, actions = null, state } = options;
  const kept = state === null ? null : readState(state);
  const date = keptDate(kept, 'tradeDate') ?? firstDay(options.date);
  const begunOn = keptDate(kept, 'firstTradingDay') ?? date;
  const { settings: market, note } = await openMarket({
    ...{ seed, date, begunOn, symbols, charts, recording, actions },
  });
  const settings = { commissionPpm: COMMISSION_PPM, calendar: krxCalendar, ...market };
  const instruments = (market.listings ?? DEFAULT_LISTINGS).map(({ instrument }) => instrument);
  const planned = planAccounts(options.accounts, options.cash, instruments);
  const exchange =
    kept === null
      ? createExchange({
          ...settings,
          seed,
          historyDays: HISTORY_DAYS,
          firstTradingDay: date,
          accounts: planned,
        })
      : restored(kept.exchange, settings, state ?? '');
  startDay(exchange, options.startAt, (total) => progress(exchangeMessages(lang).preparing, total));
  const { KIWOOM_APP_KEY: appKey = null, KIWOOM_SECRET_KEY: secretKey = null } = env;
  const [first, ...others] = planned;
  // The keys of the environment are the first account's, where its own are not written down.
  const withEnv = [
    { ...first!, appKey: first!.appKey ?? appKey, secretKey: first!.secretKey ?? secretKey },
    ...others,
  ];
  const keys = keysFor(exchange.accounts.ids(), withEnv, kept?.keys ?? [], newKey);
  return { exchange, keys, note, isKept: kept !== null };
}

/** Kept by an older version, or with other instruments: people are told which file it is and what to do. */
function restored(kept: unknown, settings: Parameters<typeof restoreExchange>[1], file: string): Exchange {
  try {
    return restoreExchange(kept, settings);
  } catch (cause) {
    if (!(cause instanceof SavedExchangeError)) throw cause;
    const { ko, en } = cause.text;
    const words = {
      ko: exchangeMessages('ko').otherState(file, ko),
      en: exchangeMessages('en').otherState(file, en),
    };
    throw new ExchangeInputError('not-an-exchange-state', words, cause);
  }
}

/** The day a kept exchange stands on, or its first one; restoreExchange itself tells what is wrong with anything else. */
function keptDate(kept: KeptExchange | null, which: 'tradeDate' | 'firstTradingDay'): TradeDate | null {
  const date = (kept?.exchange as Readonly<Record<string, unknown>> | null | undefined)?.[which];
  return typeof date === 'string' ? date : null;
}

/**
 * Moves to where the day begins: the running day, or the next one when this day's regular session is over. A morning of hundreds
 * of instruments takes a while, so it shows how far it is, in exchange minutes.
 */
function startDay(exchange: Exchange, msOfDay: number, begin: (total: number) => Progress): void {
  const today = kstDate(exchange.now);
  const isOver = !krxCalendar.isTradingDay(today) || exchange.now >= sessionHours(today).closeAt;
  const day = isOver ? krxCalendar.nextTradingDay(today) : today;
  const startAt = kstMidnight(day) + msOfDay;
  const from = exchange.now;
  if (from >= startAt) return;
  const progress = begin(Math.ceil((startAt - from) / MINUTE_MS));
  try {
    while (exchange.now < startAt) {
      exchange.advanceTo(Math.min(exchange.now + MINUTE_MS, startAt));
      progress.update(Math.ceil((exchange.now - from) / MINUTE_MS));
    }
  } finally {
    progress.finish();
  }
}

function firstDay(date: TradeDate | null): TradeDate {
  const wanted = date ?? kstDate(systemClock().now());
  if (wanted < TICKS_KNOWN_FROM || wanted > LAST_DAY) {
    const words = exchangeWords((say) => say.uncovered(wanted, TICKS_KNOWN_FROM, LAST_DAY));
    throw new ExchangeInputError('not-a-trading-day', words);
  }
  if (krxCalendar.isTradingDay(wanted)) return wanted;
  const next = krxCalendar.nextTradingDay(wanted);
  if (date === null) return next;
  throw new ExchangeInputError(
    'not-a-trading-day',
    exchangeWords((say) => say.closedDay(date, next)),
  );
}
