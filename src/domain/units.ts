// The numbers and names the whole program speaks in. All are plain numbers or strings at run time; the flavours
// keep a price from being passed where a quantity is meant, while arithmetic stays arithmetic.

import { assert } from './assert.ts';

/** Whole won. Signed. Money is never a fraction: 2^53 won is enough for anyone. */
export type Won = number & { readonly __unit?: 'won' };
/** A price of one share in whole won, always positive (Kiwoom's direction sign is removed at the adapter). */
export type Price = number & { readonly __unit?: 'price' };
/** A number of shares, never negative unless the name says it is a difference. */
export type Quantity = number & { readonly __unit?: 'quantity' };
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number & { readonly __unit?: 'epochMs' };
/** A calendar day in Korea, `YYYY-MM-DD`. Compares correctly as text. */
export type TradeDate = string & { readonly __unit?: 'tradeDate' };
/** Six characters A–Z and 0–9, without market prefix or venue suffix: `005930`, `0000J0`. */
export type SymbolCode = string & { readonly __unit?: 'symbol' };
/** Our own order number, `YYYYMMDD-000001`: unique in a ledger, made by the engine, never sent to the broker. */
export type OrderId = string & { readonly __unit?: 'orderId' };
/** The broker's order number of one day, without leading zeros (`157897`). */
export type BrokerOrderNo = string & { readonly __unit?: 'brokerOrderNo' };
/** The configured name of one running strategy. */
export type StrategyName = string & { readonly __unit?: 'strategyName' };

/** Asserts that `value` is a whole, safe number of won and returns it. */
export function won(value: number): Won {
  assert(Number.isSafeInteger(value), `won must be a safe integer, found ${value}`);
  return value;
}

/** Asserts that `value` is a whole positive price and returns it. */
export function price(value: number): Price {
  assert(Number.isSafeInteger(value) && value > 0, `a price must be a positive integer, found ${value}`);
  return value;
}

/** Asserts that `value` is a whole number of shares, zero or more, and returns it. */
export function quantity(value: number): Quantity {
  assert(
    Number.isSafeInteger(value) && value >= 0,
    `a quantity must be a non-negative integer, found ${value}`,
  );
  return value;
}

const SYMBOL_PATTERN = /^[0-9A-Z]{6}$/;

/** True for a six-character KRX short code. */
export function isSymbolCode(text: string): boolean {
  return SYMBOL_PATTERN.test(text);
}

/** `value × numerator ÷ denominator`, cut towards zero, exact for any safe integers. */
export function mulDiv(value: number, numerator: number, denominator: number): number {
  assert(denominator !== 0, 'mulDiv by zero');
  const product = value * numerator;
  if (Number.isSafeInteger(product)) return Math.trunc(product / denominator) + 0;
  return Number((BigInt(value) * BigInt(numerator)) / BigInt(denominator));
}
